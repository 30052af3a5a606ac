//! The sandbox as programs in other languages set it up.

use serde_json::{Value, json};
use weixin_draft_sandbox::{NEWS, NEWSPIC, Sandbox};

use crate::{agent, news, post, start, update};

fn ask(sandbox: &Sandbox, fault: &str) -> (u16, Value) {
    let url = format!("{}/sandbox/fault", sandbox.base_url());
    let mut response = agent().post(&url).send(fault).expect("the sandbox answers");
    let text = response.body_mut().read_to_string().expect("text");
    let answer = serde_json::from_str(&text).expect("JSON");
    (response.status().as_u16(), answer)
}

fn read(sandbox: &Sandbox, endpoint: &str) -> Value {
    let url = format!("{}/sandbox/{endpoint}", sandbox.base_url());
    let mut response = agent().get(&url).call().expect("the sandbox answers");
    let text = response.body_mut().read_to_string().expect("text");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn every_fault_has_a_name() {
    let sandbox = start();
    for fault in [
        r#"{"fault":"errcode","errcode":45009}"#,
        r#"{"fault":"errcode","errcode":45009,"errmsg":"x","times":2}"#,
        r#"{"fault":"slow","milliseconds":5}"#,
        r#"{"fault":"cut"}"#,
        r#"{"fault":"cut_after","endpoint":"draft/add"}"#,
        r#"{"fault":"firewall"}"#,
        r#"{"fault":"status","status":412}"#,
        r#"{"fault":"gone","media_id":"M","after":1}"#,
        r#"{"fault":"edit","media_id":"M","index":0,"fields":{"title":"T"},"endpoint":"draft/get"}"#,
        r#"{"fault":"truncated"}"#,
        r#"{"fault":"bad_gateway"}"#,
        r#"{"fault":"redirect","location":"/"}"#,
        r#"{"fault":"oversized","bytes":5}"#,
        r#"{"fault":"not_json"}"#,
        r#"{"fault":"invalid_utf8"}"#,
        r#"{"fault":"string_errcode"}"#,
        r#"{"fault":"text_plain","times":1}"#,
    ] {
        assert_eq!(ask(&sandbox, fault), (200, json!({"ok": true})), "{fault}");
    }
}

#[test]
fn a_fault_nobody_knows_is_an_error() {
    let sandbox = start();
    for fault in [
        "",
        "[]",
        "{}",
        r#"{"fault":"flood"}"#,
        r#"{"fault":"errcode"}"#,
        r#"{"fault":"slow","seconds":1}"#,
        r#"{"fault":"slow","milliseconds":1,"extra":1}"#,
        r#"{"fault":"cut","extra":1}"#,
        r#"{"fault":"cut","times":0}"#,
        r#"{"fault":"cut","times":-1}"#,
        r#"{"fault":"cut","times":"2"}"#,
        r#"{"fault":"cut","endpoint":"draft/delete"}"#,
    ] {
        let (status, answer) = ask(&sandbox, fault);
        assert_eq!(status, 400, "{fault}");
        assert_eq!(answer["ok"], false);
        assert!(answer["error"].is_string());
    }
    assert_eq!(update(&sandbox, &news(&json!({}))), 0);
}

#[test]
fn a_fault_holds_as_often_as_asked() {
    let sandbox = start();
    ask(&sandbox, r#"{"fault":"errcode","errcode":88000,"times":2}"#);
    let body = news(&json!({}));
    let codes: Vec<i64> = (0..3).map(|_| update(&sandbox, &body)).collect();
    assert_eq!(codes, [88000, 88000, 0]);
}

#[test]
fn there_is_an_end_to_faults_that_wait() {
    let sandbox = start();
    let words = "x".repeat(200_000);
    let fault = json!({"fault": "errcode", "errcode": 1, "errmsg": words}).to_string();
    let accepted = (0..20).filter(|_| ask(&sandbox, &fault).0 == 200).count();
    assert_eq!(accepted, 5, "a mebibyte of them");
}

#[test]
fn somebody_else_edits_and_deletes() {
    let sandbox = start();
    let control = |path: &str, body: Value| {
        let url = format!("{}/sandbox/{path}", sandbox.base_url());
        let response = agent().post(&url).send(body.to_string()).expect("the sandbox answers");
        response.status().as_u16()
    };
    let edit = json!({"media_id": NEWS, "index": 1, "fields": {"title": "Theirs"}});
    assert_eq!(control("edit", edit), 200);
    assert_eq!(sandbox.draft(NEWS).expect("the draft")["news_item"][1]["title"], "Theirs");
    assert_eq!(control("edit", json!({"media_id": NEWS, "index": 9, "fields": {}})), 400);
    assert_eq!(control("delete", json!({"media_id": NEWS})), 200);
    assert_eq!(control("delete", json!({"media_id": NEWS})), 400);
    assert!(sandbox.draft(NEWS).is_none());
}

#[test]
fn looking_inside_and_starting_over() {
    let sandbox = start();
    assert_eq!(update(&sandbox, &news(&json!({}))), 0);
    let requests = read(&sandbox, "requests");
    assert_eq!(requests.as_array().map(Vec::len), Some(1));
    assert_eq!(requests[0]["path"], "/cgi-bin/draft/update?access_token=***");
    assert_eq!(requests[0]["method"], "POST");
    let drafts = read(&sandbox, "drafts");
    assert_eq!(drafts[NEWS]["news_item"][0]["title"], "T");
    assert!(drafts[NEWSPIC].is_object());

    ask(&sandbox, r#"{"fault":"cut"}"#);
    let reset = format!("{}/sandbox/reset", sandbox.base_url());
    assert_eq!(post(&reset, b""), json!({"ok": true}));
    assert_eq!(read(&sandbox, "requests"), json!([]));
    let drafts = read(&sandbox, "drafts");
    assert_eq!(drafts[NEWS]["news_item"][0]["title"], "Spring menu");
    assert_eq!(update(&sandbox, &news(&json!({}))), 0, "the fault is gone");
}
