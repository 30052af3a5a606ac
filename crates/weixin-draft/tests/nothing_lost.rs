//! What is sent is what was given, but for empty optional strings and what the report
//! says is left out; and the same for a request that is read and written.

mod requests;
mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use weixin_draft::{Checker, DraftUpdate, Level, RULES, Report};

/// Where an empty string means the same as leaving the field out: at every optional
/// text of the schema.
fn optional_texts() -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("../../../schema/request.json")).unwrap();
    let places = [
        ("NewsArticle", "/articles"),
        ("NewsPicArticle", "/articles"),
        ("FooterProductInfo", "/articles/product_info/footer_product_info"),
    ];
    let mut paths = Vec::new();
    for (definition, path) in places {
        let object = &schema["$defs"][definition];
        let required = object["required"].as_array().cloned().unwrap_or_default();
        for (name, field) in object["properties"].as_object().unwrap() {
            let text = field["type"] == "string" && field.get("enum").is_none();
            if text && !required.contains(&Value::from(name.as_str())) {
                paths.push(format!("{path}/{name}"));
            }
        }
    }
    assert!(paths.contains(&"/articles/author".to_owned()));
    paths
}

/// Fields that are reported and not sent, once their rule is lowered.
const LEFT_OUT: [&str; 3] = ["unknown_field", "read_only_field", "field_not_for_type"];

/// Every rule that can be moved is a warning.
fn lowered() -> Checker {
    RULES
        .iter()
        .filter(|rule| rule.movable)
        .fold(Checker::new(), |checker, rule| checker.level(rule.code, Level::Warning).unwrap())
}

fn remove(value: &mut Value, path: &str) {
    let (parent, name) = path.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    if let Some(object) = value.pointer_mut(parent).and_then(Value::as_object_mut) {
        object.remove(&name);
    }
}

/// What should be sent of a body.
fn expected(mut given: Value, report: &Report) -> Value {
    for path in optional_texts() {
        if given.pointer(&path) == Some(&Value::from("")) {
            remove(&mut given, &path);
        }
    }
    for violation in report.violations().iter().filter(|it| LEFT_OUT.contains(&it.code)) {
        remove(&mut given, &violation.path);
    }
    given
}

/// Numbers compared as JSON Schema does: 0.0 and 0 are equal.
fn with_plain_numbers(value: &mut Value) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(with_plain_numbers),
        Value::Object(members) => members.values_mut().for_each(with_plain_numbers),
        Value::Number(number) => {
            if let Some(float) = number.as_f64() {
                *value = Value::from(float);
            }
        }
        _ => {}
    }
}

fn assert_sent(checker: &Checker, body: &str) -> Result<bool, TestCaseError> {
    let Ok(given) = serde_json::from_str::<Value>(body) else { return Ok(false) };
    let Ok(prepared) = checker.prepare(body.as_bytes()) else { return Ok(false) };
    let mut expected = expected(given, prepared.report());
    let mut sent: Value = serde_json::from_str(prepared.body()).unwrap();
    with_plain_numbers(&mut expected);
    with_plain_numbers(&mut sent);
    prop_assert_eq!(sent, expected, "{}", body);
    let again = checker.prepare(prepared.body().as_bytes()).unwrap();
    prop_assert_eq!(again.body(), prepared.body(), "what is sent would be changed again");
    Ok(true)
}

/// Coordinates compared by value: 0.50 and 0.5 are equal.
fn with_plain_coordinates(value: &mut Value) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(with_plain_coordinates),
        Value::Object(members) => {
            for (name, value) in members {
                let is_coordinate = matches!(name.as_str(), "x1" | "y1" | "x2" | "y2");
                match value {
                    Value::String(text) if is_coordinate || name.starts_with("pic_crop") => {
                        let plain = |part: &str| {
                            let float: f64 = part.parse().unwrap();
                            float.to_string()
                        };
                        *text = text.split('_').map(plain).collect::<Vec<_>>().join("_");
                    }
                    value => with_plain_coordinates(value),
                }
            }
        }
        _ => {}
    }
}

fn assert_read_and_written(body: &str) -> Result<(), TestCaseError> {
    let Ok(draft) = DraftUpdate::from_json(body.as_bytes()) else { return Ok(()) };
    let mut expected = expected(serde_json::from_str(body).unwrap(), &Report::default());
    // It is written out, and an empty list is left out.
    let article = expected["articles"].as_object_mut().unwrap();
    article.entry("article_type").or_insert("news".into());
    let list = expected.pointer_mut("/articles/cover_info/crop_percent_list");
    if list.is_some_and(|list| list.as_array().unwrap().is_empty()) {
        remove(&mut expected, "/articles/cover_info/crop_percent_list");
    }
    let mut written: Value = serde_json::from_slice(&draft.to_json()).unwrap();
    for value in [&mut expected, &mut written] {
        with_plain_numbers(value);
        with_plain_coordinates(value);
    }
    prop_assert_eq!(written, expected, "{}", body);
    Ok(())
}

