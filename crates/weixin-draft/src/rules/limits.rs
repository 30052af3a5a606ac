//! Lengths of texts, for the rules that limit one.

use crate::json::{Pointer, Text};
use crate::read::{Article, Request, Slot};
use crate::report::{Finding, Notes};

use super::{FlawedCrop, Rule};

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

/// The crop strings and coordinates that break some rule on crops.
pub(super) fn flawed<'r>(request: &'r Request<'_>) -> impl Iterator<Item = &'r FlawedCrop> {
    request.articles.given().into_iter().flat_map(|article| article.flawed_crops.iter())
}

/// The article, when there is one to be judged.
pub(super) fn article<'r, 'a>(request: &'r Request<'a>) -> Option<&'r Article<'a>> {
    request.articles.given()
}
