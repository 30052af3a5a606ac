//! Starting and stopping.

use std::net::TcpStream;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;
use weixin_draft_sandbox::{Fault, Sandbox};

use crate::{agent, news, start, update, url};

#[test]
fn two_sandboxes_do_not_share_anything() {
    let (one, two) = (start(), start());
    assert_ne!(one.port(), two.port());
    assert_eq!(update(&one, &news(&json!({}))), 0);
    assert_eq!(two.requests().len(), 0);
    assert!(Sandbox::start_on(one.port()).is_err());
}

#[test]
fn dropping_frees_the_port() {
    let sandbox = start();
    let port = sandbox.port();
    drop(sandbox);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
}

#[test]
fn dropping_does_not_wait_for_a_slow_answer() {
    let sandbox = start();
    sandbox.fail_next(Fault::Slow { milliseconds: u64::MAX });
    let address = url(&sandbox, "draft/update");
    let client = thread::spawn(move || agent().post(&address).send("{}").is_err());
    while sandbox.requests().is_empty() {
        thread::sleep(Duration::from_millis(5));
    }
    let begun = Instant::now();
    drop(sandbox);
    assert!(begun.elapsed() < Duration::from_secs(2));
    assert!(client.join().expect("the client does not panic"));
}

#[test]
fn waiting_serves_on() {
    let sandbox = start();
    let address = url(&sandbox, "draft/update");
    let (ended, watch) = mpsc::channel();
    thread::spawn(move || {
        sandbox.wait();
        ended.send(()).ok();
    });
    let answer = agent().post(&address).send(news(&json!({})).to_string());
    assert_eq!(answer.expect("an answer").status(), 200);
    assert!(watch.recv_timeout(Duration::from_millis(100)).is_err());
}
