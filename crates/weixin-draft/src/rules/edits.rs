//! The edits that fixes are made of.

use std::ops::Range;

use super::ContentToMend;
use crate::html::{AttributeName, Element, PieceKind, with_white_space};
use crate::json::{JsonType, Reader, Text, escaped, member_at};
use crate::report::Edit;

/// Another text in the place of a string's.
pub(super) fn replace_text(text: &Text<'_>, replacement: &str) -> Vec<Edit> {
    let Range { start, end } = text.range();
    vec![Edit::new(start + 1..end - 1, escaped(replacement))]
}

/// Removes the address of every link of which `leads_wrong` says so; `None` if there is none.
pub(super) fn unlinked(
    content: &ContentToMend<'_>,
    leads_wrong: fn(&Element<'_>) -> bool,
) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    content.pieces.each(|piece| {
        let is_tag = matches!(piece.kind, PieceKind::Start { .. });
        if is_tag
            && leads_wrong(piece.element)
            && let Some(link) = piece.element.find(AttributeName::Href)
        {
            edits.push(Edit::removal(with_white_space(content.raw, link)));
        }
    });
    (!edits.is_empty()).then_some(edits)
}

/// The edits in the order of their ranges.
#[inline(never)]
pub(super) fn in_order(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// Removes the member whose name begins at `start`, with a comma.
pub(super) fn remove_member(text: &[u8], start: usize) -> Vec<Edit> {
    match member_at(text, start) {
        Some(member) => vec![Edit::removal(with_comma(text, start..member.value.end))],
        None => Vec::new(),
    }
}

/// The range of a member or of an entry, with the comma before it; of the first one
/// with the comma after it, and white space up to what follows.
pub(super) fn with_comma(text: &[u8], range: Range<usize>) -> Range<usize> {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let before = text[..range.start].iter().rev().take_while(|byte| is_blank(byte)).count();
    if let Some(comma) = (range.start - before).checked_sub(1).filter(|at| text[*at] == b',') {
        return comma..range.end;
    }
    let blanks_at = |start: usize| {
        text.get(start..).unwrap_or_default().iter().take_while(|byte| is_blank(byte)).count()
    };
    let after = range.end + blanks_at(range.end);
    if text.get(after) == Some(&b',') {
        return range.start..after + 1 + blanks_at(after + 1);
    }
    range
}

/// The bytes of the value that begins at `start`, of a text that is known to be JSON.
pub(super) fn value_range(text: &[u8], start: usize) -> Option<Range<usize>> {
    let mut reader = Reader::new(text);
    reader.go_to(start);
    reader.skip_value().ok()?;
    Some(start..reader.offset())
}

/// The type of a text that is JSON from its beginning to its end.
pub(super) fn json_type_of(text: &str) -> Option<JsonType> {
    let mut reader = Reader::new(text);
    let json_type = reader.next_type().ok()?;
    reader.skip_value().ok()?;
    reader.end().ok()?;
    Some(json_type)
}

/// Where a part of a text is in it.
pub(super) fn part_of(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}
