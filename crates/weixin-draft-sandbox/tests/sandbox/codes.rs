//! Tokens, methods, bodies and what an update begins with.

use serde_json::json;
use weixin_draft_sandbox::NEWS;

use crate::{agent, news, post, start, update, url};

#[test]
fn tokens() {
    let sandbox = start();
    let base = format!("{}/cgi-bin/draft/update", sandbox.base_url());
    let good = news(&json!({})).to_string();
    for (query, errcode) in [
        ("", 41001),
        ("?access_token=", 41001),
        ("?access_token=OTHER", 40001),
        ("?access_token=SANDBOX%5FTOKEN", 0),
    ] {
        let answer = post(&format!("{base}{query}"), good.as_bytes());
        assert_eq!(answer["errcode"], errcode, "{query}");
    }
}

#[test]
fn methods_and_bodies() {
    let sandbox = start();
    for endpoint in ["draft/update", "draft/get", "draft/add", "draft/batchget", "stable_token"] {
        let url = url(&sandbox, endpoint);
        let mut response = agent().get(&url).call().expect("the sandbox answers");
        let text = response.body_mut().read_to_string().expect("text");
        assert!(text.contains(r#""errcode":43002"#), "{endpoint}: {text}");
        assert_eq!(post(&url, b"")["errcode"], 44002, "{endpoint}");
        for body in [
            b"{".as_slice(),
            b"[]",
            b"null",
            b"{\"media_id\":\"\xff\"}",
            b"\xef\xbb\xbf{}",
            b"{} {}",
            "[".repeat(200).as_bytes(),
        ] {
            assert_eq!(post(&url, body)["errcode"], 47001, "{endpoint}: {body:?}");
        }
    }
}

#[test]
fn the_outer_fields() {
    let sandbox = start();
    let article = json!({"title": "T", "content": "x", "thumb_media_id": "C"});
    let cases = [
        (json!({"index": 0, "articles": article}), 41006),
        (json!({"media_id": "", "index": 0, "articles": article}), 41006),
        (json!({"media_id": "NO", "index": 0, "articles": article}), 40007),
        (json!({"media_id": 1, "index": 0, "articles": article}), 47001),
        (json!({"media_id": null, "index": 0, "articles": article}), 47001),
        (json!({"media_id": NEWS, "articles": article}), 40114),
        (json!({"media_id": NEWS, "index": -1, "articles": article}), 40114),
        (json!({"media_id": NEWS, "index": 2, "articles": article}), 40114),
        (json!({"media_id": NEWS, "index": u64::MAX, "articles": article}), 40114),
        (json!({"media_id": NEWS, "index": 1e300, "articles": article}), 40114),
        (json!({"media_id": NEWS, "index": 0.5, "articles": article}), 47001),
        (json!({"media_id": NEWS, "index": "0", "articles": article}), 47001),
        (json!({"media_id": NEWS, "index": true, "articles": article}), 47001),
        (json!({"media_id": NEWS, "index": 1.0, "articles": article}), 0),
        (json!({"media_id": NEWS, "index": 0}), 44003),
        (json!({"media_id": NEWS, "index": 0, "articles": {}}), 44003),
        (json!({"media_id": NEWS, "index": 0, "articles": {"articles": article}}), 44003),
        (json!({"media_id": NEWS, "index": 0, "articles": [article]}), 47001),
        (json!({"media_id": NEWS, "index": 0, "articles": "x"}), 47001),
    ];
    for (body, errcode) in cases {
        assert_eq!(update(&sandbox, &body), errcode, "{body}");
    }
}
