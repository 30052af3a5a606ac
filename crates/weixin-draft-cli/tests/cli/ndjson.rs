//! `check --ndjson`.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{request, run, run_with_stdin, scratch, show, weixin_draft};

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
    assert_snapshot!(run(&["check", "--ndjson", "none.ndjson", "../docs"]), @r"
    exit code 2
    --- stderr
    error: cannot read none.ndjson: there is no such file
    error: cannot read ../docs: this is a directory without files to check
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
    let summary = "50000 requests checked, 5000 cannot be sent: 5000 errors, 0 warnings.";
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
    let too_long: Value = serde_json::from_str(lines[1]).unwrap();
    let violation = &too_long["violations"][0];
    assert_eq!((&too_long["line"], &too_long["ok"]), (&2.into(), &false.into()));
    assert_eq!((&violation["code"], &violation["level"]), (&"too_long".into(), &"error".into()));
    assert_eq!(violation["limit"], 64 << 20);
    assert!(lines[2].starts_with(r#"{"file":"-","line":3,"ok":false,"#), "{shown}");
}

#[test]
fn a_line_that_is_too_long_for_people() {
    let text = [request("春").as_bytes(), b"\n", &vec![b'x'; (64 << 20) + 1]].concat();
    assert_snapshot!(run_with_stdin(&["check", "--ndjson"], text.clone()));
    assert_snapshot!(run_with_stdin(&["check", "--ndjson", "--format", "github"], text));
}

#[test]
fn statistics_for_people_and_programs() {
    let text = format!("{}[]\n{{}}\nnull\n", many(20));
    let arguments = ["check", "--ndjson", "--strict", "--statistics"];
    assert_snapshot!(run_with_stdin(&arguments, text.clone()));
    let shown = run_with_stdin(&["check", "--ndjson"], text.clone());
    assert!(!shown.contains("\n5 "), "nobody asked for statistics: {shown}");
    let arguments = ["check", "--ndjson", "--format", "json", "--statistics"];
    let output = weixin_draft(&arguments).write_stdin(text).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 24);
    assert_snapshot!(text.lines().last().unwrap());
    assert_snapshot!(run(&["check", "news.json", "--format", "json", "--statistics"]));
}

#[test]
fn directories_patterns_and_packed_files() {
    let directory = scratch("ndjson-files");
    let inner = directory.join("inner");
    fs::create_dir(&inner).unwrap();
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(many(30).as_bytes()).unwrap();
    fs::write(directory.join("b.ndjson.gz"), gzip.finish().unwrap()).unwrap();
    fs::write(directory.join("a.jsonl"), many(10)).unwrap();
    let zstandard = zstd::encode_all(many(20).as_bytes(), 1).unwrap();
    fs::write(inner.join("c.ndjson.zst"), zstandard).unwrap();
    for other in ["notes.txt", ".hidden.ndjson", "x.json.gz"] {
        fs::write(directory.join(other), "no request").unwrap();
    }
    let check = |arguments: &[&str]| {
        let arguments = [&["check", "--ndjson"], arguments].concat();
        let mut command = weixin_draft(&arguments);
        let output = command.current_dir(&directory).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let files: Vec<_> = text.lines().filter_map(|line| line.split_once(':')).collect();
        let mut files: Vec<_> = files.into_iter().map(|(file, _)| file.to_owned()).collect();
        files.retain(|file| file.contains('.'));
        (files.join(" "), text.lines().last().unwrap_or_default().to_owned())
    };
    let all = "60 requests checked, 6 cannot be sent: 6 errors, 0 warnings.";
    let (files, summary) = check(&["."]);
    assert_eq!(
        files,
        "a.jsonl b.ndjson.gz b.ndjson.gz b.ndjson.gz inner/c.ndjson.zst inner/c.ndjson.zst"
    );
    assert_eq!(summary, all);
    assert_eq!(check(&["**/*.ndjson.zst", "a.jsonl", "b*"]).1, all);
    assert_eq!(check(&["inner"]).0, "inner/c.ndjson.zst inner/c.ndjson.zst");
}

#[test]
fn a_packed_file_that_ends_early() {
    let directory = scratch("ndjson-broken");
    let whole = zstd::encode_all(many(50_000).as_bytes(), 1).unwrap();
    fs::write(directory.join("a.zst"), &whole[..whole.len() / 2]).unwrap();
    let mut command = weixin_draft(&["check", "--ndjson", "a.zst", "--format", "json"]);
    let output = command.current_dir(&directory).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.len() > 1000, "what came before is checked");
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("error: cannot read a.zst: "), "{errors}");
    for (name, packed, words) in [
        ("a.zst", &whole[..whole.len() / 2], "内容不完整"),
        ("a.gz", b"\x1F\x8B\x08\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF", "压缩数据已损坏"),
    ] {
        fs::write(directory.join(name), packed).unwrap();
        let mut command = weixin_draft(&["check", "--ndjson", name, "--lang", "zh"]);
        let output = command.current_dir(&directory).output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert!(errors.contains(words), "{errors}");
    }
}

#[test]
fn one_document_over_several_lines() {
    let directory = scratch("ndjson-pretty");
    for (document, is_told) in
        [("{\n  \"media_id\": \"M\"\n}", true), ("[\r\n{}\r\n]", true), ("{\"index\": 0}\n", false)]
    {
        fs::write(directory.join("a.ndjson"), document).unwrap();
        let mut command = weixin_draft(&["check", "a.ndjson"]);
        let output = command.current_dir(&directory).output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(errors.contains("one JSON document over several lines"), is_told, "{errors}");
        assert_eq!(output.status.code(), Some(if is_told { 2 } else { 1 }));
    }
}

/// As PowerShell writes with `>`.
#[test]
fn another_encoding_is_told_once() {
    let directory = scratch("ndjson-utf-16");
    let lines = format!("{}\r\n", request("T")).repeat(40_000);
    let text: Vec<u8> =
        format!("\u{feff}{lines}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(directory.join("wide.ndjson"), &text).unwrap();
    for arguments in [&["check", "wide.ndjson"][..], &["check", "--fix", "wide.ndjson"]] {
        let output = weixin_draft(arguments).current_dir(&directory).output().unwrap();
        let shown = show(&output);
        assert!(shown.starts_with("exit code 1"), "{shown}");
        assert_eq!(shown.matches("error[invalid_json]").count(), 1, "{shown}");
        assert!(
            shown.contains("wide.ndjson:1:1:") && shown.contains("encoded in UTF-16"),
            "{shown}"
        );
    }
    assert_eq!(fs::read(directory.join("wide.ndjson")).unwrap(), text);
}
