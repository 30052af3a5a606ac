//! What a schema cannot say, in its description.

use schemars::Schema;
use serde_json::Value;

use crate::report::Level;
use crate::rules::{InSchema, RULES, Rule};

/// Names the rules that refuse a request which the schema accepts.
pub(super) fn name_unsaid_rules(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        description.push_str(
            " A schema cannot say these rules, or not in full, and a request has to keep them too:",
        );
        for rule in RULES.iter().filter(|rule| is_unsaid(rule)) {
            for part in [" ", rule.code, ": ", rule.summary.en] {
                description.push_str(part);
            }
        }
    }
}

fn is_unsaid(rule: &Rule) -> bool {
    rule.level == Level::Error && matches!(rule.in_schema, InSchema::No | InSchema::Partly(_))
}
