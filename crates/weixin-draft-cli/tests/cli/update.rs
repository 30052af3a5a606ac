//! `update`.

use insta::assert_snapshot;
use weixin_draft_sandbox::{Fault, Sandbox};

use crate::support::{request, run, run_with_stdin, show, weixin_draft};

#[test]
fn the_sandbox_takes_the_examples() {
    assert_snapshot!(run(&["update", "news.json", "--sandbox"]));
    assert_snapshot!(run(&["update", "news.json", "--sandbox", "--lang", "zh"]));
    assert_snapshot!(run(&["update", "newspic.json", "--sandbox"]));
    assert_snapshot!(run(&["update", "newspic.json", "--sandbox", "--format", "json"]));
}

#[test]
fn a_request_with_errors_is_not_sent() {
    let sandbox = Sandbox::start().unwrap();
    let body = request("").replace("cover-1", "");
    for arguments in [&["--lang", "en"][..], &["--lang", "zh"], &["--format", "json"]] {
        assert_snapshot!(send(&sandbox, &body, arguments));
    }
    assert!(sandbox.requests().is_empty());
}

#[test]
fn warnings_are_shown_and_sent() {
    let sandbox = Sandbox::start().unwrap();
    let body = request("春").replace("\"title\"", "\"only_fans_can_comment\":1,\"title\"");
    assert_snapshot!(send(&sandbox, &body, &[]));
    assert_eq!(sandbox.requests().len(), 1);
    assert!(send(&sandbox, &body, &["--strict"]).starts_with("exit code 1"));
    assert_eq!(sandbox.requests().len(), 1);
}

#[test]
fn a_lowered_rule_lets_a_request_through() {
    let sandbox = Sandbox::start().unwrap();
    let body = request("春").replace("\"title\"", "\"url\":\"https://x\",\"title\"");
    assert!(send(&sandbox, &body, &[]).starts_with("exit code 1"));
    let shown = send(&sandbox, &body, &["--level", "read_only_field=warning"]);
    assert!(shown.starts_with("exit code 0") && shown.contains("[read_only_field]"), "{shown}");
    assert_eq!(sandbox.requests().len(), 1);
}

#[test]
fn refusals_are_explained() {
    let sandbox = Sandbox::start().unwrap();
    let errmsg =
        "reach max api daily quota limit\u{1B}[2J hint: [x] rid: 698ea13f-7fddc2d7-08ae5e0c";
    let refuse =
        |errcode| sandbox.fail_next(Fault::Errcode { errcode, errmsg: Some(errmsg.into()) });
    refuse(45009);
    assert_snapshot!(send(&sandbox, &request("春"), &[]));
    refuse(45009);
    assert_snapshot!(send(&sandbox, &request("春"), &["--lang", "zh"]));
    refuse(45009);
    assert_snapshot!(send(&sandbox, &request("春"), &["--format", "json"]));
    refuse(12345);
    assert_snapshot!(send(&sandbox, &request("春"), &[]));
    refuse(12345);
    assert_snapshot!(send(&sandbox, &request("春"), &["--lang", "zh"]));
    sandbox.fail_next(Fault::Errcode { errcode: 45009, errmsg: Some(String::new()) });
    let shown = send(&sandbox, &request("春"), &[]);
    assert!(!shown.contains("errmsg") && !shown.contains("\n\n"), "{shown}");
}

#[test]
fn the_lines_of_an_update_fit_the_terminal() {
    let mut command = weixin_draft(&["update", "-", "--sandbox"]);
    let output = command.env("COLUMNS", "40").write_stdin(request("春")).output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains("The sandbox now holds"), "{shown}");
    for line in shown.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 40, "{line}");
    }
}

#[test]
fn a_draft_the_sandbox_does_not_have_is_made() {
    let body =
        request("春").replace("SANDBOX_NEWS", "ANY_ID").replace("\"index\":0", "\"index\":2");
    let shown = run_with_stdin(&["update", "-", "--sandbox"], body);
    assert!(shown.starts_with("exit code 0\n"), "{shown}");
    assert!(shown.contains("as article 2 of the draft ANY_ID"), "{shown}");
    let body = request("春").replace("\"index\":0", "\"index\":9");
    let shown = run_with_stdin(&["update", "-", "--sandbox"], body);
    assert!(shown.contains("errcode 40114"), "{shown}");
}

#[test]
fn a_token_in_the_place_of_a_name_is_not_repeated() {
    let shown = run(&["update", "news.json", "--token-env", "94_QQQQQQ-QQQQ\u{1b}"]);
    assert!(shown.starts_with("exit code 2\n"), "{shown}");
    assert!(
        !shown.contains("QQQ") && shown.contains("the name of an environment variable"),
        "{shown}"
    );
    let long = "Q".repeat(100);
    assert!(!run(&["update", "news.json", "--token-env", &long]).contains("QQQ"));
    let shown = run(&["update", "news.json", "--token-env", ""]);
    assert!(shown.contains("takes the name of an environment variable"), "{shown}");
    let secret = "0123456789abcdef".repeat(2);
    assert!(!run(&["update", "news.json", "--token-env", &secret]).contains("0123"));
    let mut command = weixin_draft(&["update", "news.json", "--base-url", "http://127.0.0.1:1"]);
    let shown = show(&command.env("WEIXIN_ACCESS_TOKEN", "None").output().unwrap());
    assert!(shown.starts_with("exit code 2\n") && shown.contains("a word for nothing"), "{shown}");
}

