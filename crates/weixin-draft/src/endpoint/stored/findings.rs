//! The findings of a comparison.

use std::ops::Range;

use crate::report::{Datum, Location, Place, Violation};
use crate::rules::Rule;

/// The finding that a field, as a whole, is another.
pub(super) fn of_field(rule: &'static Rule, path: &str) -> Violation {
    violation(rule, path.to_owned(), 1, Vec::new())
}

fn violation(rule: &'static Rule, path: String, count: usize, places: Vec<Place>) -> Violation {
    Violation::of_places(rule.code, rule.level, path, count, places, &rule.message)
}

/// The places of one kind of loss in a content.
pub(super) struct Finding<'a> {
    rule: &'static Rule,
    content: &'a str,
    count: usize,
    places: Vec<Place>,
}

/// How many places are listed; the others are only counted.
const MAX_PLACES: usize = 10;

/// The most characters that are shown of a name in the content.
const MAX_NAME: usize = 40;

impl<'a> Finding<'a> {
    pub(super) fn new(rule: &'static Rule, content: &'a str) -> Self {
        Finding { rule, content, count: 0, places: Vec::new() }
    }

    /// Adds a place: bytes of the content, an element and what is lost of it.
    pub(super) fn at(&mut self, range: Range<usize>, element: &str, found: Option<String>) {
        self.count += 1;
        if self.places.len() < MAX_PLACES {
            let before = self.content.get(..range.start).unwrap_or_default();
            self.places.push(Place {
                offset: before.chars().count(),
                element: element.chars().take(MAX_NAME).collect(),
                found: found.map(|found| Datum::Text(found.into())),
                location: Some(location(self.content, range)),
            });
        }
    }

    pub(super) fn into_violation(self) -> Option<Violation> {
        (self.count > 0)
            .then(|| violation(self.rule, "/content".to_owned(), self.count, self.places))
    }
}

/// Bytes of a text as a place in it.
fn location(text: &str, range: Range<usize>) -> Location {
    let (before, within) =
        (text.get(..range.start).unwrap_or_default(), text.get(range.clone()).unwrap_or_default());
    let utf16 = before.encode_utf16().count();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Location {
        utf16: utf16..utf16 + within.encode_utf16().count(),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        range,
    }
}
