//! Attributes, as far as a rule asks for them.

use std::borrow::Cow;
use std::ops::Range;

use super::character_reference::{Decoded, Place as ReferencePlace};
use super::event_handlers::is_event_handler;
use super::located::Located;
use super::name_table::NameTable;
use crate::json::Characters;

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
    /// The bytes in the JSON string of a part of the decoded value. `None` where a
    /// character reference without semicolon before it would take in what is put there.
    pub(crate) fn raw_range(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let located = Located::of(self.value);
        (!located.follows_open_entity(part.start)).then(|| located.raw_range(part))
    }

    /// The name as it is written, in the content's raw text.
    pub(crate) fn spelling(&self, raw: &[u8]) -> String {
        let is_name = |character: &char| !character.is_ascii_whitespace() && *character != '=';
        Characters::of(&raw[self.range()]).take_while(is_name).collect()
    }

    /// The value in quotes, as it is in the JSON string.
    pub(crate) fn quoted_value(&self, raw: &[u8]) -> Option<String> {
        let value = str::from_utf8(self.value.raw).ok()?;
        if !self.value.quoted {
            let ends_early = Characters::of(self.value.raw).any(|character| character == '"');
            return (!ends_early).then(|| format!("\\\"{value}\\\""));
        }
        let quote = str::from_utf8(raw.get(self.value.start + value.len()..self.end)?).ok()?;
        Some(format!("{quote}{value}{quote}"))
    }

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
    Class,
    DataMode,
    Begin,
    /// `leaf`
    Leaf,
    /// `color`, `face`, `size`
    FontStyle,
    /// `action`, `formaction`, `data`: addresses, but not of images.
    OtherAddress,
    /// `on...`
    EventHandler,
    /// Any other whose value may begin with a typographic quote.
    Other,
}

static ATTRIBUTES: NameTable<AttributeName> = NameTable::new(&[
    (b"src", AttributeName::Src),
    (b"data-src", AttributeName::DataSrc),
    (b"srcset", AttributeName::Srcset),
    (b"href", AttributeName::Href),
    (b"xlink:href", AttributeName::XlinkHref),
    (b"poster", AttributeName::Poster),
    (b"data-product-imageurl", AttributeName::DataProductImage),
    (b"style", AttributeName::Style),
    (b"type", AttributeName::Type),
    (b"tagname", AttributeName::TagName),
    (b"data-windowproduct", AttributeName::DataWindowProduct),
    (b"data-cardtype", AttributeName::DataCardType),
    (b"class", AttributeName::Class),
    (b"data-mode", AttributeName::DataMode),
    (b"begin", AttributeName::Begin),
    (b"leaf", AttributeName::Leaf),
    (b"color", AttributeName::FontStyle),
    (b"face", AttributeName::FontStyle),
    (b"size", AttributeName::FontStyle),
    (b"action", AttributeName::OtherAddress),
    (b"formaction", AttributeName::OtherAddress),
    (b"data", AttributeName::OtherAddress),
]);

impl AttributeName {
    /// By the name in lower case, and by its key.
    #[inline]
    pub(super) fn of(lower: &[u8], key: u64) -> Self {
        match ATTRIBUTES.find(lower, key) {
            Some(name) => name,
            None if lower.starts_with(b"on") && is_event_handler(lower) => {
                AttributeName::EventHandler
            }
            None => AttributeName::Other,
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

/// An attribute's value as it is in the JSON string.
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
