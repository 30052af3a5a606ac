//! The sandbox from outside, over real sockets.

mod add;
mod article;
mod codes;
mod content;
mod control;
mod faults;
mod guard;
mod lifetime;
mod pictures;
mod state;
mod tokens;
mod wire;

use serde_json::{Value, json};
use weixin_draft_sandbox::{NEWS, NEWSPIC, Sandbox, TOKEN};

/// A client that shows whatever came back, and follows nothing.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

/// A running sandbox.
fn start() -> Sandbox {
    Sandbox::start().expect("a loopback port is free")
}

/// The address of an endpoint, with the good token.
fn url(sandbox: &Sandbox, endpoint: &str) -> String {
    format!("{}/cgi-bin/{endpoint}?access_token={TOKEN}", sandbox.base_url())
}

/// Posts a body and gives back the answer's JSON.
fn post(url: &str, body: &[u8]) -> Value {
    let mut response = agent().post(url).send(body).expect("the sandbox answers");
    let text = response.body_mut().read_to_string().expect("the answer is text");
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("not JSON: {text}"))
}

/// Sends an update and gives back its `errcode`.
fn update(sandbox: &Sandbox, body: &Value) -> i64 {
    let answer = post(&url(sandbox, "draft/update"), body.to_string().as_bytes());
    answer["errcode"].as_i64().expect("errcode is a number")
}

/// A good update of the first news article, with these fields changed; `null`
/// takes a field out.
fn news(changes: &Value) -> Value {
    let article = json!({
        "article_type": "news", "title": "T", "content": "<p>x</p>", "thumb_media_id": "C",
    });
    request(NEWS, article, changes)
}

/// A good update of the picture article, with these fields changed.
fn newspic(changes: &Value) -> Value {
    let article = json!({
        "article_type": "newspic",
        "title": "T",
        "content": "x",
        "image_info": {"image_list": [{"image_media_id": "I"}]},
    });
    request(NEWSPIC, article, changes)
}

fn request(media_id: &str, mut article: Value, changes: &Value) -> Value {
    for (name, value) in changes.as_object().expect("changes are an object") {
        match (value, &mut article) {
            (Value::Null, Value::Object(fields)) => drop(fields.remove(name)),
            _ => article[name] = value.clone(),
        }
    }
    json!({"media_id": media_id, "index": 0, "articles": article})
}
