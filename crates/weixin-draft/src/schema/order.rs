//! The order of a schema's keywords, for readers.

use schemars::Schema;

/// From what a reader wants to know first to the definitions.
const ORDER: [&str; 13] = [
    "$schema",
    "$id",
    "title",
    "description",
    "type",
    "enum",
    "anyOf",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "$defs",
    "definitions",
];

/// Puts the keywords in order; a limit comes after all others.
pub(super) fn order(schema: &mut Schema) {
    let Some(members) = schema.as_object_mut() else {
        return;
    };
    let mut sorted: Vec<_> = std::mem::take(members).into_iter().collect();
    sorted.sort_by_key(|(name, _)| {
        ORDER.iter().position(|other| other == name).unwrap_or(ORDER.len())
    });
    members.extend(sorted);
}
