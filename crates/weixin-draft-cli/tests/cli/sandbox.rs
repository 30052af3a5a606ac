//! `sandbox`.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;
use insta::assert_snapshot;

use crate::support::{show, weixin_draft};

/// Runs a sandbox and gives back what it prints and what an update answers.
fn sandbox(language: &str, file: &str) -> (String, String) {
    let mut child = Command::new(cargo_bin!("weixin-draft"))
        .args(["sandbox", "--lang", language])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let text: Vec<String> = lines.take(8).map(Result::unwrap).collect();
    let url = text[0].split_once("http").map(|(_, rest)| format!("http{rest}")).unwrap();
    let mut update = weixin_draft(&["update", file, "--base-url", &url, "--lang", language]);
    let answer = show(&update.env("WEIXIN_ACCESS_TOKEN", "SANDBOX_TOKEN").output().unwrap());
    child.kill().unwrap();
    child.wait().unwrap();
    (text.join("\n").replace(&url, "URL"), answer)
}

#[test]
fn in_english() {
    let (text, answer) = sandbox("en", "news.json");
    assert_snapshot!(text);
    assert_snapshot!(answer, @r"
    exit code 0
    --- stdout
    news.json: updated
    ");
}

#[test]
fn in_chinese() {
    let (text, answer) = sandbox("zh", "newspic.json");
    assert_snapshot!(text);
    assert_snapshot!(answer, @r"
    exit code 0
    --- stdout
    newspic.json: 草稿已更新
    ");
}

#[test]
fn a_port_that_is_taken() {
    let other = weixin_draft_sandbox::Sandbox::start().unwrap();
    let port = other.port().to_string();
    let output = weixin_draft(&["sandbox", "--port", &port]).output().unwrap();
    let shown = show(&output);
    let expected =
        format!("exit code 2\n--- stderr\nerror: cannot listen on port {port} of 127.0.0.1: ");
    assert!(shown.starts_with(&expected), "{shown}");
}
