//! Calls that are given up.

use std::thread;
use std::time::{Duration, Instant};

use weixin_draft_client::{AccessToken, Cancel, Client, Error, Secret, StableToken, TokenSource};
use weixin_draft_sandbox::{APPID, Fault, NEWS, SECRET, Sandbox, TOKEN};

fn client(sandbox: &Sandbox, source: impl Into<TokenSource>) -> Client {
    Client::builder(source).base_url(sandbox.base_url()).build().expect("a good base URL")
}

/// Cancels a call that is under way; it has to end at once.
fn assert_ends(sandbox: &Sandbox, client: &Client, requests: usize) {
    let cancel = Cancel::new();
    thread::scope(|scope| {
        let call = scope.spawn(|| client.cancelled_by(&cancel).get(NEWS));
        while sandbox.requests().len() < requests {
            thread::sleep(Duration::from_millis(5));
        }
        let begin = Instant::now();
        cancel.cancel();
        assert_eq!(call.join().expect("no panic").expect_err("cancelled"), Error::Cancelled);
        assert!(begin.elapsed() < Duration::from_secs(1), "{:?}", begin.elapsed());
    });
    thread::sleep(Duration::from_millis(50));
    assert_eq!(sandbox.requests().len(), requests, "nothing more is sent");
}

#[test]
fn while_an_answer_is_awaited() {
    let sandbox = Sandbox::start().expect("a free port");
    sandbox.fail_next_of("draft/get", Fault::Slow { milliseconds: 20_000 });
    let client = client(&sandbox, AccessToken::new(TOKEN));
    assert_ends(&sandbox, &client, 1);
    // Other calls of the same client go on.
    client.get(NEWS).expect("a draft");
}

#[test]
fn while_a_token_is_fetched() {
    let sandbox = Sandbox::start().expect("a free port");
    sandbox.fail_next_of("stable_token", Fault::Slow { milliseconds: 20_000 });
    let client = client(&sandbox, StableToken::new(APPID, Secret::new(SECRET)));
    assert_ends(&sandbox, &client, 1);
    client.get(NEWS).expect("another call fetches the token");
}

#[test]
fn while_it_pauses() {
    let sandbox = Sandbox::start().expect("a free port");
    sandbox.fail_later("draft/get", Fault::errcode(-1), 0, 3);
    assert_ends(&sandbox, &client(&sandbox, AccessToken::new(TOKEN)), 1);
}

#[test]
fn a_call_within_a_runtime_gets_an_answer() {
    let sandbox = Sandbox::start().expect("a free port");
    let client = client(&sandbox, AccessToken::new(TOKEN));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(async { client.get(NEWS) }).expect("a draft");
}
