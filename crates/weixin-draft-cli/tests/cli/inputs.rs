//! What `check` takes for files.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{code, request, run_with_stdin, scratch, show, weixin_draft};

/// A directory with requests, other JSON, and what is ignored.
fn site(test: &str) -> PathBuf {
    let directory = scratch(test);
    let write = |name: &str, text: &str| {
        let path = directory.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("b.json", &request("春"));
    write("a/broken.json", "{\"media_id\": ");
    write("package.json", "{\"name\": \"site\", \"nested\": {\"media_id\": 1}}");
    write("list.json", "[1, 2]");
    write("tsconfig.json", "{ // a comment\n }");
    write("lines.ndjson", &format!("{}\n{}\n", request("春"), request("")));
    write("page.html", "<p>周一起</p>\n<img src=a.png>");
    write(".gitignore", "build/\n");
    write("build/c.json", "{\"media_id\": 1}");
    write(".hidden.json", "{\"media_id\": 1}");
    directory
}

fn check(directory: &PathBuf, arguments: &[&str]) -> String {
    let mut command = weixin_draft(&[&["check"], arguments].concat());
    show(&command.current_dir(directory).output().unwrap())
}

fn names(directory: &PathBuf, arguments: &[&str]) -> Vec<String> {
    let arguments = [&["check", "--format", "json"], arguments].concat();
    let output = weixin_draft(&arguments).current_dir(directory).output().unwrap();
    let reports: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    reports.iter().map(|report| report["file"].as_str().unwrap().replace('\\', "/")).collect()
}

#[test]
fn in_directories_only_requests_are_judged() {
    let directory = site("inputs-directory");
    let found = names(&directory, &["."]);
    assert_eq!(found, ["a/broken.json", "b.json", "lines.ndjson", "lines.ndjson"]);
    // A file that is named is always judged.
    let found = names(&directory, &["package.json", "build/c.json", ".hidden.json"]);
    assert_eq!(found, ["package.json", "build/c.json", ".hidden.json"]);
}

#[test]
fn a_file_that_is_named_twice_is_checked_once() {
    let directory = site("inputs-twice");
    let absolute = directory.join("b.json").to_string_lossy().into_owned();
    std::os::unix::fs::symlink("b.json", directory.join("z.json")).unwrap();
    let arguments = ["b.json", "./b.json", "b*.json", "a/../b.json", "z.json", &absolute];
    assert_eq!(names(&directory, &arguments), ["b.json"]);
    // Named by itself it is judged, also where a directory was named before it.
    let found = names(&directory, &[".", "list.json", "package.json"]);
    let all =
        ["a/broken.json", "b.json", "lines.ndjson", "lines.ndjson", "list.json", "package.json"];
    assert_eq!(
        found.into_iter().collect::<std::collections::BTreeSet<_>>(),
        all.map(String::from).into()
    );
    let shown = check(&directory, &["none.json", "none.json"]);
    assert_eq!(shown.matches("cannot read none.json").count(), 1, "{shown}");
}

#[test]
fn patterns_are_expanded_where_no_shell_did_it() {
    let directory = site("inputs-pattern");
    assert_eq!(
        names(&directory, &["**/b*.json"]),
        ["a/broken.json", "b.json", "build/c.json"][..2]
    );
    let shown = check(&directory, &["none*.json"]);
    assert!(shown.contains("error: no file matches none*.json"), "{shown}");
}

#[test]
fn html_is_judged_as_content() {
    let directory = site("inputs-html");
    let shown = check(&directory, &["page.html"]);
    assert!(shown.contains("page.html:2:6: error[external_image] /content"), "{shown}");
    assert!(shown.contains("  2 | <img src=a.png>\n    |      ^^^^^^^^^\n"), "{shown}");
    assert_eq!(names(&directory, &["--content", "."]), ["page.html"]);
    let shown = check(&directory, &["--content=newspic", "page.html"]);
    assert!(shown.contains("newspic_markup"), "{shown}");
    let shown = run_with_stdin(&["check", "--content"], "<p>周一起</p>");
    assert!(shown.starts_with("exit code 0"), "{shown}");
    fs::write(directory.join("gbk.htm"), b"<p>\xD6\xDC</p>").unwrap();
    let shown = check(&directory, &["gbk.htm"]);
    assert!(shown.contains("cannot read gbk.htm: it is not UTF-8"), "{shown}");
    for mark in ["", "\u{feff}"] {
        let text = format!("{mark}<p>x</p>\n");
        let text: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        fs::write(directory.join("wide.htm"), text).unwrap();
        let shown = check(&directory, &["wide.htm"]);
        assert!(shown.contains("cannot read wide.htm: it is UTF-16: save it as UTF-8"), "{shown}");
        let shown = check(&directory, &["wide.htm", "--fix", "--lang", "zh"]);
        assert!(shown.contains("是 UTF-16 编码，请另存为 UTF-8"), "{shown}");
    }
}

#[test]
fn standard_input_has_one_reading_and_any_name() {
    let shown = run_with_stdin(&["check", "-", "-"], request("春"));
    assert!(shown.starts_with("exit code 2") && shown.contains("only once"), "{shown}");
    let shown = run_with_stdin(&["check", "--stdin-filename", "drafts/a.json"], request(""));
    assert!(shown.contains("drafts/a.json:1:58: error[empty_value]"), "{shown}");
    let shown = run_with_stdin(&["check", "--stdin-filename", "a.html"], "<p>周一起</p>");
    assert!(shown.starts_with("exit code 0"), "{shown}");
}

#[test]
fn quiet_leaves_the_findings() {
    let shown = run_with_stdin(&["check", "-q"], request("春"));
    assert_eq!(shown, "exit code 0\n");
    let shown = run_with_stdin(&["check", "-q"], request(""));
    assert!(shown.contains("empty_value") && !shown.contains("1 request"), "{shown}");
}

#[test]
fn a_full_disk_is_no_panic() {
    let full = |standard_error: bool| {
        let file = fs::OpenOptions::new().write(true).open("/dev/full").ok()?;
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("weixin-draft"));
        command.args(["check", "none.json"]).stdout(std::process::Stdio::null());
        if standard_error {
            command.stderr(file);
        }
        Some(code(&command.output().unwrap()))
    };
    // Not every system has such a file.
    if let Some(code) = full(true) {
        assert_eq!(code, 2);
    }
}

