//! Elements and attributes, as far as a rule asks for them.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use super::character_reference::{Decoded, Place as ReferencePlace};
use crate::json::Characters;

/// A start tag.
#[derive(Default)]
pub(crate) struct Element<'a> {
    pub(crate) name: ElementName,
    /// The name as it stands in the JSON string.
    pub(super) raw_name: &'a [u8],
    /// The bytes of the tag in the JSON string.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) self_closing: bool,
    /// The attributes that some rule asks for; of two with one name the first,
    /// as in browsers.
    pub(crate) attributes: SmallVec<[Attribute<'a>; 3]>,
}

/// The elements that some rule asks for, and those that change how what is inside
/// them is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ElementName {
    /// `a`
    Anchor,
    /// `area`
    Area,
    /// `img`
    Image,
    /// `source`
    Source,
    /// `input`
    Input,
    /// svg's `image` and `feImage`
    SvgImage,
    /// `script`
    Script,
    /// `mp-common-product`, `mp-common-cpsad`, `mpcps`
    Product,
    /// `mp-miniprogram`, `mpvoice`
    RefusedCard,
    /// `svg`, `math`
    Foreign,
    /// `style`
    Style,
    /// `textarea`
    TextArea,
    /// `title`
    Title,
    /// `xmp`
    Example,
    /// `iframe`
    InlineFrame,
    /// `noembed`
    NoEmbed,
    /// `noframes`
    NoFrames,
    /// `plaintext`
    PlainText,
    /// Any other.
    #[default]
    Other,
}

impl ElementName {
    /// By the name in lower case.
    pub(super) fn of(lower: &[u8]) -> Self {
        match lower {
            b"a" => ElementName::Anchor,
            b"area" => ElementName::Area,
            b"img" => ElementName::Image,
            b"source" => ElementName::Source,
            b"input" => ElementName::Input,
            b"image" | b"feimage" => ElementName::SvgImage,
            b"script" => ElementName::Script,
            b"mp-common-product" | b"mp-common-cpsad" | b"mpcps" => ElementName::Product,
            b"mp-miniprogram" | b"mpvoice" => ElementName::RefusedCard,
            b"svg" | b"math" => ElementName::Foreign,
            b"style" => ElementName::Style,
            b"textarea" => ElementName::TextArea,
            b"title" => ElementName::Title,
            b"xmp" => ElementName::Example,
            b"iframe" => ElementName::InlineFrame,
            b"noembed" => ElementName::NoEmbed,
            b"noframes" => ElementName::NoFrames,
            b"plaintext" => ElementName::PlainText,
            _ => ElementName::Other,
        }
    }

    /// Whether a rule asks for the element, whatever its attributes.
    fn is_asked_for(self) -> bool {
        matches!(self, ElementName::Script | ElementName::Product | ElementName::RefusedCard)
    }
}

/// An attribute that some rule asks for.
#[derive(Clone, Copy)]
pub(crate) struct Attribute<'a> {
    pub(crate) name: AttributeName,
    pub(crate) value: Value<'a>,
    /// Where its name begins in the JSON string, in bytes.
    pub(super) start: usize,
    /// Where it ends, after the closing quote.
    pub(super) end: usize,
}

impl Attribute<'_> {
    /// The bytes of the attribute in the JSON string, its quotes included.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The attributes that some rule asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AttributeName {
    Src,
    DataSrc,
    Srcset,
    Href,
    XlinkHref,
    Poster,
    DataProductImage,
    Style,
    Type,
    TagName,
    DataWindowProduct,
    DataCardType,
    /// `action`, `formaction`, `data`: addresses, but not of images.
    OtherAddress,
    /// `on...`
    EventHandler,
    /// Any other whose value may begin with a typographic quote.
    Other,
}

impl AttributeName {
    /// By the name in lower case.
    pub(super) fn of(lower: &[u8]) -> Self {
        match lower {
            b"src" => AttributeName::Src,
            b"data-src" => AttributeName::DataSrc,
            b"srcset" => AttributeName::Srcset,
            b"href" => AttributeName::Href,
            b"xlink:href" => AttributeName::XlinkHref,
            b"poster" => AttributeName::Poster,
            b"data-product-imageurl" => AttributeName::DataProductImage,
            b"style" => AttributeName::Style,
            b"type" => AttributeName::Type,
            b"tagname" => AttributeName::TagName,
            b"data-windowproduct" => AttributeName::DataWindowProduct,
            b"data-cardtype" => AttributeName::DataCardType,
            b"action" | b"formaction" | b"data" => AttributeName::OtherAddress,
            [b'o', b'n', letter, ..] if letter.is_ascii_alphabetic() => AttributeName::EventHandler,
            _ => AttributeName::Other,
        }
    }

    /// Whether the value is an address that a browser may follow.
    pub(crate) fn holds_address(self) -> bool {
        matches!(
            self,
            AttributeName::Src
                | AttributeName::Href
                | AttributeName::XlinkHref
                | AttributeName::Poster
                | AttributeName::OtherAddress
        )
    }
}

/// An attribute's value as it stands in the JSON string.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(super) raw: &'a [u8],
    /// Where it begins in the JSON string, in bytes.
    pub(super) start: usize,
    pub(crate) quoted: bool,
}

impl<'a> Value<'a> {
    /// The characters, escapes of JSON and entities of HTML decoded.
    pub(crate) fn characters(self) -> Decoded<'a> {
        Decoded::new(Characters::of(self.raw), ReferencePlace::Attribute)
    }

    /// The text, copied only when there is something to decode.
    pub(crate) fn decode(self) -> Cow<'a, str> {
        match memchr::memchr2(b'\\', b'&', self.raw) {
            None => String::from_utf8_lossy(self.raw),
            Some(_) => Cow::Owned(self.characters().collect()),
        }
    }
}

impl<'a> Element<'a> {
    /// The bytes of the tag in the JSON string.
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// The element's name in lower case, as much of it as a report should hold.
    pub(crate) fn short_name(&self) -> String {
        const MAX_LENGTH: usize = 40;
        let lower = |character: char| character.to_ascii_lowercase();
        Characters::of(self.raw_name).take(MAX_LENGTH).map(lower).collect()
    }

    pub(crate) fn attribute(&self, name: AttributeName) -> Option<Value<'a>> {
        let found = self.attributes.iter().find(|attribute| attribute.name == name);
        found.map(|attribute| attribute.value)
    }

    /// Where a link leads: the `href` of `a` and `area`.
    pub(crate) fn link(&self) -> Option<Value<'a>> {
        let is_link = matches!(self.name, ElementName::Anchor | ElementName::Area);
        self.attribute(AttributeName::Href).filter(|_| is_link)
    }

    /// Whether any rule but the one on all elements can have something to say.
    pub(crate) fn is_notable(&self) -> bool {
        !self.attributes.is_empty() || self.name.is_asked_for()
    }
}
