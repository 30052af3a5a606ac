//! `sandbox`.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
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
    newspic.json：草稿已更新
    ");
}

#[test]
fn a_line_a_request_and_drafts_of_ones_own() {
    let folder = std::env::temp_dir().join(format!("weixin-draft-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("MINE.json");
    std::fs::write(
        &file,
        r#"{"news_item":[{"title":"T","content":"x"},{"title":"U","content":"y"}]}"#,
    )
    .unwrap();
    let mut child = Command::new(cargo_bin!("weixin-draft"))
        .args(["sandbox", "--draft"])
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let url = lines.next().unwrap().split_whitespace().last().unwrap().to_owned();
    assert!(lines.any(|line| line == "Put in:   MINE, 2 articles"));
    let body = crate::support::request("春")
        .replace("SANDBOX_NEWS", "MINE")
        .replace("\"index\":0", "\"index\":1");
    for (token, code) in [("SANDBOX_TOKEN", 0), ("OTHER_TOKEN", 3)] {
        let mut update = weixin_draft(&["update", "-", "--base-url", &url]);
        update.env("WEIXIN_ACCESS_TOKEN", token).write_stdin(body.clone()).assert().code(code);
    }
    // Somebody asks and does not wait for the answer.
    let address = url.strip_prefix("http://").unwrap();
    let ask = |path: &str, body: &str| {
        let mut stream = TcpStream::connect(address).unwrap();
        let length = body.len();
        let head =
            format!("POST {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all((head + body).as_bytes()).unwrap();
        stream
    };
    let mut asked = ask("/sandbox/fault", r#"{"fault": "slow", "milliseconds": 60000}"#);
    assert!(asked.read(&mut [0; 64]).unwrap() > 0);
    let waiting = ask("/cgi-bin/draft/update?access_token=SANDBOX_TOKEN", &body);
    // Only a request that was read is one that somebody gave up.
    std::thread::sleep(std::time::Duration::from_millis(300));
    drop(waiting);
    std::thread::sleep(std::time::Duration::from_millis(500));
    child.kill().unwrap();
    child.wait().unwrap();
    let log: Vec<String> =
        BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap).collect();
    let log: Vec<&str> =
        log.iter().filter(|line| line.contains("POST")).map(|line| &line[9..]).collect();
    assert_eq!(
        log,
        [
            "POST /cgi-bin/draft/update errcode 0",
            "POST /cgi-bin/draft/update errcode 40001",
            "POST /cgi-bin/draft/update the caller did not wait for the answer",
        ]
    );
    std::fs::write(&file, "{}").unwrap();
    let output = weixin_draft(&["sandbox", "--draft", file.to_str().unwrap()]).output().unwrap();
    assert!(show(&output).starts_with("exit code 2\n"));
    std::fs::remove_dir_all(&folder).unwrap();
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
