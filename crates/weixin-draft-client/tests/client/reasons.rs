//! Failures are told apart, each with its cause.

use std::error::Error as _;
use std::time::Duration;

use weixin_draft_client::{AccessToken, Client, Reason, TransportError, TransportKind};
use weixin_draft_sandbox::{Fault, TOKEN};

use crate::support::{Raw, answer, client_for, failure, sandbox};

#[track_caller]
fn assert_reason(failure: &TransportError, reason: &str, has_cause: bool) {
    assert_eq!(failure.reason.as_str(), reason);
    assert_eq!(failure.source().is_some(), has_cause, "{failure:?}");
    for language in weixin_draft::Language::ALL {
        assert!(failure.message(language).chars().count() > 15, "{failure:?}");
        assert!(!failure.message(language).contains('{'), "{failure:?}");
    }
}

#[test]
fn before_a_connection() {
    let unknown = failure(&client_for("https://no-such-host.invalid", TOKEN));
    assert_reason(&unknown, "unknown_host", true);
    let refused = failure(&client_for("http://127.0.0.1:1", TOKEN));
    assert_reason(&refused, "refused", true);
    assert!(!refused.may_have_arrived());
    let client = Client::builder(AccessToken::new(TOKEN))
        .base_url("https://192.0.2.1")
        .connect_timeout(Duration::from_millis(200))
        .proxy_from_env(false)
        .build()
        .expect("a good base URL");
    let slow = failure(&client);
    // Some networks say at once that no way leads there.
    if slow.kind == TransportKind::Timeout {
        assert_reason(&slow, "connect_timeout", false);
        assert!(slow.to_string().contains("within 0.2 s"), "{slow}");
    }
}

#[test]
fn what_came_instead_of_an_answer() {
    let (sandbox, client) = sandbox();
    for (fault, reason, has_cause) in [
        (Fault::Cut, "cut", true),
        (Fault::Truncated, "truncated", true),
        (Fault::BadGateway, "gateway", false),
        (Fault::Firewall, "firewall", false),
        (Fault::Status { status: 403 }, "firewall", false),
        (Fault::Status { status: 412 }, "length_required", false),
        (Fault::Status { status: 404 }, "status", false),
        (Fault::Redirect { location: "/".into() }, "redirect", false),
        (Fault::Oversized { bytes: 2_000_000 }, "too_large", false),
        (Fault::InvalidUtf8, "not_utf8", false),
        (Fault::NotJson, "not_the_endpoints", false),
    ] {
        sandbox.fail_next(fault);
        let failure = failure(&client);
        assert_reason(&failure, reason, has_cause);
        if let Reason::TooLarge(limit) = failure.reason {
            assert!(failure.to_string().contains(&format!("more than {limit} bytes")), "{failure}");
        }
    }
    for (bytes, reason) in [
        (answer("200 OK", "<!doctype html>log in"), "html"),
        (answer("200 OK", r#"{"errcode":0,"errm"#), "truncated"),
        ("SSH-2.0-OpenSSH_9.6\r\n\r\n".to_owned(), "not_http"),
    ] {
        let raw = Raw::start(bytes);
        let failure = failure(&client_for(raw.base_url(), TOKEN));
        assert_eq!(failure.reason.as_str(), reason);
    }
}

#[test]
fn the_firewall_has_a_kind_of_its_own() {
    let (sandbox, client) = sandbox();
    sandbox.fail_next(Fault::Firewall);
    let failure = failure(&client);
    assert_eq!((failure.kind, failure.status), (TransportKind::Blocked, Some(501)));
    assert!(!failure.may_have_arrived());
    let message = failure.to_string();
    assert_eq!(message.to_lowercase().matches("nothing was changed").count(), 1, "{message}");
    assert_eq!(failure.reason, Reason::Firewall);
}

#[test]
fn an_answer_without_words_is_understood() {
    let raw = Raw::start(answer("200 OK", r#"{"errcode":0}"#));
    client_for(raw.base_url(), TOKEN).update(&crate::support::draft("Menu")).expect("it is fine");
    let raw = Raw::start(answer("200 OK", r#"{"errcode":45009}"#));
    let error = client_for(raw.base_url(), TOKEN).update(&crate::support::draft("Menu"));
    assert!(
        matches!(error, Err(weixin_draft_client::Error::Api(refusal)) if refusal.errcode == 45009)
    );
}
