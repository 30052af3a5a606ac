//! Tags: names and attributes, as the HTML standard reads them.

use smallvec::SmallVec;

use super::element::{Attribute, AttributeName, Element, ElementName, Value};
use super::units::{OTHER, Units, is_white_space};

/// A name in lower case, as much of it as any name that matters has.
#[derive(Clone, Copy)]
pub(super) struct LowerName {
    bytes: [u8; LowerName::LONGEST],
    length: usize,
}

impl LowerName {
    /// One more than `data-product-imageurl` has, so that a cut name is none.
    const LONGEST: usize = 22;

    fn push(&mut self, unit: u8) {
        if self.length < Self::LONGEST {
            self.bytes[self.length] = unit.to_ascii_lowercase();
            self.length += 1;
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// Reads units into a name until one ends it; the offset of that one.
fn name(units: Units<'_>, mut offset: usize, ends: impl Fn(u8) -> bool) -> (LowerName, usize) {
    let mut name = LowerName { bytes: [0; LowerName::LONGEST], length: 0 };
    while let Some((unit, next)) = units.at(offset) {
        if ends(unit) {
            break;
        }
        name.push(unit);
        offset = next;
    }
    (name, offset)
}

/// A tag that was read to its end.
pub(super) struct Tag<'a> {
    pub(super) element: Element<'a>,
    pub(super) name: LowerName,
    pub(super) self_closing: bool,
    /// Behind its `>`.
    pub(super) end: usize,
}

/// Reads a tag from its name on; `None` when the content ends inside it, and a
/// browser drops it.
///
/// `start` is where its `<` stands, `offset` where its name begins.
pub(super) fn read_tag(units: Units<'_>, start: usize, offset: usize) -> Option<Tag<'_>> {
    let ends_name = |unit| is_white_space(unit) || matches!(unit, b'/' | b'>');
    let (lower, name_end) = name(units, offset, ends_name);
    let mut element = Element {
        name: ElementName::of(lower.as_bytes()),
        raw_name: units.raw.get(offset..name_end)?,
        offset: start,
        attributes: SmallVec::new(),
    };
    let mut offset = name_end;
    let mut self_closing = false;
    let mut seen = Seen::default();
    loop {
        offset = units.skip_white_space(offset);
        match units.at(offset)? {
            (b'>', end) => return Some(Tag { element, name: lower, self_closing, end }),
            (b'/', next) => {
                self_closing = true;
                offset = next;
            }
            _ => {
                self_closing = false;
                offset = read_attribute(units, offset, &mut element, &mut seen)?;
            }
        }
    }
}

/// Reads an attribute and keeps it if a rule may ask for it; the offset behind it.
fn read_attribute<'a>(
    units: Units<'a>,
    offset: usize,
    element: &mut Element<'a>,
    seen: &mut Seen,
) -> Option<usize> {
    let (first, second) = units.at(offset)?;
    let ends_name = |unit| is_white_space(unit) || matches!(unit, b'/' | b'>' | b'=');
    let (lower, name_end) = if first == b'=' {
        // A name may begin with the sign that would end it.
        (LowerName { bytes: [0; LowerName::LONGEST], length: 0 }, name(units, second, ends_name).1)
    } else {
        name(units, offset, ends_name)
    };
    let Some(after_sign) = units.take(units.skip_white_space(name_end), b'=') else {
        keep(element, seen, lower, Value { raw: "", quoted: false });
        return Some(name_end);
    };
    let start = units.skip_white_space(after_sign);
    let (value, end) = match units.at(start)? {
        (quote @ (b'"' | b'\''), begin) => {
            let end = units.find(begin, quote);
            let (_, behind) = units.at(end)?;
            (Value { raw: units.raw.get(begin..end)?, quoted: true }, behind)
        }
        _ => {
            let mut end = start;
            while let Some((unit, next)) = units.at(end) {
                if is_white_space(unit) || unit == b'>' {
                    break;
                }
                end = next;
            }
            (Value { raw: units.raw.get(start..end)?, quoted: false }, end)
        }
    };
    keep(element, seen, lower, value);
    Some(end)
}

/// The names that a tag had so far: of two attributes with one name, the first
/// counts.
#[derive(Default)]
struct Seen {
    names: u32,
}

impl Seen {
    /// Whether the name is new to the tag; names that stand for several never are
    /// seen before.
    fn is_new(&mut self, name: AttributeName) -> bool {
        let bit = match name {
            AttributeName::OtherAddress | AttributeName::EventHandler | AttributeName::Other => 0,
            _ => 1 << name as u32,
        };
        let is_new = self.names & bit == 0;
        self.names |= bit;
        is_new
    }
}

fn keep<'a>(element: &mut Element<'a>, seen: &mut Seen, lower: LowerName, value: Value<'a>) {
    let name = AttributeName::of(lower.as_bytes());
    let is_wanted = match name {
        AttributeName::Other => may_be_typographic(value),
        AttributeName::Style => may_be_typographic(value) || may_hold_url(value),
        _ => true,
    };
    if seen.is_new(name) && is_wanted {
        element.attributes.push(Attribute { name, value });
    }
}

/// Whether an unquoted value begins with something outside ASCII or with an
/// entity: typographic quotes may be written as either.
fn may_be_typographic(value: Value<'_>) -> bool {
    let first = Units { raw: value.raw }.at(0);
    !value.quoted && first.is_some_and(|(unit, _)| matches!(unit, OTHER.. | b'&'))
}

/// Whether `url(` may stand in a style, written out or escaped.
fn may_hold_url(value: Value<'_>) -> bool {
    let raw = value.raw.as_bytes();
    let is_url = |end: usize| end >= 3 && raw[end - 3..end].eq_ignore_ascii_case(b"url");
    memchr::memchr_iter(b'(', raw).any(is_url) || memchr::memchr2(b'\\', b'&', raw).is_some()
}
