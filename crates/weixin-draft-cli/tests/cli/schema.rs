//! `schema`, and reports that fit the published schema.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{run, scratch, weixin_draft};

fn stdout(arguments: &[&str]) -> String {
    String::from_utf8(weixin_draft(arguments).output().unwrap().stdout).unwrap()
}

#[test]
fn every_document_is_the_published_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema");
    for (arguments, file) in [
        (&["schema"][..], "request.json"),
        (&["schema", "request", "--draft", "7"], "request.draft-07.json"),
        (&["schema", "response"], "response.json"),
        (&["schema", "report", "--draft", "2020-12"], "report.json"),
        (&["schema", "report", "--draft", "7"], "report.draft-07.json"),
        (&["schema", "llm"], "request.llm.json"),
        (&["schema", "openapi"], "openapi.json"),
    ] {
        let published = fs::read_to_string(folder.join(file)).unwrap().replace("\r\n", "\n");
        assert!(stdout(arguments) == published, "{file}");
    }
}

#[test]
fn some_documents_have_one_draft_only() {
    assert_snapshot!(run(&["schema", "llm", "--draft", "7"]), @r"
    exit code 2
    --- stderr
    error: llm and openapi are written in 2020-12 only
    ");
    assert_snapshot!(run(&["schema", "openapi", "--draft", "7", "--lang", "zh"]), @r"
    exit code 2
    --- stderr
    错误：llm 和 openapi 只提供 2020-12 版本
    ");
}

/// The schema of one report, and of an array of them.
fn validators() -> (jsonschema::Validator, jsonschema::Validator) {
    let mut schema: Value = serde_json::from_str(&stdout(&["schema", "report"])).unwrap();
    let one = jsonschema::validator_for(&schema).unwrap();
    let definitions = schema.as_object_mut().unwrap().remove("$defs");
    schema.as_object_mut().unwrap().remove("$id");
    let array = serde_json::json!({
        "$schema": schema["$schema"],
        "$defs": definitions,
        "type": "array",
        "items": schema,
    });
    (jsonschema::validator_for(&array).unwrap(), one)
}

#[test]
fn reports_fit_their_schema() {
    let (list, one) = validators();
    let directory = scratch("schema");
    let file = directory.join("lines.ndjson");
    let names = (0..1500).map(|number| format!("\"x{number}\":0"));
    let many = format!("{{{}}}", names.collect::<Vec<_>>().join(","));
    let too_long = " ".repeat((64 << 20) + 1);
    fs::write(&file, format!("{{}}\n\"<\n{many}\n{too_long}\n[null]")).unwrap();
    for language in ["en", "zh"] {
        let examples = ["mistakes.json", "news.json", "newspic.json"];
        let arguments =
            [&["check", "--lang", language, "--format", "json"][..], &examples].concat();
        let reports: Value = serde_json::from_str(&stdout(&arguments)).unwrap();
        assert_eq!(reports.as_array().unwrap().len(), examples.len());
        assert!(list.is_valid(&reports));

        let file = file.to_str().unwrap();
        let lines = stdout(&["check", "--lang", language, "--ndjson", "--format", "json", file]);
        let reports = lines.lines().map(|line| serde_json::from_str(line).unwrap());
        let reports: Vec<Value> = reports.collect();
        assert_eq!(reports.len(), 5);
        assert!(reports.iter().all(|report| one.is_valid(report)));
        assert!(reports.iter().any(|report| report.get("omitted").is_some()));
        assert!(reports.iter().any(|report| report["violations"][0]["code"] == "too_long"));

        let update = ["update", "news.json", "--sandbox", "--format", "json", "--lang", language];
        let outcome: Value = serde_json::from_str(&stdout(&update)).unwrap();
        assert!(one.is_valid(&outcome), "{outcome}");
    }
}
