//! The text of an attribute, and where each of its characters is in the JSON string.

use std::ops::Range;

use super::attribute::Value;
use super::character_reference::{Place, read_reference};
use crate::json::Characters;

/// The text of an attribute, escapes of JSON and entities of HTML decoded.
pub(super) struct Located {
    pub(super) text: String,
    /// Of every character, in order.
    origins: Vec<Origin>,
    /// Where the value ends in the JSON string.
    end: usize,
}

/// Where a character came from.
struct Origin {
    /// Where it is in the text.
    text: usize,
    /// Where what was decoded to it begins in the JSON string.
    raw: usize,
    /// It was decoded from an entity that no semicolon ends.
    is_open_entity: bool,
}

impl Located {
    pub(super) fn of(value: Value<'_>) -> Self {
        let end = value.start + value.raw.len();
        let mut located = Located { text: String::new(), origins: Vec::new(), end };
        let mut rest = Characters::of(value.raw);
        loop {
            let raw = end - rest.remaining();
            let Some(character) = rest.next() else {
                return located;
            };
            let reference = match character {
                '&' => read_reference(rest.clone(), Place::Attribute),
                _ => None,
            };
            let Some(reference) = reference else {
                located.push(character, raw, false);
                continue;
            };
            let last = rest.by_ref().take(reference.length).last();
            let is_open_entity = last != Some(';');
            located.push(reference.first, raw, is_open_entity);
            if let Some(second) = reference.second {
                located.push(second, raw, is_open_entity);
            }
        }
    }

    fn push(&mut self, character: char, raw: usize, is_open_entity: bool) {
        self.origins.push(Origin { text: self.text.len(), raw, is_open_entity });
        self.text.push(character);
    }

    /// The bytes in the JSON string of a part of the text.
    pub(super) fn raw_range(&self, part: &Range<usize>) -> Range<usize> {
        self.raw_offset(part.start)..self.raw_offset(part.end)
    }

    fn raw_offset(&self, text: usize) -> usize {
        let at = self.origins.partition_point(|origin| origin.text < text);
        self.origins.get(at).map_or(self.end, |origin| origin.raw)
    }

    /// Whether the character before `text` was decoded from an entity that only the
    /// characters after it end.
    pub(super) fn follows_open_entity(&self, text: usize) -> bool {
        let at = self.origins.partition_point(|origin| origin.text < text);
        at > 0 && self.origins[at - 1].is_open_entity
    }
}
