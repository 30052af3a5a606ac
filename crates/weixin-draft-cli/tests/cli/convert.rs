//! `convert`.

use insta::assert_snapshot;
use serde_json::Value;
use weixin_draft_sandbox::{NEWS, Sandbox};

use crate::support::{run_with_stdin, weixin_draft};

fn draft() -> String {
    format!("{:#}", Sandbox::start().unwrap().draft(NEWS).unwrap())
}

#[test]
fn an_answer_of_draft_get() {
    assert_snapshot!(run_with_stdin(&["convert", "-"], draft()));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--index", "1", "--lang", "zh"], draft()));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--index", "2"], draft()));
    assert_snapshot!(run_with_stdin(&["convert", "-", "--index", "2", "--lang", "zh"], draft()));
}

#[test]
fn one_item() {
    let draft: Value = serde_json::from_str(&draft()).unwrap();
    let item = draft["news_item"][1].to_string();
    assert_snapshot!(run_with_stdin(&["convert", "-"], item));
}

#[test]
fn a_whole_request_can_be_sent() {
    let arguments = ["convert", "-", "--index", "1", "--media-id", NEWS];
    let converted = weixin_draft(&arguments).write_stdin(draft()).output().unwrap();
    let shown = run_with_stdin(&["update", "-", "--sandbox"], converted.stdout);
    assert!(shown.contains("as article 1 of the draft SANDBOX_NEWS: \"Opening hours\""), "{shown}");
}

#[test]
fn what_is_no_article() {
    assert_snapshot!(run_with_stdin(&["convert", "-"], "{\"news_item\": [\n  {\"title\": 1}]}"));
    assert_snapshot!(run_with_stdin(&["convert", "-"], "nonsense"));
    weixin_draft(&["convert", "none.json"]).assert().code(2);
}
