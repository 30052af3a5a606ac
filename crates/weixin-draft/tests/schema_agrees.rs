//! The check and the published schema agree, on good requests and on broken
//! ones: the schema accepts a body exactly if the check finds no error of a
//! rule that the schema says.
//!
//! Numbers that differ from an integer by less than a float can hold, such as
//! 4294967295.0000001, are left out: the check calls them fractions, and a
//! validator that reads floats cannot.
#![cfg(feature = "schema")]

mod requests;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use requests::broken_request;
use serde_json::Value;
use weixin_draft::{
    DraftUpdate, RULES, Report, SchemaDraft, SchemaKind, Violation, check_json, json_schema, rule,
};

static VALIDATORS: LazyLock<[Validator; 2]> = LazyLock::new(|| {
    SchemaDraft::ALL
        .map(|draft| jsonschema::validator_for(&json_schema(SchemaKind::Request, draft)).unwrap())
});

/// What each draft's schema says of a body; one that cannot be parsed is refused.
fn verdicts(body: &str) -> [bool; 2] {
    let value: Option<Value> = serde_json::from_str(body).ok();
    VALIDATORS.each_ref().map(|schema| value.as_ref().is_some_and(|value| schema.is_valid(value)))
}

/// Whether the schema says it too.
fn is_said_by_schema(violation: &Violation, body: &str) -> bool {
    if violation.code == "empty_value" {
        // Of blank texts the schema refuses only those without a character.
        let value: Option<Value> = serde_json::from_str(body).ok();
        return value
            .is_none_or(|value| value.pointer(violation.path.as_str()) == Some(&"".into()));
    }
    rule(violation.code).is_some_and(|rule| rule.in_schema.as_str() == "yes")
}

fn assert_agreement(body: &str) -> Result<Report, TestCaseError> {
    let report = check_json(body.as_bytes());
    let refused = report.errors().any(|violation| is_said_by_schema(violation, body));
    let codes: Vec<_> = report.errors().map(|error| (error.code, error.path.as_str())).collect();
    prop_assert_eq!(verdicts(body), [!refused; 2], "{} has {:?}", body, codes);
    Ok(report)
}

fn assert_round_trip(body: &str) -> Result<(), TestCaseError> {
    let draft = DraftUpdate::from_json(body.as_bytes());
    prop_assert!(draft.is_ok(), "{body} passes the check and cannot be read");
    if let Ok(draft) = draft {
        let sent = String::from_utf8(draft.to_json()).unwrap();
        prop_assert_eq!(DraftUpdate::from_json(sent.as_bytes()), Ok(draft), "{}", &sent);
        prop_assert_eq!(verdicts(&sent), [true; 2], "{}", &sent);
    }
    Ok(())
}

proptest! {
    #![proptest_config(requests::config(256))]

    #[test]
    fn good_requests_pass_both_and_round_trip(request in requests::good_request()) {
        let body = request.to_string();
        let report = assert_agreement(&body)?;
        let codes: Vec<_> = report.errors().map(|error| error.code).collect();
        prop_assert!(report.is_ok(), "{body} has {codes:?}");
        assert_round_trip(&body)?;
    }
}

proptest! {
    #![proptest_config(requests::config(2048))]

    #[test]
    fn broken_requests_are_judged_alike(body in broken_request()) {
        if assert_agreement(&body)?.is_ok() {
            assert_round_trip(&body)?;
        }
    }
}

/// Else the property above would say less than it seems to.
#[test]
fn broken_requests_break_every_rule_that_the_schema_says() {
    let mut runner = TestRunner::deterministic();
    let mut broken = BTreeSet::new();
    let mut accepted = 0;
    for _ in 0..4096 {
        let body = broken_request().new_tree(&mut runner).unwrap().current();
        let report = check_json(body.as_bytes());
        broken.extend(report.errors().map(|error| error.code));
        accepted += u32::from(report.is_ok());
    }
    for rule in RULES.iter().filter(|rule| rule.in_schema.as_str() == "yes") {
        assert!(broken.contains(rule.code), "{} is never broken", rule.code);
    }
    assert!(accepted > 400, "{accepted} of 4096 are accepted");
}