proptest! {
    #![proptest_config(requests::config(256))]

    #[test]
    fn good_requests_are_sent_and_read_whole(request in requests::good_request()) {
        let body = request.to_string();
        prop_assert!(assert_sent(&Checker::new(), &body)?, "{} is refused", body);
        assert_read_and_written(&body)?;
        let pretty = serde_json::to_string_pretty(&request).unwrap();
        assert_sent(&Checker::new(), &pretty)?;
    }
}

proptest! {
    #![proptest_config(requests::config(2048))]

    #[test]
    fn whatever_a_lowered_rule_lets_pass_is_sent_whole(body in requests::broken_request()) {
        assert_sent(&lowered(), &body)?;
        assert_sent(&Checker::new(), &body)?;
    }

    /// Reading wants typed values; where it refuses, its report says why.
    #[test]
    fn reading_never_fails_with_a_report_that_is_ok(body in requests::broken_request()) {
        if let Err(report) = lowered().read(body.as_bytes()) {
            prop_assert!(!report.is_ok(), "{}", body);
        }
    }
}

#[test]
fn a_stray_image_info_is_told_beside_one_that_is_left_out() {
    let body = r#"{"media_id":"M","index":0,"image_info":"","articles":{"title":"T","content":"x",
        "product_info":{"footer_product_info":{"image_info":""}},
        "image_info":{"image_list":[{"image_media_id":"A","image_info":""}]}}}"#;
    assert!(assert_sent(&lowered(), body).unwrap());
}

#[test]
fn the_vectors_too() {
    let (default, lowered) = (Checker::new(), lowered());
    let mut sent = 0;
    for case in support::cases() {
        // What is large says no more here than what is small.
        let Ok(body) = String::from_utf8(case.body) else { continue };
        if body.len() > 100_000 {
            continue;
        }
        for checker in [&default, &lowered] {
            sent += usize::from(assert_sent(checker, &body).unwrap());
            if let Err(report) = checker.read(body.as_bytes()) {
                assert!(!report.is_ok(), "{}: {}", case.file, case.description);
            }
        }
        assert_read_and_written(&body).unwrap();
    }
    assert!(sent > 1000, "{sent} were sent");
}

/// Else a field that is forgotten here would be forgotten everywhere.
#[cfg(feature = "schema")]
#[test]
fn every_field_of_the_schema_is_tried() {
    use weixin_draft::{SchemaDraft, SchemaKind, json_schema};

    fn names_of_schema(schema: &Value, names: &mut BTreeSet<String>) {
        if let Some(properties) = schema["properties"].as_object() {
            names.extend(properties.keys().cloned());
        }
        match schema {
            Value::Object(members) => members.values().for_each(|it| names_of_schema(it, names)),
            Value::Array(entries) => entries.iter().for_each(|it| names_of_schema(it, names)),
            _ => {}
        }
    }
    fn names_of_request(request: &Value, names: &mut BTreeSet<String>) {
        match request {
            Value::Object(members) => {
                names.extend(members.keys().cloned());
                members.values().for_each(|value| names_of_request(value, names));
            }
            Value::Array(entries) => entries.iter().for_each(|it| names_of_request(it, names)),
            _ => {}
        }
    }
    let (mut known, mut tried) = (BTreeSet::new(), BTreeSet::new());
    names_of_schema(&json_schema(SchemaKind::Request, SchemaDraft::Draft2020_12), &mut known);
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let request = requests::good_request().new_tree(&mut runner).unwrap().current();
        names_of_request(&request, &mut tried);
    }
    assert_eq!(known, tried);
}

#[test]
fn numbers_become_their_digits_and_texts_raw_utf8() {
    let body = r#"{ "media_id": "M", "index": 1e0,
        "articles": {"title": "\u6625\/\"\\\u000a\u0001", "content": "<p>x<\/p>", "author": "",
        "thumb_media_id": "T", "need_open_comment": 0.0}}"#;
    let sent = r#"{ "media_id": "M", "index": 1,
        "articles": {"title": "春/\"\\\n\u0001", "content": "<p>x</p>",
        "thumb_media_id": "T", "need_open_comment": 0}}"#;
    assert_eq!(Checker::new().prepare(body.as_bytes()).unwrap().body(), sent);
}
