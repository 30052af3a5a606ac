//! `rules`, `errcode` and `schema`.

use insta::assert_snapshot;
use serde_json::Value;
use weixin_draft::{ERROR_CODES, all_rules};

use crate::support::{run, weixin_draft};

fn json(arguments: &[&str]) -> Value {
    let output = weixin_draft(arguments).output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn lines(arguments: &[&str]) -> usize {
    run(arguments).lines().count()
}

#[test]
fn every_rule_is_listed() {
    for language in ["en", "zh"] {
        let rules = json(&["rules", "--format", "json", "--lang", language]);
        let codes: Vec<_> = rules.as_array().unwrap().iter().map(|rule| &rule["code"]).collect();
        assert_eq!(codes, all_rules().map(|rule| rule.code).collect::<Vec<_>>());
        // Exit code, heading, a blank line and the legend.
        assert_eq!(lines(&["rules", "--lang", language]), all_rules().count() + 4);
    }
}

#[test]
fn one_rule() {
    assert_snapshot!(run(&["rules", "duplicate_ratio"]));
    assert_snapshot!(run(&["rules", "duplicate_ratio", "--lang", "zh"]));
    assert_snapshot!(run(&["rules", "missing_field", "--format", "json"]));
    assert_snapshot!(run(&["rules", "missing_field", "--format", "json", "--lang", "zh"]));
}

#[test]
fn every_answer_code_is_listed() {
    for language in ["en", "zh"] {
        let entries = json(&["errcode", "--format", "json", "--lang", language]);
        let codes: Vec<_> = entries.as_array().unwrap().iter().map(|it| &it["errcode"]).collect();
        assert_eq!(codes, ERROR_CODES.iter().map(|entry| entry.code).collect::<Vec<_>>());
        // Exit code and heading.
        assert_eq!(lines(&["errcode", "--lang", language]), ERROR_CODES.len() + 2);
    }
}

#[test]
fn one_answer_code() {
    assert_snapshot!(run(&["errcode", "-1"]));
    assert_snapshot!(run(&["errcode", "45009", "--lang", "zh"]));
    assert_snapshot!(run(&["errcode", "40114", "--format", "json"]));
}

#[test]
fn what_is_in_no_table() {
    assert_snapshot!(run(&["rules", "nonsense\u{7}"]));
    assert_snapshot!(run(&["rules", "nonsense", "--lang", "zh"]));
    assert_snapshot!(run(&["errcode", "12345"]));
    assert_snapshot!(run(&["errcode", "12345", "--lang", "zh"]));
    weixin_draft(&["errcode", "many"]).assert().code(2);
}

#[test]
fn schemas() {
    let schema = json(&["schema"]);
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "DraftUpdate");
    let schema = json(&["schema", "response", "--draft", "7"]);
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["title"], "Response");
    weixin_draft(&["schema", "--draft", "4"]).assert().code(2);
}
