//! What begins with `<`.

use super::element::Element;
use super::tag::read_tag;
use super::units::Units;

/// A piece of markup, and the offset after it.
pub(super) enum Markup {
    StartTag(usize),
    EndTag(usize),
    /// A doctype.
    Doctype(usize),
    /// A comment or the like.
    Passed(usize),
    /// Nothing: the `<` is text.
    Text,
    /// The content ends inside; a browser drops it.
    Cut,
}

/// Reads the markup whose `<` is at `start` and ends before `offset`; a tag's
/// name and attributes go into `element`.
pub(super) fn read_markup<'a>(
    units: Units<'a>,
    start: usize,
    offset: usize,
    element: &mut Element<'a>,
) -> Markup {
    match units.at(offset) {
        Some((b'/', next)) => match units.at(next) {
            Some((letter, _)) if letter.is_ascii_alphabetic() => {
                read_tag(units, start, next, element).map_or(Markup::Cut, Markup::EndTag)
            }
            Some((b'>', end)) => Markup::Passed(end),
            Some(_) => bogus_comment(units, next),
            None => Markup::Text,
        },
        Some((b'!', next)) => declaration(units, next),
        Some((b'?', _)) => bogus_comment(units, offset),
        Some((letter, _)) if letter.is_ascii_alphabetic() => {
            read_tag(units, start, offset, element).map_or(Markup::Cut, Markup::StartTag)
        }
        _ => Markup::Text,
    }
}

/// Everything up to the next `>`.
#[inline(never)]
fn bogus_comment(units: Units<'_>, offset: usize) -> Markup {
    let end = units.find(offset, b'>');
    units.at(end).map_or(Markup::Cut, |(_, end)| Markup::Passed(end))
}

/// After `<!`: a comment if two hyphens follow, else something to be skipped.
#[inline(never)]
fn declaration(units: Units<'_>, offset: usize) -> Markup {
    let Some(begin) = units.take_word(offset, "--") else {
        let is_doctype = units.take_word(offset, "doctype").is_some();
        return match bogus_comment(units, offset) {
            Markup::Passed(end) if is_doctype => Markup::Doctype(end),
            other => other,
        };
    };
    // `<!-->` and `<!--->` are whole comments.
    let whole = units.take(begin, b'>').or_else(|| units.take_word(begin, "->"));
    if let Some(end) = whole {
        return Markup::Passed(end);
    }
    let mut hyphen = units.find(begin, b'-');
    while let Some((_, next)) = units.at(hyphen) {
        let end = units.take_word(next, "->").or_else(|| units.take_word(next, "-!>"));
        if let Some(end) = end {
            return Markup::Passed(end);
        }
        hyphen = units.find(next, b'-');
    }
    Markup::Cut
}
