//! New drafts, and the list of them.

use serde_json::{Value, json};
use weixin_draft_sandbox::{Fault, NEWS, Sandbox};

use crate::{agent, news, post, start, url};

fn add(sandbox: &Sandbox, articles: &Value) -> Value {
    let body = json!({"articles": articles}).to_string();
    post(&url(sandbox, "draft/add"), body.as_bytes())
}

fn list(sandbox: &Sandbox, body: &Value) -> Value {
    post(&url(sandbox, "draft/batchget"), body.to_string().as_bytes())
}

#[test]
fn a_draft_is_added_and_listed() {
    let sandbox = start();
    let article = news(&json!({}))["articles"].clone();
    let answer = add(&sandbox, &json!([article, article]));
    let media_id = answer["media_id"].as_str().expect("an id");
    let stored = sandbox.draft(media_id).expect("it is stored");
    assert_eq!(stored["news_item"].as_array().map(Vec::len), Some(2));

    let listed = list(&sandbox, &json!({"offset": 0, "count": 20, "no_content": 1}));
    assert_eq!((&listed["total_count"], &listed["item_count"]), (&json!(3), &json!(3)));
    let items = listed["item"].as_array().expect("a list");
    let entry = items.iter().find(|item| item["media_id"] == NEWS).expect("it is listed");
    assert_eq!(entry["content"]["news_item"][0]["title"], "Spring menu");
    assert_eq!(entry["content"]["news_item"][0]["content"], "");
    let page = list(&sandbox, &json!({"offset": 2, "count": 20}));
    assert_eq!(page["item_count"], 1);
    assert_ne!(page["item"][0]["content"]["news_item"][0]["content"], "");
    assert_eq!(list(&sandbox, &json!({"offset": 0, "count": 21}))["errcode"], 40097);
}

#[test]
fn what_is_not_added() {
    let sandbox = start();
    let article = news(&json!({}))["articles"].clone();
    let coverless = news(&json!({"thumb_media_id": null}))["articles"].clone();
    for (articles, errcode) in [
        (json!([]), 44003),
        (json!(article), 47001),
        (json!(vec![article.clone(); 9]), 45008),
        (json!([article, coverless]), 40007),
        (json!([article, {"title": "T"}]), 45166),
    ] {
        assert_eq!(add(&sandbox, &articles)["errcode"], errcode, "{articles}");
    }
    assert_eq!(post(&url(&sandbox, "draft/add"), b"{}")["errcode"], 44003);
    assert_eq!(sandbox.drafts().len(), 2);
}

#[test]
fn a_call_may_be_carried_out_and_not_answered() {
    let sandbox = start();
    sandbox.fail_next_of("draft/add", Fault::CutAfter);
    let article = news(&json!({}))["articles"].clone();
    let body = json!({"articles": [article]}).to_string();
    assert!(agent().post(url(&sandbox, "draft/add")).send(body).is_err());
    assert_eq!(sandbox.drafts().len(), 3);
    assert_eq!((sandbox.requests()[0].status, sandbox.requests()[0].errcode), (0, None));
}

#[test]
fn somebody_listens() {
    let sandbox = start();
    let (told, heard) = std::sync::mpsc::channel();
    sandbox.on_answer(move |request| drop(told.send((request.path.clone(), request.errcode))));
    sandbox.fail_next_of("draft/batchget", Fault::errcode(45009));
    list(&sandbox, &json!({}));
    list(&sandbox, &json!({}));
    let path = "/cgi-bin/draft/batchget?access_token=***".to_owned();
    assert_eq!(heard.recv().expect("it is told"), (path.clone(), Some(45009)));
    assert_eq!(heard.recv().expect("it is told"), (path, Some(0)));
}
