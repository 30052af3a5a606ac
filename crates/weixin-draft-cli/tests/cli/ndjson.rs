//! `check --ndjson`.

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{request, run, run_with_stdin, weixin_draft};

#[test]
fn lines_in_english() {
    assert_snapshot!(run(&["check", "--ndjson", "requests.ndjson"]));
}

#[test]
fn lines_in_chinese() {
    assert_snapshot!(run(&["check", "--ndjson", "requests.ndjson", "--lang", "zh"]));
}

#[test]
fn lines_as_json() {
    assert_snapshot!(run(&["check", "--ndjson", "requests.ndjson", "--format", "json"]));
}

#[test]
fn lines_for_github() {
    assert_snapshot!(run(&["check", "--ndjson", "requests.ndjson", "--format", "github"]));
}

#[test]
fn nothing_at_all() {
    assert_snapshot!(run_with_stdin(&["check", "--ndjson"], "\n \r\n"), @r"
    exit code 0
    --- stdout
    No requests.
    ");
    assert_snapshot!(run(&["check", "--ndjson", "none.ndjson", "."]), @r"
    exit code 2
    --- stderr
    error: cannot read none.ndjson: No such file or directory (os error 2)
    error: cannot read .: Is a directory (os error 21)
    ");
}

/// Every tenth request has no title.
fn many(count: u64) -> String {
    let title = |line: u64| if line.is_multiple_of(10) { "" } else { "春" };
    (1..=count).map(|line| request(title(line)) + "\n").collect()
}

#[test]
fn very_many_lines_stay_in_order() {
    let count = 100_000;
    let arguments = ["check", "--ndjson", "--format", "json"];
    let output = weixin_draft(&arguments).write_stdin(many(count)).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let mut expected = 0;
    for line in text.lines() {
        expected += 1;
        let object: Value = serde_json::from_str(line).unwrap();
        assert_eq!(object["file"], "-");
        assert_eq!(object["line"], expected);
        assert_eq!(object["ok"], expected % 10 != 0);
    }
    assert_eq!(expected, count);
}

#[test]
fn places_are_those_of_the_file() {
    let output = weixin_draft(&["check", "--ndjson"]).write_stdin(many(50_000)).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut expected = 0;
    for line in text.lines().filter(|line| line.contains("[empty_value]")) {
        expected += 10;
        assert_eq!(line, format!("-:{expected}:58: error[empty_value] /articles/title"));
    }
    assert_eq!(expected, 50_000);
    let summary = "50000 requests checked, 5000 may not be sent: 5000 errors, 0 warnings.";
    assert_eq!(text.lines().last(), Some(summary));
}

#[test]
fn a_line_of_64_mib_is_not_held() {
    let mut text = request("春").into_bytes();
    text.push(b'\n');
    text.resize(text.len() + (64 << 20) + 1, b'x');
    text.extend_from_slice(b"\n{}\n");
    let shown = run_with_stdin(&["check", "--ndjson", "--format", "json"], text);
    let lines: Vec<_> = shown.lines().skip(2).collect();
    assert_eq!(lines.len(), 3, "{shown}");
    assert_eq!(
        lines[1],
        r#"{"file":"-","line":2,"ok":false,"violations":[],"too_long":{"limit":67108864}}"#
    );
    assert!(lines[2].starts_with(r#"{"file":"-","line":3,"ok":false,"#), "{shown}");
}
