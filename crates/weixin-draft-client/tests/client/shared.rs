//! One client, many calls.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::mpsc;
use std::thread;

use weixin_draft_client::Client;
use weixin_draft_sandbox::{Fault, NEWS};

use crate::support::{OK, Raw, answer, client_for, draft, failure, sandbox};

#[test]
fn a_client_can_be_shared_and_sent() {
    fn is_shareable<T: Clone + Send + Sync + 'static>() {}
    is_shareable::<Client>();
}

#[test]
fn calls_use_one_connection() {
    let raw = Raw::start(answer("200 OK", OK));
    let client = client_for(raw.base_url(), "t");
    for _ in 0..5 {
        client.clone().update(&draft("Menu")).expect("a good request");
    }
    assert_eq!((raw.requests().len(), raw.connections()), (5, 1));
}

#[test]
fn a_refusal_costs_no_connection() {
    let raw = Raw::start(answer("200 OK", r#"{"errcode":-1,"errmsg":"system error"}"#));
    let client = client_for(raw.base_url(), "t");
    for _ in 0..3 {
        client.update(&draft("Menu")).expect_err("the server is busy");
    }
    assert_eq!(raw.connections(), 1);
}

#[test]
fn threads_share_a_client() {
    let (sandbox, client) = sandbox();
    thread::scope(|scope| {
        for thread in 0..8 {
            let client = &client;
            scope.spawn(move || {
                for call in 0..10 {
                    client
                        .update(&draft(&format!("Menu {thread}.{call}")))
                        .expect("a good request");
                }
            });
        }
    });
    assert_eq!(sandbox.requests().len(), 80);
    let stored = sandbox.draft(NEWS).expect("the draft");
    assert!(stored["news_item"][0]["title"].as_str().is_some_and(|title| title.ends_with(".9")));
}

#[test]
fn a_failure_spoils_no_later_call() {
    let (sandbox, client) = sandbox();
    for fault in [Fault::Cut, Fault::Truncated, Fault::BadGateway, Fault::NotJson] {
        sandbox.fail_next(fault);
        failure(&client);
        client.update(&draft("Menu")).expect("a good request");
    }
}

/// A server may close a connection while it rests; an update on it must not be lost, nor be
/// sent twice.
#[test]
fn a_connection_that_was_closed_meanwhile_is_not_used() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let (closed, has_closed) = mpsc::channel();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = Vec::new();
            while !request.ends_with(b"}}") {
                let mut more = [0; 4096];
                let length = stream.read(&mut more).expect("a request");
                request.extend_from_slice(&more[..length]);
            }
            stream.write_all(answer("200 OK", OK).as_bytes()).expect("it listens");
            drop(stream);
            closed.send(()).expect("somebody waits");
        }
    });
    let client = client_for(format!("http://127.0.0.1:{port}"), "t");
    for _ in 0..3 {
        client.update(&draft("Menu")).expect("a good request");
        has_closed.recv().expect("a server");
    }
}
