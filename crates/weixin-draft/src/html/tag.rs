//! Tags: names and attributes, as the HTML standard reads them.

use super::attribute::{Attribute, AttributeName, Value};
use super::element::{Element, ElementName};
use super::name::{read_attribute_name, read_element_name, read_usual_name};
use super::style_hints::StyleHints;
use super::units::{OTHER, Units, is_white_space};

/// Reads a tag from its name on into `element`: the offset after it. `None` when
/// the content ends inside it, and a browser drops it.
///
/// `start` is where its `<` is, `offset` where its name begins.
pub(super) fn read_tag<'a>(
    units: Units<'a>,
    start: usize,
    offset: usize,
    element: &mut Element<'a>,
) -> Option<usize> {
    let (name, name_end) = read_element_name(units, offset);
    element.name = name;
    element.raw_name = units.raw.get(offset..name_end)?;
    element.start = start;
    element.self_closing = false;
    element.is_foreign = false;
    element.is_leaf = false;
    element.has_font_style = false;
    element.may_break_structure = false;
    element.attributes.clear();
    let mut offset = name_end;
    let mut seen = Seen::default();
    loop {
        match units.at(offset)? {
            (b'>', end) => {
                element.end = end;
                return Some(end);
            }
            (b'/', next) => {
                element.self_closing = true;
                offset = next;
            }
            (unit, next) if is_white_space(unit) => {
                element.self_closing = false;
                offset = next;
            }
            _ => {
                element.self_closing = false;
                offset = read_attribute(units, offset, element, &mut seen)?;
            }
        }
    }
}

/// Reads an attribute and keeps it if a rule may ask for it; the offset after it.
fn read_attribute<'a>(
    units: Units<'a>,
    offset: usize,
    element: &mut Element<'a>,
    seen: &mut Seen,
) -> Option<usize> {
    // As nearly all attributes are written in a JSON string.
    if let Some((name, begin)) = read_usual_name(units, offset) {
        return quoted_value(units, offset, begin, b'"', name, element, seen);
    }
    let (mut name, mut name_end) = read_attribute_name(units, offset);
    if name_end == offset {
        // A name may begin with the sign that would end it; such a name is none
        // that a rule asks for.
        (_, name_end) = read_attribute_name(units, units.take(offset, b'=').unwrap_or(offset));
        name = AttributeName::Other;
    }
    let Some(after_sign) = units.take(units.skip_white_space(name_end), b'=') else {
        let value = Value { raw: b"", start: name_end, quoted: false };
        keep(element, seen, Attribute { name, value, start: offset, end: name_end });
        return Some(name_end);
    };
    let start = units.skip_white_space(after_sign);
    if let (quote @ (b'"' | b'\''), begin) = units.at(start)? {
        return quoted_value(units, offset, begin, quote, name, element, seen);
    }
    let end = units.skip_until(start, |unit| is_white_space(unit) || unit == b'>');
    let value = Value { raw: units.raw.get(start..end)?, start, quoted: false };
    keep(element, seen, Attribute { name, value, start: offset, end });
    Some(end)
}

/// Reads the value of the attribute that begins at `start`, from after its opening
/// quote on; the offset after the other.
#[inline]
fn quoted_value<'a>(
    units: Units<'a>,
    start: usize,
    begin: usize,
    quote: u8,
    name: AttributeName,
    element: &mut Element<'a>,
    seen: &mut Seen,
) -> Option<usize> {
    let usual = match name {
        AttributeName::Style if quote == b'"' => StyleHints::of_quoted(&units.raw[begin..]),
        _ => None,
    };
    if let Some((hints, length)) = usual {
        let value = Value { raw: &units.raw[begin..begin + length], start: begin, quoted: true };
        let after = begin + length + 2;
        keep_style(element, seen, hints, Attribute { name, value, start, end: after });
        return Some(after);
    }
    let end = units.find(begin, quote);
    let (_, after) = units.at(end)?;
    // As most attributes. What is quoted cannot begin with a typographic quote.
    if let AttributeName::Other | AttributeName::Class | AttributeName::DataMode = name
        && !element.keeps_all
    {
        seen.is_new(name);
        return Some(after);
    }
    let value = Value { raw: units.raw.get(begin..end)?, start: begin, quoted: true };
    keep(element, seen, Attribute { name, value, start, end: after });
    Some(after)
}

/// The names that a tag had so far: of two attributes with one name, the first
/// counts.
#[derive(Default)]
struct Seen {
    names: u32,
}

impl Seen {
    /// Whether the name is new to the tag; names that mean several never are
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

/// Keeps a style if a rule may ask for it.
#[inline]
fn keep_style<'a>(
    element: &mut Element<'a>,
    seen: &mut Seen,
    hints: StyleHints,
    attribute: Attribute<'a>,
) {
    element.may_break_structure |= hints.structure;
    let is_wanted = hints.url || hints.position || may_be_typographic(attribute.value);
    if seen.is_new(AttributeName::Style) && (is_wanted || element.keeps_all) {
        element.attributes.push(attribute);
    }
}

fn keep<'a>(element: &mut Element<'a>, seen: &mut Seen, attribute: Attribute<'a>) {
    let Attribute { name, value, .. } = attribute;
    let is_wanted = match name {
        AttributeName::Style => {
            return keep_style(element, seen, StyleHints::of(value.raw), attribute);
        }
        AttributeName::Leaf => {
            element.is_leaf = true;
            may_be_typographic(value)
        }
        AttributeName::FontStyle => {
            element.has_font_style = true;
            may_be_typographic(value)
        }
        AttributeName::Begin => {
            element.may_break_structure |= element.name == ElementName::Animation;
            may_be_typographic(value)
        }
        AttributeName::Other | AttributeName::Class | AttributeName::DataMode => {
            may_be_typographic(value)
        }
        _ => true,
    };
    if seen.is_new(name) && (is_wanted || element.keeps_all) {
        element.attributes.push(attribute);
    }
}

/// Whether an unquoted value begins with something outside ASCII or with an entity, since
/// typographic quotes may be written as either, or with a backslash before a quote, as in
/// a tag that was escaped once too often.
fn may_be_typographic(value: Value<'_>) -> bool {
    let first = || Units { raw: value.raw }.at(0);
    !value.quoted && first().is_some_and(|(unit, _)| matches!(unit, OTHER..|b'&'| b'\\'))
}
