//! What the answers look like, and what is remembered of the requests.

use serde_json::json;

use crate::{agent, news, post, start, update, url};

#[test]
fn answers_are_labelled_as_the_vendor_labels_them() {
    let sandbox = start();
    for body in [news(&json!({})).to_string(), "{}".to_owned()] {
        let request = agent().post(url(&sandbox, "draft/update"));
        let response = request.send(body).expect("the sandbox answers");
        assert_eq!(response.status(), 200);
        let label = response.headers()["content-type"].to_str();
        assert_eq!(label.ok(), Some("application/json; encoding=utf-8"));
    }
}

#[test]
fn a_refusal_names_itself_for_the_support() {
    let sandbox = start();
    let errmsg = |body: &[u8]| {
        let answer = post(&url(&sandbox, "draft/update"), body);
        answer["errmsg"].as_str().unwrap_or_default().to_owned()
    };
    let (first, second) = (errmsg(b"{}"), errmsg(b"{}"));
    assert!(first.starts_with("media_id missing"), "{first}");
    assert!(first.contains(" hint: ["), "{first}");
    let rid = |text: &str| text.rsplit("] rid: ").next().map(str::to_owned);
    assert_eq!(rid(&first).map(|rid| rid.len()), Some(26));
    assert_ne!(rid(&first), rid(&second));
}

#[test]
fn requests_are_remembered_without_their_secrets() {
    let sandbox = start();
    let address = url(&sandbox, "draft/update") + "&x=1";
    agent()
        .post(&address)
        .header("Content-Type", "application/json; charset=utf-8")
        .send("{\"media_id\": \"中\"}")
        .expect("the sandbox answers");
    let token_url = format!("{}/cgi-bin/stable_token", sandbox.base_url());
    post(&token_url, br#"{"appid":"A","secret":"HUSH"}"#);
    agent().get(format!("{}/elsewhere", sandbox.base_url())).call().expect("the sandbox answers");

    let requests = sandbox.requests();
    assert_eq!(requests.len(), 3);
    assert_eq!(requests[0].method, "POST");
    assert_eq!(requests[0].path, "/cgi-bin/draft/update?access_token=***&x=1");
    assert_eq!(requests[0].content_type.as_deref(), Some("application/json; charset=utf-8"));
    assert_eq!(requests[0].body, "{\"media_id\": \"中\"}");
    assert!(!requests[1].body.contains("HUSH"));
    assert_eq!(requests[2].method, "GET");
    assert_eq!(requests[2].content_type, None);
}

#[test]
fn a_body_without_end_is_turned_down() {
    let sandbox = start();
    let body = "x".repeat(17 * 1024 * 1024);
    // The server stops reading; the client may see that before the answer.
    if let Ok(mut response) = agent().post(url(&sandbox, "draft/update")).send(body) {
        let text = response.body_mut().read_to_string().unwrap_or_default();
        assert!(text.is_empty() || text.contains("45002"), "{text}");
    }
    assert_eq!(update(&sandbox, &news(&json!({}))), 0, "and it goes on");
}
