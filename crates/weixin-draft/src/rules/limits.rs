//! Lengths of texts, for the rules that limit one.

use crate::json::{Pointer, Text};
use crate::read::Slot;
use crate::report::{Finding, Notes};

use super::Rule;

/// Notes a text of the article that is longer than `limit` code points.
pub(super) fn note_longer(
    rule: &'static Rule,
    field: &'static str,
    text: &Slot<Text<'_>>,
    limit: usize,
    notes: &mut Notes<'_>,
) {
    if let Some(text) = text.given()
        && text.is_longer_than(limit)
    {
        let finding = Finding::of(rule, text.offset).limit(limit).found(text.code_points());
        notes.add(finding, &Pointer::ARTICLES.name(field));
    }
}
