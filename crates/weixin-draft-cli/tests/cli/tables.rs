//! `rules`, `errcode` and `schema`.

use insta::assert_snapshot;
use serde_json::Value;
use weixin_draft::{ERROR_CODES, all_rules};

use crate::support::{run, run_with_stdin, weixin_draft};

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
fn several_rules_and_words() {
    let shown = run(&["rules", "crop_inverted", "title_long"]);
    assert!(shown.contains("\ncrop_inverted\n") && shown.contains("\n\ntitle_long\n"), "{shown}");
    assert!(shown.contains("Bad:    \"pic_crop_235_1\": \"1_1_0_0\"\nGood:   "), "{shown}");
    let found = json(&["rules", "MiniProgram", "preview_link", "--format", "json"]);
    let codes: Vec<_> = found.as_array().unwrap().iter().map(|rule| &rule["code"]).collect();
    assert_eq!(codes, ["mini_program_card", "preview_link"]);
    // Chinese words find rules in English too, and the only one is explained.
    assert!(run(&["rules", "弯引号"]).contains("typographic_quotes"));
    assert_snapshot!(run(&["rules", "ratio"]));
    let output = weixin_draft(&["rules", "image"]).env("COLUMNS", "40").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.lines().all(|line| line.chars().count() <= 40), "{shown}");
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
fn several_answer_codes_words_and_answers() {
    assert!(run(&["errcode", ""]).contains("the answer code is empty"));
    let shown = run(&["errcode", "40001", "42001"]);
    assert!(shown.contains("\n40001 ") && shown.contains("\n\n42001 "), "{shown}");
    let answer = r#"{"errcode":45166,"errmsg":"invalid content rid: 1-2-3"}"#;
    assert!(run(&["errcode", answer]).contains("\n45166 "));
    assert!(run_with_stdin(&["errcode", "-"], answer).contains("\n45166 "));
    for answer in [r#"{"news_item":[]}"#, r#"{"access_token":"T","expires_in":7200}"#] {
        let shown = run_with_stdin(&["errcode", "-"], answer);
        assert!(shown.contains("this answer has no errcode") && !shown.contains("\n0 "), "{shown}");
    }
    let found = json(&["errcode", "whitelist", "--format", "json"]);
    assert_eq!(found[0]["errcode"], 40164);
    for word in ["quota", "limit", "额度"] {
        let found = json(&["errcode", word, "45166", "--format", "json"]);
        assert!(found.as_array().unwrap().iter().any(|it| it["errcode"] == 45009), "{found}");
    }
    let found = json(&["errcode", "白名单", "40007", "--format", "json"]);
    assert!(found.as_array().unwrap().iter().any(|entry| entry["errcode"] == 40007), "{found}");
    assert!(run(&["errcode", r#"{"errcode":"40001"}"#]).contains("\n40001 "));
    assert!(run(&["errcode", "40007 invalid media_id"]).contains("\n40007 "));
    for (errmsg, code) in [
        ("invalid media_id", 40007),
        ("Invalid credential, access_token is invalid", 40001),
        ("invalid content hint: [a] rid: 1-2-3", 45166),
        ("invalid content_source_url", 41039),
        ("invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist", 40164),
        ("api unauthorized", 48001),
    ] {
        assert_eq!(json(&["errcode", errmsg, "--format", "json"])["errcode"], code, "{errmsg}");
    }
    for printed in [
        "Error: 45166",
        "45166.",
        "45,166",
        "４５１６６",
        "errcode=45166&x",
        "{'errcode': 45166, 'errmsg': 'invalid content'}",
        r#"[{"errcode":45166}]"#,
        r#"{"errCode":45166}"#,
    ] {
        assert_eq!(json(&["errcode", printed, "--format", "json"])["errcode"], 45166, "{printed}");
    }
    for wrong in ["{", "{}", r#"{"errcode":"no"}"#, r#"{"media_id":"45166","articles":{}}"#] {
        weixin_draft(&["errcode", wrong]).assert().code(2);
    }
    weixin_draft(&["errcode", "-"]).write_stdin("").assert().code(2);
}

#[test]
fn what_is_in_no_table() {
    assert_snapshot!(run(&["rules", "nonsense\u{7}"]));
    assert_snapshot!(run(&["rules", "nonsense", "--lang", "zh"]));
    assert_snapshot!(run(&["errcode", "12345"]));
    assert_snapshot!(run(&["errcode", "12345", "--lang", "zh"]));
    weixin_draft(&["errcode", "nonsense"]).assert().code(2);
    weixin_draft(&["errcode", ""]).assert().code(2);
    let shown = run(&["rules", "abc", "title_long", "zzz"]);
    assert!(shown.starts_with("exit code 2\n--- stdout\ntitle_long\n"), "{shown}");
    assert!(shown.contains("called abc") && shown.contains("called zzz"), "{shown}");
    // Each word that is unknown is named, and what is known is told all the same.
    let shown = run(&["errcode", "abc", "45166", "zzz", "99999"]);
    assert!(shown.contains("\n45166 "), "{shown}");
    for unknown in ["speaks of abc", "speaks of zzz", "99999: "] {
        assert!(shown.contains(unknown), "{unknown}: {shown}");
    }
    let shown = run(&["errcode", "12345", "40007"]);
    assert!(shown.starts_with("exit code 2\n--- stdout\n40007 "), "{shown}");
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
