//! The token is in no log, whatever the level.
//!
//! A logger is the process's, so this test has a program to itself.

use std::panic::AssertUnwindSafe;
use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};
use weixin_draft::{Article, DraftUpdate};
use weixin_draft_client::{AccessToken, Client, Secret, StableToken};
use weixin_draft_sandbox::{APPID, Fault, NEWS, SECRET, Sandbox};

/// Of one character: a log of bytes in short rows would still show it.
const TOKEN: &str = "QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ";

struct Everything(Mutex<Vec<String>>);

impl Log for Everything {
    fn enabled(&self, _metadata: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        self.0.lock().expect("no panic").push(record.args().to_string());
    }

    fn flush(&self) {}
}

static LOG: Everything = Everything(Mutex::new(Vec::new()));

#[test]
fn the_token_is_in_no_log() {
    log::set_logger(&LOG).expect("the only logger");
    log::set_max_level(LevelFilter::Trace);

    let sandbox = Sandbox::start().expect("a free port");
    let draft = DraftUpdate::new(NEWS, 0, Article::news("Menu", "<p>From Monday.</p>"));
    for base_url in [sandbox.base_url(), format!("https://127.0.0.1:{}", sandbox.port())] {
        let client = Client::builder(AccessToken::new(TOKEN)).base_url(base_url).build();
        let client = client.expect("a good base URL");
        for fault in [Fault::errcode(40001), Fault::Cut, Fault::BadGateway] {
            sandbox.fail_next(fault);
            client.update(&draft).expect_err("a fault was asked for");
        }
    }

    // The secret, in a body, and the token that it is given.
    let account = StableToken::new(APPID, Secret::new(SECRET));
    let client = Client::builder(account).base_url(sandbox.base_url()).build();
    client.expect("a good base URL").get(NEWS).expect("a draft");
    let wrong = StableToken::new(APPID, Secret::new(TOKEN));
    let client = Client::builder(wrong).base_url(sandbox.base_url()).build();
    let client = client.expect("a good base URL");
    let panicked = std::panic::catch_unwind(AssertUnwindSafe(|| {
        client.get(NEWS).expect("the secret is wrong")
    }));
    let panicked = *panicked.expect_err("it is").downcast::<String>().expect("a text");
    assert!(panicked.contains("40125") && !panicked.contains("QQQ"), "{panicked}");

    let log = LOG.0.lock().expect("no panic");
    let said = |part: &str| log.iter().any(|line| line.contains(part));
    assert!(!said(SECRET) && !said("=SANDBOX_TOKEN") && !said("\"SANDBOX_TOKEN"));
    assert!(!said("QQQ") && !said("5151 51"), "the token is in the log");
}