#[test]
fn servers_that_do_not_answer() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.fail_next(Fault::BadGateway);
    assert_snapshot!(send(&sandbox, &request("春"), &[]));
    sandbox.fail_next(Fault::BadGateway);
    assert_snapshot!(send(&sandbox, &request("春"), &["--lang", "zh"]));
    sandbox.fail_next(Fault::BadGateway);
    assert_snapshot!(send(&sandbox, &request("春"), &["--format", "json"]));
    for fault in [Fault::Cut, Fault::Slow { milliseconds: 5000 }, Fault::NotJson] {
        for language in ["en", "zh"] {
            sandbox.fail_next(fault.clone());
            let shown = send(&sandbox, &request("春"), &["--timeout", "0.3", "--lang", language]);
            assert!(shown.starts_with("exit code 4\n"), "{shown}");
        }
    }
}

/// The library's options have other names on the command line.
#[test]
fn a_time_out_names_its_option() {
    let sandbox = Sandbox::start().unwrap();
    for (language, words) in [
        ("en", "No answer came within 0.3 s: try again, or allow more time with --timeout 0.6."),
        ("zh", "0.3 秒内没有收到应答。请重试，或用 --timeout 0.6 延长时间"),
    ] {
        sandbox.fail_next(Fault::Slow { milliseconds: 5000 });
        let shown = send(&sandbox, &request("春"), &["--timeout", "0.3", "--lang", language]);
        assert!(shown.contains("HOST") && shown.contains(words), "{shown}");
        sandbox.fail_next_of("draft/batchget", Fault::Slow { milliseconds: 5000 });
        let base_url = sandbox.base_url();
        let list = ["list", "--base-url", &base_url, "--timeout", "0.3", "--lang", language];
        let mut command = weixin_draft(&list);
        let shown = show(&command.env("WEIXIN_ACCESS_TOKEN", "SANDBOX_TOKEN").output().unwrap());
        assert!(shown.contains(words), "{shown}");
    }
}

#[test]
fn a_sandbox_has_no_support() {
    let body = request("春").replace("\"index\":0", "\"index\":9");
    let shown = run_with_stdin(&["update", "-", "--sandbox"], body);
    assert!(shown.contains("errcode 40114") && !shown.contains("support"), "{shown}");
    let shown = run(&["pull", "NONE", "--sandbox"]);
    assert!(shown.starts_with("exit code 3\n") && !shown.contains("support"), "{shown}");
}

#[test]
fn a_directory_is_no_request() {
    let shown = run(&["update", ".", "--sandbox"]);
    assert!(shown.contains("cannot read .: this is a directory: name a file"), "{shown}");
}

#[test]
fn a_dry_run_prints_what_would_be_sent_and_nothing_else() {
    let body = request("春");
    let shown = run_with_stdin(&["update", "-", "--dry-run"], format!("{body}\n"));
    assert_eq!(shown, format!("exit code 0\n--- stdout\n{body}\n"));
}

#[test]
fn nobody_listens() {
    let base_url = {
        let sandbox = Sandbox::start().unwrap();
        sandbox.base_url()
    };
    let mut command = weixin_draft(&["update", "news.json", "--base-url", &base_url]);
    let output = command.env("WEIXIN_ACCESS_TOKEN", "SECRET-TOKEN").output().unwrap();
    let shown = show(&output);
    assert!(shown.starts_with("exit code 4\n"), "{shown}");
    assert!(!shown.contains("SECRET-TOKEN"), "{shown}");
    let host = host_of(&base_url);
    assert!(shown.contains(&format!("    {host}: The connection was refused")), "{shown}");
    let list = ["list", "--base-url", &base_url, "--lang", "zh"];
    let shown = show(&weixin_draft(&list).env("WEIXIN_ACCESS_TOKEN", "T").output().unwrap());
    assert!(shown.contains(&format!("错误：{host}：连接被拒绝")), "{shown}");
}

#[test]
fn the_token_comes_from_the_environment() {
    assert_snapshot!(run(&["update", "news.json"]));
    assert_snapshot!(run(&["update", "news.json", "--token-env", "MY_TOKEN", "--lang", "zh"]));
    let sandbox = Sandbox::start().unwrap();
    let arguments =
        ["update", "news.json", "--token-env", "MY_TOKEN", "--base-url", &sandbox.base_url()];
    let send = |token| weixin_draft(&arguments).env("MY_TOKEN", token).output().unwrap();
    assert!(show(&send("SANDBOX_TOKEN\n")).starts_with("exit code 0"));
    let shown = show(&send("SANDBOX_OTHER"));
    assert!(shown.starts_with("exit code 3") && shown.contains("errcode 40001"), "{shown}");
    assert!(show(&send(" ")).starts_with("exit code 2"));
}

#[test]
fn wrong_usage() {
    for arguments in [
        &["update"][..],
        &["update", "none.json", "--sandbox"],
        &["update", "news.json", "--sandbox", "--base-url", "http://127.0.0.1:1"],
        &["update", "news.json", "--sandbox", "--timeout", "0"],
        &["update", "news.json", "--sandbox", "--timeout", "soon"],
    ] {
        weixin_draft(arguments).assert().code(2);
    }
    let mut insecure = weixin_draft(&["update", "news.json", "--base-url", "http://example.com"]);
    insecure.env("WEIXIN_ACCESS_TOKEN", "T").assert().code(2);
}

/// Sends a request to this sandbox.
fn send(sandbox: &Sandbox, body: &str, arguments: &[&str]) -> String {
    let base_url = sandbox.base_url();
    let arguments = [&["update", "-", "--base-url", &base_url], arguments].concat();
    let mut command = weixin_draft(&arguments);
    command.env("WEIXIN_ACCESS_TOKEN", "SANDBOX_TOKEN").write_stdin(body);
    show(&command.output().unwrap()).replace(host_of(&base_url), "HOST")
}

fn host_of(base_url: &str) -> &str {
    base_url.strip_prefix("http://").unwrap()
}
