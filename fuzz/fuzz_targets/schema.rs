//! The check and the published schema agree on what the schema says.

#![no_main]

use std::sync::LazyLock;

use jsonschema::Validator;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use weixin_draft::{Violation, check_json, rule};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(include_str!("../../schema/request.json"))
        .expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

fuzz_target!(|body: &[u8]| {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return };
    let report = check_json(body);
    let is_told_apart = report.omitted() == 0
        && !report.violations().iter().any(|found| found.code == "duplicate_key")
        && !has_large_float(&value);
    if is_told_apart {
        let refused = report.errors().any(|error| is_said_by_schema(error, &value));
        assert_eq!(SCHEMA.is_valid(&value), !refused, "{report}");
    }
});

/// Whether there is a float without a fraction: serde_json may have rounded it.
fn has_large_float(value: &Value) -> bool {
    match value {
        Value::Number(number) => {
            number.is_f64() && number.as_f64().is_some_and(|float| float.fract() == 0.0)
        }
        Value::Array(entries) => entries.iter().any(has_large_float),
        Value::Object(members) => members.values().any(has_large_float),
        _ => false,
    }
}

/// Whether the schema says it too.
fn is_said_by_schema(violation: &Violation, value: &Value) -> bool {
    if violation.code == "empty_value" {
        // Of blank texts the schema refuses only those without a character.
        return value.pointer(&violation.path).and_then(Value::as_str) == Some("");
    }
    rule(violation.code).is_some_and(|rule| rule.in_schema.as_str() == "yes")
}
