//! What the rules say in the schema.

use schemars::Schema;
use serde_json::Value;

use crate::rules::RULES;

/// The definition that is the schema itself.
const ROOT: &str = "DraftUpdate";

/// Writes every keyword of every rule to the fields it names.
pub(super) fn add_keywords(schema: &mut Schema, definitions: &str) {
    for keyword in RULES.iter().flat_map(|rule| rule.in_schema.keywords()) {
        for (definition, property) in keyword.fields {
            let place = match *definition {
                ROOT => format!("/properties/{property}"),
                name => format!("/{definitions}/{name}/properties/{property}"),
            };
            if let Some(Value::Object(field)) = schema.pointer_mut(&place) {
                field.insert(keyword.name.to_owned(), (keyword.value)());
            }
        }
    }
}
