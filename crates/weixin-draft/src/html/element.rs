//! Elements, as far as a rule asks for them.

use std::ops::Range;

use smallvec::SmallVec;

use super::attribute::{Attribute, AttributeName, Value};
use super::name_table::NameTable;
use super::names::name_begins_with;
use crate::json::Characters;

/// A start tag.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Default)]
pub(crate) struct Element<'a> {
    pub(crate) name: ElementName,
    /// The name as it is in the JSON string.
    pub(super) raw_name: &'a [u8],
    /// The bytes of the tag in the JSON string.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) self_closing: bool,
    /// It belongs to `svg` or `math`.
    pub(crate) is_foreign: bool,
    /// It stays open until its end tag.
    pub(super) is_open: bool,
    /// It has the attribute `leaf`, with which the vendor's editor marks text.
    pub(crate) is_leaf: bool,
    /// It has one of the attributes that make a `font` end `svg` and `math`.
    pub(super) has_font_style: bool,
    /// Whether all attributes with a name of their own are kept, and not only those that
    /// a rule may have something to say of.
    pub(super) keeps_all: bool,
    /// A style holds what the rules on structure ask for.
    pub(super) may_break_structure: bool,
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
    /// `html`, `head`, `body`, `meta`, `link`, `base`
    Document,
    /// `p`
    Paragraph,
    /// `div`
    Division,
    /// `section`
    Section,
    /// `h1` to `h6`
    Heading,
    /// `table`
    Table,
    /// `blockquote`
    Blockquote,
    /// `figure`
    Figure,
    /// `ul`, `ol`
    List,
    /// `li`
    ListItem,
    /// `span`
    Span,
    /// `code`
    Code,
    /// `pre`
    Pre,
    /// `b`, `i`, `font` and the like, but for `a` and `code`
    Formatting,
    /// `br`
    LineBreak,
    /// svg's `animate`, `animateTransform`, `animateMotion`
    Animation,
    /// Any other that has nothing inside, such as `hr`.
    Void,
    /// Any other.
    #[default]
    Other,
}

static ELEMENTS: NameTable<ElementName> = NameTable::new(&[
    (b"a", ElementName::Anchor),
    (b"area", ElementName::Area),
    (b"img", ElementName::Image),
    (b"source", ElementName::Source),
    (b"input", ElementName::Input),
    (b"image", ElementName::SvgImage),
    (b"feimage", ElementName::SvgImage),
    (b"script", ElementName::Script),
    (b"mp-common-product", ElementName::Product),
    (b"mp-common-cpsad", ElementName::Product),
    (b"mpcps", ElementName::Product),
    (b"mp-miniprogram", ElementName::RefusedCard),
    (b"mpvoice", ElementName::RefusedCard),
    (b"svg", ElementName::Foreign),
    (b"math", ElementName::Foreign),
    (b"style", ElementName::Style),
    (b"textarea", ElementName::TextArea),
    (b"title", ElementName::Title),
    (b"xmp", ElementName::Example),
    (b"iframe", ElementName::InlineFrame),
    (b"noembed", ElementName::NoEmbed),
    (b"noframes", ElementName::NoFrames),
    (b"plaintext", ElementName::PlainText),
    (b"p", ElementName::Paragraph),
    (b"div", ElementName::Division),
    (b"section", ElementName::Section),
    (b"h1", ElementName::Heading),
    (b"h2", ElementName::Heading),
    (b"h3", ElementName::Heading),
    (b"h4", ElementName::Heading),
    (b"h5", ElementName::Heading),
    (b"h6", ElementName::Heading),
    (b"table", ElementName::Table),
    (b"blockquote", ElementName::Blockquote),
    (b"figure", ElementName::Figure),
    (b"ul", ElementName::List),
    (b"ol", ElementName::List),
    (b"li", ElementName::ListItem),
    (b"span", ElementName::Span),
    (b"code", ElementName::Code),
    (b"pre", ElementName::Pre),
    (b"b", ElementName::Formatting),
    (b"big", ElementName::Formatting),
    (b"em", ElementName::Formatting),
    (b"font", ElementName::Formatting),
    (b"i", ElementName::Formatting),
    (b"nobr", ElementName::Formatting),
    (b"s", ElementName::Formatting),
    (b"small", ElementName::Formatting),
    (b"strike", ElementName::Formatting),
    (b"strong", ElementName::Formatting),
    (b"tt", ElementName::Formatting),
    (b"u", ElementName::Formatting),
    (b"br", ElementName::LineBreak),
    (b"animate", ElementName::Animation),
    (b"animatetransform", ElementName::Animation),
    (b"animatemotion", ElementName::Animation),
    (b"hr", ElementName::Void),
    (b"col", ElementName::Void),
    (b"embed", ElementName::Void),
    (b"param", ElementName::Void),
    (b"track", ElementName::Void),
    (b"wbr", ElementName::Void),
    (b"html", ElementName::Document),
    (b"head", ElementName::Document),
    (b"body", ElementName::Document),
    (b"meta", ElementName::Document),
    (b"link", ElementName::Document),
    (b"base", ElementName::Document),
]);

impl ElementName {
    /// By the name in lower case, and by its key.
    #[inline]
    pub(super) fn of(lower: &[u8], key: u64) -> Self {
        ELEMENTS.find(lower, key).unwrap_or_default()
    }

    /// Whether a rule asks for the element, whatever its attributes.
    fn is_asked_for(self) -> bool {
        matches!(
            self,
            ElementName::Script
                | ElementName::Product
                | ElementName::RefusedCard
                | ElementName::Document
                | ElementName::Title
                | ElementName::Style
        )
    }

    /// Whether nothing can be inside, and no end tag follows.
    #[inline]
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            ElementName::Image
                | ElementName::LineBreak
                | ElementName::Area
                | ElementName::Source
                | ElementName::Input
                | ElementName::Void
                | ElementName::Document
        )
    }

    /// Whether it is a formatting element, which may end before what is inside it.
    #[inline]
    pub(super) fn is_formatting(self) -> bool {
        matches!(self, ElementName::Anchor | ElementName::Code | ElementName::Formatting)
    }

    /// Whether a browser lays the element out as a block.
    pub(crate) fn is_block(self) -> bool {
        matches!(
            self,
            ElementName::Paragraph
                | ElementName::Division
                | ElementName::Section
                | ElementName::Heading
                | ElementName::Table
                | ElementName::Blockquote
                | ElementName::Figure
                | ElementName::List
                | ElementName::ListItem
                | ElementName::Pre
        )
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
        self.find(name).map(|attribute| attribute.value)
    }

    pub(crate) fn find(&self, name: AttributeName) -> Option<&Attribute<'a>> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    pub(super) fn is_svg(&self) -> bool {
        self.name == ElementName::Foreign && name_begins_with(self.raw_name, "s")
    }

    /// Whether it is a card of the vendor's, whose addresses are stored as they are.
    pub(super) fn is_card(&self) -> bool {
        name_begins_with(self.raw_name, "mp")
    }

    /// Whether the name is one that an element may have. `<a@b.cn>` is a tag too for a
    /// browser, but was not meant as one.
    pub(crate) fn has_name_of_element(&self) -> bool {
        let name = self.short_name();
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:".contains(&byte);
        !name.ends_with(':') && name.bytes().all(is_part)
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
