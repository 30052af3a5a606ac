//! `check --format`, and how text fits its terminal.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;
use weixin_draft::Language;

use crate::support::{request, run, run_with_stdin, scratch, weixin_draft};

fn sarif(arguments: &[&str]) -> Value {
    let arguments = [&["check", "--format", "sarif"], arguments].concat();
    let output = weixin_draft(&arguments).output().unwrap();
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    // The standard's own schema.
    let schema = include_str!("../data/sarif-2.1.0.schema.json");
    // Its expression for languages has a bracket that opens nothing.
    let schema = schema.replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = schema.iter_errors(&log).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    log
}

#[test]
fn sarif_is_valid_and_its_regions_are_those_of_the_files() {
    let log = sarif(&["mistakes.json", "news.json"]);
    let text = fs::read_to_string(crate::support::examples().join("mistakes.json")).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let part = |result: &Value| {
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let number = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap() - 1;
        assert_eq!(region["startLine"], region["endLine"]);
        let line = text.lines().nth(number("startLine")).unwrap();
        let length = number("endColumn") - number("startColumn");
        line.chars().skip(number("startColumn")).take(length).collect::<String>()
    };
    let of_code = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap();
    assert_eq!(part(of_code("wrong_type")), "\"0\"");
    assert_eq!(
        of_code("wrong_type")["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "mistakes.json"
    );
    assert!(
        part(of_code("external_image")).starts_with("src="),
        "{}",
        part(of_code("external_image"))
    );
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn sarif_of_odd_inputs_is_valid() {
    let directory = scratch("sarif");
    let many: Vec<_> = (0..1500).map(|number| format!("\"x{number}\":1")).collect();
    fs::write(directory.join("many %.json"), format!("{{{}}}", many.join(","))).unwrap();
    fs::write(directory.join("good.json"), request("春")).unwrap();
    fs::write(directory.join("lines.ndjson"), format!("{}\n\n{}\n", request("春"), request("")))
        .unwrap();
    let path = |name: &str| directory.join(name).to_string_lossy().into_owned();
    assert_eq!(sarif(&[&path("good.json")])["runs"][0]["results"], Value::Array(vec![]));
    let log = sarif(&[&path("good.json"), &path("many %.json"), &path("none.json")]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1002);
    assert_eq!(results[1001]["ruleId"], "unreadable");
    let log = sarif(&["--ndjson", &path("lines.ndjson")]);
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&3.into(), &58.into()));
}

#[test]
fn every_rule_in_sarif_has_its_page() {
    for (code, language) in [("en", Language::English), ("zh", Language::Chinese)] {
        let log = sarif(&["news.json", "--lang", code]);
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        let pages: Vec<_> = rules.iter().map(|rule| rule["helpUri"].as_str().unwrap()).collect();
        let expected: Vec<_> = weixin_draft::all_rules().map(|rule| rule.url(language)).collect();
        assert_eq!(pages, expected);
    }
}

#[test]
fn junit() {
    assert_snapshot!(run(&[
        "check",
        "news.json",
        "mistakes.json",
        "none.json",
        "--format",
        "junit"
    ]));
    assert_snapshot!(run_with_stdin(
        &["check", "--ndjson", "--format", "junit", "--lang", "zh"],
        format!("{}\n{}\n", request("春"), request(""))
    ));
}

#[test]
fn files_that_cannot_be_read_are_in_every_format() {
    assert_snapshot!(run(&["check", "none.json", "--format", "github"]));
    assert_snapshot!(run(&["check", "none.json", "--format", "json"]));
}

#[test]
fn lines_fit_the_terminal() {
    for language in ["en", "zh"] {
        let mut command = weixin_draft(&["check", "mistakes.json", "--lang", language]);
        let output = command.env("COLUMNS", "40").output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        for line in shown.lines() {
            let width = unicode_width::UnicodeWidthStr::width(line);
            // A word that is longer than the line stays whole.
            assert!(width <= 40 || !line.trim().contains(' '), "{width}: {line}");
        }
        let lines: Vec<&str> = shown.lines().collect();
        assert_snapshot!([&lines[..24], &["..."], &lines[lines.len() - 3..]].concat().join("\n"));
    }
}

#[test]
fn codes_link_to_their_page_where_the_terminal_has_links() {
    let mut command = weixin_draft(&["check", "mistakes.json"]);
    let output = command.env("FORCE_HYPERLINK", "1").env("CLICOLOR_FORCE", "1").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("\u{1B}]8;;https://"), "{shown}");
    assert!(
        shown.contains("docs/rules.md#wrong_type\u{1B}\\wrong_type\u{1B}]8;;\u{1B}\\"),
        "{shown}"
    );
}