#[test]
fn a_dry_run_prints_what_would_be_sent() {
    let body = request("春").replace("\"index\":0", "\"index\":0 ").replace("cover-1", "");
    let shown = run_with_stdin(&["update", "-", "--dry-run"], body);
    let expected = "exit code 0\n--- stdout\n{\"media_id\":\"SANDBOX_NEWS\"";
    assert!(shown.starts_with(expected) && shown.contains("warning[thumb_missing]"), "{shown}");
    let shown = run_with_stdin(&["update", "-", "--dry-run"], request(""));
    assert!(shown.starts_with("exit code 1\n--- stderr\n"), "{shown}");
}

#[test]
fn others_are_skipped_where_that_is_asked_for() {
    let directory = site("inputs-others");
    let shown = check(&directory, &["--skip-others", "package.json", "list.json", "b.json"]);
    assert!(shown.contains("1 request checked, nothing to report."), "{shown}");
    let shown = check(&directory, &["--skip-others", "package.json", "none.json"]);
    assert!(shown.starts_with("exit code 2"), "{shown}");
    assert!(check(&directory, &["package.json"]).starts_with("exit code 1"));
}

/// What is meant for a request is checked, however broken; what is no JSON at all is named.
#[test]
fn nothing_in_a_directory_is_skipped_in_silence() {
    let directory = site("inputs-silence");
    let misspelt = request("").replace("media_id\":\"SANDBOX", "mediaId\":\"SANDBOX");
    fs::write(directory.join("misspelt.json"), misspelt.replace("articles", "article")).unwrap();
    fs::write(directory.join("quotes.json"), request("春").replace('"', "'")).unwrap();
    fs::write(directory.join("empty.json"), "").unwrap();
    fs::write(directory.join("template.json"), "{{ values }}").unwrap();
    let judged =
        ["a/broken.json", "b.json", "lines.ndjson", "lines.ndjson", "misspelt.json", "quotes.json"];
    let all = [&judged[..2], &["empty.json"], &judged[2..], &["template.json"]].concat();
    assert_eq!(names(&directory, &["."]), all);

    let quiet = ["empty.json", "template.json", "package.json", "tsconfig.json", "b.json"];
    let arguments = [&["--skip-others"], &quiet[..]].concat();
    let shown = check(&directory, &arguments);
    assert!(shown.starts_with("exit code 0"), "{shown}");
    assert!(shown.contains("warning: empty.json was skipped: it is not JSON"), "{shown}");
    assert!(shown.contains("weixin-draft check template.json"), "{shown}");
    assert!(shown.contains("\n2 JSON files are not requests and were skipped"), "{shown}");
    assert!(!shown.contains("tsconfig"), "{shown}");
    let shown = check(&directory, &[&arguments[..], &["--verbose", "--lang", "zh"]].concat());
    assert!(shown.contains("tsconfig.json：是 JSON，但不是请求，已跳过\n"), "{shown}");
    assert!(shown.contains("警告：已跳过 empty.json：不是 JSON"), "{shown}");
    assert!(shown.contains("有 2 个 JSON 文件不是请求，已跳过"), "{shown}");
    for option in ["--diff", "--fix"] {
        let shown = check(&directory, &[&arguments[..], &[option]].concat());
        assert!(shown.contains("warning: empty.json was skipped"), "{shown}");
    }
    // Where warnings count, so does this.
    let shown = check(&directory, &[&arguments[..], &["--strict"]].concat());
    assert!(shown.starts_with("exit code 1"), "{shown}");
    assert!(shown.contains("error: empty.json was skipped"), "{shown}");
}

#[test]
fn every_format_names_what_was_skipped() {
    let directory = scratch("inputs-skipped");
    fs::write(directory.join("empty.json"), "").unwrap();
    fs::write(directory.join("good.json"), request("春")).unwrap();
    for (format, wanted) in [
        ("json", "\"omitted\":0,\"skipped\":true"),
        ("github", "::warning file=empty.json::empty.json was skipped"),
        ("junit", "skipped=\"1\""),
        ("sarif", "\"ruleId\":\"skipped\""),
    ] {
        let shown = check(&directory, &[".", "--format", format]);
        assert!(shown.starts_with("exit code 0") && shown.contains(wanted), "{shown}");
        let shown = check(&directory, &[".", "--format", format, "--strict"]);
        assert!(shown.starts_with("exit code 1"), "{shown}");
    }
}
