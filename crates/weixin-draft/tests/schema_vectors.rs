//! The published schema's verdict on every vector.
#![cfg(feature = "schema")]

mod support;

use jsonschema::Validator;
use serde_json::Value;
use weixin_draft::{Level, RULES, SchemaDraft, SchemaKind, json_schema};

fn request_validators() -> [Validator; 2] {
    SchemaDraft::ALL
        .map(|draft| jsonschema::validator_for(&json_schema(SchemaKind::Request, draft)).unwrap())
}

#[test]
fn judges_every_vector_as_it_expects() {
    let validators = request_validators();
    let mut wrong = Vec::new();
    for case in support::cases() {
        let Some(expected) = case.schema_valid else { continue };
        let body: Option<Value> = serde_json::from_slice(&case.body).ok();
        for (validator, draft) in validators.iter().zip(SchemaDraft::ALL) {
            let found = body.as_ref().is_some_and(|body| validator.is_valid(body));
            if found != expected {
                let draft = draft.as_str();
                wrong.push(format!("{} ({draft}): {}: {found}", case.file, case.description));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_that_the_schema_says_has_a_vector_which_it_refuses() {
    let cases = support::cases();
    for rule in RULES {
        if rule.in_schema.as_str() != "yes" || rule.level != Level::Error {
            continue;
        }
        let refused = |case: &support::Case| {
            case.file == rule.code
                && case.schema_valid == Some(false)
                && case.violations.iter().any(|(code, ..)| code == rule.code)
        };
        assert!(cases.iter().any(refused), "{}", rule.code);
    }
}
