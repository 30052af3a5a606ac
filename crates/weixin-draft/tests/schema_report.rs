//! The schema of reports fits what the command prints.
#![cfg(feature = "schema")]

mod support;

use jsonschema::Validator;
use serde_json::{Value, json};
use weixin_draft::{
    Language, Level, RULES, Report, SchemaDraft, SchemaKind, check_json, json_schema,
};

fn validators() -> [Validator; 2] {
    SchemaDraft::ALL
        .map(|draft| jsonschema::validator_for(&json_schema(SchemaKind::Report, draft)).unwrap())
}

fn object(report: &Report, language: Language) -> Value {
    serde_json::to_value(report.in_language(language)).unwrap()
}

/// The report with every member taken out once that is said to be always there.
fn maimed(report: &Value) -> Vec<Value> {
    let mut all = Vec::new();
    let mut take = |place: &str, names: &[&str]| {
        for name in names {
            let mut report = report.clone();
            let members = report.pointer_mut(place).and_then(Value::as_object_mut).unwrap();
            assert!(members.remove(*name).is_some(), "{name}");
            all.push(report);
        }
    };
    take("", &["ok", "violations"]);
    let always = ["code", "level", "path", "message", "limit", "found", "line", "column"];
    take("/violations/0", &always);
    take("/violations/0", &["range", "utf16_range", "count", "places", "fix", "url"]);
    all
}

#[test]
fn fits_the_report_of_every_vector_in_both_languages() {
    let validators = validators();
    for language in [Language::English, Language::Chinese] {
        let cases = support::cases();
        for report in cases.iter().map(|case| object(&check_json(&case.body), language)) {
            for validator in &validators {
                let wrong: Vec<_> =
                    validator.iter_errors(&report).map(|it| it.to_string()).collect();
                assert!(wrong.is_empty(), "{wrong:?}");
            }
        }
    }
}

#[test]
fn knows_every_member_that_is_printed() {
    let schema = json_schema(SchemaKind::Report, SchemaDraft::Draft2020_12);
    let known = |definition: &str, value: &Value| {
        for name in value.as_object().unwrap().keys() {
            let field = &schema["$defs"][definition]["properties"][name];
            assert!(field.is_object(), "{definition} {name}");
        }
    };
    for case in support::cases() {
        let report = object(&check_json(&case.body), Language::English);
        for name in report.as_object().unwrap().keys() {
            assert!(schema["properties"][name].is_object(), "{name}");
        }
        for violation in report["violations"].as_array().unwrap() {
            known("Violation", violation);
            let places = violation["places"].as_array();
            places.into_iter().flatten().for_each(|place| known("Place", place));
        }
    }
}

#[test]
fn refuses_what_is_no_report() {
    let report = object(&check_json(b"{}"), Language::English);
    for validator in validators() {
        assert!(validator.is_valid(&report));
        assert!(!validator.is_valid(&json!([report])), "an array is not one report");
        for report in maimed(&report) {
            assert!(!validator.is_valid(&report), "{report}");
        }
    }
}

#[test]
fn a_line_of_ndjson_is_one_report() {
    let [validator, _] = validators();
    let line = json!({"file": "a", "line": 3, "ok": false, "violations": []});
    assert!(validator.is_valid(&line));
    assert!(validator.is_valid(&object(&check_json(b""), Language::Chinese)));
}

#[test]
fn levels_are_those_of_reports() {
    let schema = json_schema(SchemaKind::Report, SchemaDraft::Draft7);
    let levels = &schema["definitions"]["Violation"]["properties"]["level"]["enum"];
    assert_eq!(*levels, json!([Level::Error, Level::Warning, Level::Info]));
    assert!(RULES.iter().all(|rule| rule.level != Level::Off));
}
