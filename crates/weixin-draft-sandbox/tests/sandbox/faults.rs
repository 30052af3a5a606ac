//! Everything that can be made to go wrong.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;
use weixin_draft_sandbox::{Fault, NEWS, Sandbox};

use crate::{agent, news, post, start, update, url};

/// The title after a fault: whether the update took place.
fn title(sandbox: &Sandbox) -> String {
    let draft = sandbox.draft(NEWS).expect("the draft is there");
    draft["news_item"][0]["title"].as_str().unwrap_or_default().to_owned()
}

/// Sends a good update down a bare socket and gives back all that is answered.
fn raw(sandbox: &Sandbox) -> Vec<u8> {
    let body = news(&json!({})).to_string();
    let mut stream = TcpStream::connect(("127.0.0.1", sandbox.port())).expect("it listens");
    write!(
        stream,
        "POST /cgi-bin/draft/update?access_token=SANDBOX_TOKEN HTTP/1.1\r\n\
         Host: 127.0.0.1:{}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        sandbox.port(),
        body.len()
    )
    .expect("the request goes out");
    let mut answer = Vec::new();
    // A reset is as good an end as any.
    let _ = stream.read_to_end(&mut answer);
    answer
}

#[test]
fn codes_are_used_up_in_order() {
    let sandbox = start();
    sandbox.fail_times(Fault::errcode(-1), 2);
    sandbox.fail_times(Fault::errcode(7), 0);
    sandbox.fail_next(Fault::Errcode { errcode: 45009, errmsg: Some("reach 上限".into()) });
    let body = news(&json!({}));
    assert_eq!(update(&sandbox, &body), -1);
    assert_eq!(update(&sandbox, &body), -1);
    let answer = post(&url(&sandbox, "draft/update"), body.to_string().as_bytes());
    assert_eq!(answer, json!({"errcode": 45009, "errmsg": "reach 上限"}));
    assert_eq!(title(&sandbox), "Spring menu", "nothing was carried out");
    assert_eq!(update(&sandbox, &body), 0);
    assert_eq!(title(&sandbox), "T");
    assert_eq!(sandbox.requests().len(), 4, "failed requests count as well");
}

#[test]
fn other_endpoints_are_spared() {
    let sandbox = start();
    sandbox.fail_next(Fault::Cut);
    let answer = post(&url(&sandbox, "draft/get"), br#"{"media_id":"SANDBOX_NEWS"}"#);
    assert!(answer["news_item"].is_array());
}

#[test]
fn a_slow_answer_is_the_true_one() {
    let sandbox = start();
    sandbox.fail_next(Fault::Slow { milliseconds: 300 });
    let begun = Instant::now();
    assert_eq!(update(&sandbox, &news(&json!({}))), 0);
    assert!(begun.elapsed() >= Duration::from_millis(300));
    assert_eq!(title(&sandbox), "T");
}

#[test]
fn a_cut_connection_says_nothing() {
    let sandbox = start();
    sandbox.fail_next(Fault::Cut);
    assert_eq!(raw(&sandbox), b"");
    assert_eq!(title(&sandbox), "Spring menu");
    sandbox.fail_next(Fault::Cut);
    let address = url(&sandbox, "draft/update");
    assert!(agent().post(&address).send("{}").is_err());
}

#[test]
fn a_truncated_answer_promises_more_than_it_keeps() {
    let sandbox = start();
    sandbox.fail_next(Fault::Truncated);
    let answer = String::from_utf8(raw(&sandbox)).expect("it is text");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("content-length: 27\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\n{\"errcode\""), "{answer}");
}

#[test]
fn answers_of_gateways() {
    let sandbox = start();
    let address = url(&sandbox, "draft/update");
    sandbox.fail_next(Fault::BadGateway);
    let mut response = agent().post(&address).send("{}").expect("an answer");
    assert_eq!(response.status(), 502);
    assert_eq!(response.headers()["content-type"], "text/html");
    let page = response.body_mut().read_to_string().expect("text");
    assert!(page.starts_with("<html>"));

    let location = "https://example.com/?a=b";
    for (asked, sent) in [(location, Some(location)), ("bad\nheader", None)] {
        sandbox.fail_next(Fault::Redirect { location: asked.into() });
        let response = agent().post(&address).send("{}").expect("an answer");
        assert_eq!(response.status(), 302);
        let location = response.headers().get("location");
        assert_eq!(location.and_then(|value| value.to_str().ok()), sent);
    }
}

#[test]
fn answers_that_cannot_be_read() {
    let sandbox = start();
    let address = url(&sandbox, "draft/update");
    let answer = |fault: Fault| {
        sandbox.fail_next(fault);
        let mut response = agent().post(&address).send("{}").expect("an answer");
        assert_eq!(response.status(), 200);
        let limit = 32 * 1024 * 1024;
        let body = response.body_mut().with_config().limit(limit);
        body.read_to_vec().expect("the body is whole")
    };
    let body = answer(Fault::Oversized { bytes: 12_000_000 });
    assert!(body.len() > 12_000_000);
    assert!(body.starts_with(b"{\"errcode\":0"));
    assert!(serde_json::from_slice::<serde_json::Value>(&answer(Fault::NotJson)).is_err());
    assert!(std::str::from_utf8(&answer(Fault::InvalidUtf8)).is_err());
}

#[test]
fn a_true_answer_in_another_dress() {
    let sandbox = start();
    let address = url(&sandbox, "draft/update");
    sandbox.fail_times(Fault::StringErrcode, 2);
    assert_eq!(post(&address, b"{}")["errcode"], "41006");
    let good = news(&json!({})).to_string();
    assert_eq!(post(&address, good.as_bytes())["errcode"], "0");
    assert_eq!(title(&sandbox), "T");

    sandbox.fail_next(Fault::TextPlain);
    let mut response = agent().post(&address).send(good).expect("an answer");
    assert_eq!(response.headers()["content-type"], "text/plain");
    let text = response.body_mut().read_to_string().expect("text");
    assert_eq!(text, r#"{"errcode":0,"errmsg":"ok"}"#);
}
