//! `--drop-nulls`, for what language models write.

use std::fs;

use insta::assert_snapshot;

use crate::support::{run_with_stdin, scratch, show, weixin_draft};

const REQUEST: &str = r#"{
  "media_id": "SANDBOX_NEWS", "index": 0,
  "articles": {"article_type": null, "title": "春", "author": null, "content": "<p>周一起</p>",
    "thumb_media_id": "cover-1", "cover_info": {"crop_percent_list": null}}
}"#;

#[test]
fn fields_that_are_null_count_as_absent() {
    assert!(run_with_stdin(&["check"], REQUEST).starts_with("exit code 1"));
    assert_snapshot!(run_with_stdin(&["check", "--drop-nulls"], REQUEST), @r"
    exit code 0
    --- stdout
    1 request checked, nothing to report.
    ");
    let line = REQUEST.replace('\n', " ");
    assert_snapshot!(run_with_stdin(&["check", "--drop-nulls", "--ndjson"], line), @r"
    exit code 0
    --- stdout
    1 request checked, nothing to report.
    ");
    let list = run_with_stdin(&["check", "--drop-nulls", "--format", "json"], REQUEST);
    assert!(list.contains(r#""violations":[]"#), "{list}");
}

#[test]
fn places_are_those_of_the_file() {
    let request = REQUEST.replace("\"春\"", "7");
    let report = run_with_stdin(&["check", "--drop-nulls", "--format", "json"], request);
    assert!(report.contains(r#""path":"/articles/title""#), "{report}");
    assert!(report.contains(r#""line":3,"column":47"#), "{report}");
}

#[test]
fn what_is_not_json_is_reported_as_ever() {
    for body in ["", "{\"index\": nul", "\u{feff}{}"] {
        let with = run_with_stdin(&["check", "--drop-nulls"], body);
        assert_eq!(with, run_with_stdin(&["check"], body));
    }
}

#[test]
fn updates_are_sent_without_nulls() {
    let file = scratch("nulls").join("request.json");
    fs::write(&file, REQUEST).unwrap();
    let file = file.to_str().unwrap();
    let update = |more: &[&str]| {
        let arguments = [&["update", file, "--sandbox"], more].concat();
        show(&weixin_draft(&arguments).output().unwrap())
    };
    assert!(update(&[]).starts_with("exit code 1"));
    assert!(update(&["--drop-nulls"]).starts_with("exit code 0"));
}
