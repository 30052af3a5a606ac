//! Tokens that are given, end and are made void.

use serde_json::{Value, json};
use weixin_draft_sandbox::{APPID, NEWS, SECRET, Sandbox};

use crate::{post, start};

fn ask(sandbox: &Sandbox, changes: &Value) -> Value {
    let mut body = json!({"grant_type": "client_credential", "appid": APPID, "secret": SECRET});
    for (name, value) in changes.as_object().expect("changes are an object") {
        body[name] = value.clone();
    }
    let url = format!("{}/cgi-bin/stable_token", sandbox.base_url());
    post(&url, body.to_string().as_bytes())
}

fn get(sandbox: &Sandbox, token: &str) -> i64 {
    let url = format!("{}/cgi-bin/draft/get?access_token={token}", sandbox.base_url());
    let answer = post(&url, json!({"media_id": NEWS}).to_string().as_bytes());
    answer["errcode"].as_i64().unwrap_or(0)
}

#[test]
fn who_asks_wrongly_gets_none() {
    let sandbox = start();
    let good = json!({"access_token": "SANDBOX_TOKEN", "expires_in": 7200});
    assert_eq!(ask(&sandbox, &json!({"force_refresh": false})), good);
    for (changes, errcode) in [
        (json!({"grant_type": "x"}), 40002),
        (json!({"appid": "x"}), 40013),
        (json!({"secret": "x"}), 40125),
        (json!({"force_refresh": 1}), 47001),
    ] {
        assert_eq!(ask(&sandbox, &changes)["errcode"], errcode, "{changes}");
    }
}

#[test]
fn a_token_ends_and_another_is_given() {
    let sandbox = start();
    sandbox.expire_token();
    assert_eq!(get(&sandbox, "SANDBOX_TOKEN"), 42001);
    let token = ask(&sandbox, &json!({}))["access_token"].clone();
    assert_eq!(get(&sandbox, token.as_str().expect("a token")), 0);
    assert_eq!(get(&sandbox, "SANDBOX_TOKEN_9"), 40001);
}

#[test]
fn a_void_token_is_given_until_another_is_forced() {
    let sandbox = start();
    sandbox.void_token();
    assert_eq!(get(&sandbox, "SANDBOX_TOKEN"), 40001);
    assert_eq!(ask(&sandbox, &json!({}))["access_token"], "SANDBOX_TOKEN");
    let forced = ask(&sandbox, &json!({"force_refresh": true}));
    assert_eq!(get(&sandbox, forced["access_token"].as_str().expect("a token")), 0);
    assert_eq!(ask(&sandbox, &json!({"force_refresh": true}))["errcode"], 45011);
}
