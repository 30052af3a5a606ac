//! What is left of a text without its nulls.

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use weixin_draft::{Checker, check_json, without_nulls};

fn left_of(text: &str) -> String {
    String::from_utf8(without_nulls(text.as_bytes()).unwrap()).unwrap()
}

#[test]
fn members_that_are_null_go_with_one_comma() {
    for (text, expected) in [
        ("{}", "{}"),
        ("null", "null"),
        (r#"{"a":null}"#, "{}"),
        (r#"{"a":null,"b":null}"#, "{}"),
        (r#"{"a":1,"b":null}"#, r#"{"a":1}"#),
        (r#"{"a":null,"b":1}"#, r#"{"b":1}"#),
        (r#"{"a":null,"b":null,"c":1,"d":null,"e":null,"f":2}"#, r#"{"c":1,"f":2}"#),
        (r#"{"a":{"b":null},"c":[{"d":null},null]}"#, r#"{"a":{},"c":[{},null]}"#),
        (r#"{"n\u0061":null,"b":"null"}"#, r#"{"b":"null"}"#),
        (r#"{"中文":null,"b":1e0,"c":-0.50}"#, r#"{"b":1e0,"c":-0.50}"#),
    ] {
        assert_eq!(left_of(text), expected, "{text}");
    }
}

#[test]
fn white_space_stays_around_what_stays() {
    let text = "{\n  \"a\": null,\n  \"b\": 1,\n  \"c\": null\n}";
    assert_eq!(left_of(text), "{\n  \"b\": 1\n}");
}

#[test]
fn a_checker_that_drops_nulls_reports_where_they_were_given() {
    let text =
        "{\n  \"标题\": null,\n  \"media_id\": \"M\",\n  \"index\": null\n,\n  \"articles\": []\n}";
    let report = Checker::new().drop_nulls(true).check_json(text.as_bytes());
    let places = report.errors().map(|error| {
        let location = error.location.as_ref().unwrap();
        (error.code, error.path.as_str(), location.line, location.column)
    });
    assert_eq!(
        places.collect::<Vec<_>>(),
        [("wrong_type", "/articles", 6, 15), ("missing_field", "/index", 7, 1)]
    );
}

#[test]
fn what_is_not_json_is_reported_where_it_stops() {
    let cases: [(&[u8], &str); 5] = [
        (b"", ""),
        (b"{\"a\": {\"b\": nul}}", ""),
        (b"{\"a\": null} x", ""),
        (b"\xff", ""),
        (b"[1,]", ""),
    ];
    for (body, path) in cases {
        let report = without_nulls(body).unwrap_err();
        let found: Vec<_> =
            report.errors().map(|error| (error.code, error.path.as_str())).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "invalid_json");
        assert!(found[0].1.starts_with(path), "{found:?}");
    }
    assert!(without_nulls("[".repeat(1000).as_bytes()).is_err());
}

#[test]
fn a_request_without_nulls_stays_as_it_is() {
    for case in support::cases() {
        let has_null = case.body.windows(4).any(|window| window == b"null");
        if !has_null && check_json(&case.body).is_ok() {
            assert_eq!(without_nulls(&case.body).unwrap(), case.body, "{}", case.description);
        }
    }
}

/// The same on a value, for comparison.
fn remove_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, value)| !value.is_null());
            members.map(|(name, value)| (name, remove_nulls(value))).collect()
        }
        Value::Array(items) => items.into_iter().map(remove_nulls).collect(),
        other => other,
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        3 => Just(Value::Null),
        1 => any::<i32>().prop_map(|number| json!(number)),
        1 => "[a中\"\\\\\n]{0,4}".prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec(("[a-d中]{1,2}", inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn does_what_removing_them_from_the_value_does(value in any_value(), pretty in any::<bool>()) {
        let write = if pretty { serde_json::to_vec_pretty } else { serde_json::to_vec };
        let cleaned = without_nulls(&write(&value).unwrap()).unwrap();
        let found: Value = serde_json::from_slice(&cleaned).unwrap();
        prop_assert_eq!(&found, &remove_nulls(value));
        prop_assert_eq!(without_nulls(&cleaned).unwrap(), cleaned);
    }

    #[test]
    fn takes_any_bytes(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = without_nulls(&body);
    }
}
