//! `check`, file by file.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{code, request, run, run_with_stdin, scratch, weixin_draft};

#[test]
fn mistakes_in_english() {
    assert_snapshot!(run(&["check", "mistakes.json"]));
}

#[test]
fn mistakes_in_chinese() {
    assert_snapshot!(run(&["check", "mistakes.json", "--lang", "zh"]));
}

#[test]
fn mistakes_as_json() {
    assert_snapshot!(run(&["check", "mistakes.json", "news.json", "--format", "json"]));
}

#[test]
fn mistakes_for_github() {
    assert_snapshot!(run(&["check", "mistakes.json", "--format", "github"]));
}

#[test]
fn the_other_examples_are_good() {
    assert_snapshot!(run(&["check", "news.json", "newspic.json"]), @r"
    exit code 0
    --- stdout
    2 requests checked, nothing to report.
    ");
    assert_snapshot!(run(&["check", "news.json", "--format", "github"]), @"exit code 0");
}

#[test]
fn the_mistakes_are_many() {
    let output = weixin_draft(&["check", "mistakes.json", "--format", "json"]).output().unwrap();
    let files: Value = serde_json::from_slice(&output.stdout).unwrap();
    let violations = files[0]["violations"].as_array().unwrap();
    let mut codes: Vec<_> = violations.iter().map(|violation| &violation["code"]).collect();
    codes.dedup();
    assert!(codes.len() >= 12, "{codes:?}");
}

#[test]
fn standard_input() {
    assert_snapshot!(run_with_stdin(&["check"], request("春")), @r"
    exit code 0
    --- stdout
    1 request checked, nothing to report.
    ");
    assert_snapshot!(run_with_stdin(&["check", "-", "--format", "json"], request("")), @r#"
    exit code 1
    --- stdout
    [
    {"file":"-","ok":false,"violations":[{"code":"empty_value","level":"error","path":"/articles/title","message":"this required field is empty. Give it a value.","limit":null,"found":null,"line":1,"column":58,"range":{"start":57,"end":59},"utf16_range":{"start":57,"end":59},"count":1,"places":[],"fix":null,"url":"https://github.com/weixin-draft/weixin-draft/blob/main/docs/rules.md#empty_value"}],"omitted":0}
    ]
    "#);
}

#[test]
fn what_is_no_request() {
    assert_snapshot!(run_with_stdin(&["check"], ""));
    assert_snapshot!(run_with_stdin(&["check", "--lang", "zh"], "[1, 2"));
    assert_snapshot!(run_with_stdin(&["check"], b"{\"media_id\": \"\xFF\"}".as_slice()));
}

#[test]
fn files_that_cannot_be_read_do_not_hide_the_others() {
    let arguments = ["check", "none.json", "mistakes.json", "../LICENSES-none", "--format", "json"];
    let output = weixin_draft(&arguments).output().unwrap();
    assert_eq!(code(&output), 2);
    let files: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(files.as_array().unwrap().len(), 3);
    assert_eq!((&files[0]["file"], &files[0]["unreadable"]), (&"none.json".into(), &true.into()));
    assert_eq!(
        (&files[1]["file"], &files[1]["unreadable"]),
        (&"mistakes.json".into(), &Value::Null)
    );
    assert_eq!((&files[2]["ok"], &files[2]["violations"]), (&false.into(), &Value::Array(vec![])));
    let errors = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<_> = errors.lines().collect();
    assert_eq!(lines.len(), 2, "{errors}");
    assert_eq!(lines[0], "error: cannot read none.json: there is no such file");
    assert_eq!(lines[1], "error: cannot read ../LICENSES-none: there is no such file");

    let shown = run(&["check", "none/*.json"]);
    assert!(shown.contains("error: no file matches none/*.json\n"), "{shown}");
    let output = weixin_draft(&["check", "none.json"]).output().unwrap();
    assert_eq!((code(&output), output.stdout.as_slice()), (2, b"".as_slice()));
}

#[test]
fn a_large_body() {
    let body = request("春").replace("周一起", &"春".repeat(2 << 20));
    assert_snapshot!(run_with_stdin(&["check"], body));
}

#[test]
fn columns_count_characters() {
    let shown = run_with_stdin(&["check"], request("🌸\\u0000中").replace("cover-1", "封面"));
    assert!(
        shown.contains("-:1:109: error[invalid_media_id] /articles/thumb_media_id\n"),
        "{shown}"
    );
}

#[test]
fn very_many_violations_are_counted() {
    let fields: Vec<_> = (0..1500).map(|number| format!("\"x{number}\":1")).collect();
    let body = format!("{{{}}}", fields.join(","));
    let shown = run_with_stdin(&["check"], body.clone());
    assert!(shown.contains("\n-: and 503 more\n1 request checked"), "{shown}");
    assert!(shown.ends_with("1000 errors, 0 warnings, 503 not listed.\n"), "{shown}");
    let json = run_with_stdin(&["check", "--format", "json"], body.clone());
    assert!(json.ends_with("],\"omitted\":503}\n]\n"));
    let github = run_with_stdin(&["check", "--format", "github"], body);
    assert!(github.ends_with("\n::error file=-,line=1::and 503 more\n"));
}

#[test]
fn names_cannot_steer_the_terminal() {
    let directory = scratch("names");
    let name = "a\u{1B}[31m,b:c%\u{202E}.json";
    fs::write(directory.join(name), "{\"index\": 0, \"\\u001b[2J\\r\\n\": 1}").unwrap();
    let show = |format| {
        let mut command = weixin_draft(&["check", name, "--format", format]);
        String::from_utf8(command.current_dir(&directory).output().unwrap().stdout).unwrap()
    };
    for format in ["text", "github"] {
        let shown = show(format);
        assert!(!shown.contains(['\u{1B}', '\r', '\u{202E}']), "{shown:?}");
        assert!(
            shown.contains("/\\u{1b}[2J\\r\\n") || shown.contains("/\\u{1b}[2J%0D%0A"),
            "{shown}"
        );
    }
    assert!(show("github").contains("file=a\\u{1b}[31m%2Cb%3Ac%25\\u{202e}.json,line=1,"));
}

#[test]
fn levels() {
    let external = request("春").replace("周一起", "<img src='https://cdn.example.cn/a.png'>");
    let check = |arguments: &[&str]| {
        let arguments = [&["check"], arguments].concat();
        code(&weixin_draft(&arguments).write_stdin(external.clone()).output().unwrap())
    };
    assert_eq!(check(&[]), 1);
    assert_eq!(check(&["--level", "external_image=warning"]), 0);
    assert_eq!(check(&["--level", "external_image=off"]), 0);
    assert_eq!(check(&["--level", "external_image=warning", "--strict"]), 1);
    assert_eq!(check(&["--image-host", "example.cn"]), 0);
    assert_eq!(check(&["--image-host", "xample.cn"]), 1);
}

#[test]
fn wrong_usage() {
    assert_snapshot!(run(&["check", "--level", "extern_image=warning"]));
    assert_snapshot!(run(&["check", "--level", "external_image=loud"]));
    assert_snapshot!(run(&["check", "--level", "wrong_type=off"]));
    assert_snapshot!(run(&["check", "--image-host", "https://cdn.example.cn/"]));
    for arguments in [&["check", "--level", "x"][..], &["check", "--colour"], &["nonsense"], &[]] {
        assert_eq!(code(&weixin_draft(arguments).output().unwrap()), 2, "{arguments:?}");
    }
}

#[test]
fn colour_only_where_it_is_wanted() {
    let is_coloured = |name: &str, value: &str| {
        let mut command = weixin_draft(&["check", "mistakes.json"]);
        let output = command.env(name, value).output().unwrap();
        output.stdout.contains(&0x1B)
    };
    assert!(!is_coloured("TERM", "xterm-256color"), "a pipe is no terminal");
    assert!(is_coloured("CLICOLOR_FORCE", "1"));
    let mut command = weixin_draft(&["check", "mistakes.json"]);
    let output = command.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output().unwrap();
    assert!(!output.stdout.contains(&0x1B), "NO_COLOR has the last word");
}

#[test]
fn the_locale_decides_the_language() {
    let summary = |variables: &[(&str, &str)]| {
        let mut command = weixin_draft(&["check", "news.json"]);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let chinese = "已检查 1 个请求，没有发现问题。\n";
    let english = "1 request checked, nothing to report.\n";
    assert_eq!(summary(&[("LANG", "zh_CN.UTF-8")]), chinese);
    assert_eq!(summary(&[("LANG", "zh_CN.UTF-8"), ("LC_MESSAGES", "en_GB")]), english);
    assert_eq!(summary(&[("LC_MESSAGES", "en_GB"), ("LC_ALL", "zh_TW")]), chinese);
    assert_eq!(summary(&[("LC_ALL", ""), ("LANG", "zh")]), chinese);
    assert_eq!(summary(&[("LANG", "fr_FR.UTF-8")]), english);
}
