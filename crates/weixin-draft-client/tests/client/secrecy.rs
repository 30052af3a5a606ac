//! The token is in no text.

use std::error::Error as _;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use weixin_draft::{Article, DraftUpdate};
use weixin_draft_client::{
    AccessToken, BaseUrlError, Client, Error, Secret, StableToken, TokenSource,
};
use weixin_draft_sandbox::{APPID, Fault, NEWS, SECRET, Sandbox, TOKEN as SANDBOX_TOKEN};

use crate::support::{Raw, client_for, draft};

/// Of one character, so that no part of it can hide in a line.
const TOKEN: &str = "QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ+QQQQQQQ";

#[track_caller]
fn assert_silent(value: &impl Debug) {
    let text = format!("{value:?} {value:#?}");
    assert!(!text.contains("QQQ"), "{text}");
}

#[track_caller]
fn assert_silent_error(error: &Error) {
    assert_silent(error);
    let text = error.to_string();
    assert!(!text.contains("QQQ") && !text.contains("access_token="), "{text}");
    assert!(!text.contains("127.0.0.1") && !text.contains("春卷"), "{text}");
    let mut source = error.source();
    while let Some(cause) = source {
        assert_silent(&cause);
        let text = cause.to_string();
        assert!(!text.contains("QQQ") && !text.contains("access_token="), "{text}");
        source = cause.source();
    }
}

#[test]
fn values_hide_it() {
    let token = AccessToken::new(TOKEN);
    assert_silent(&token);
    assert_eq!(format!("{token:?}"), "AccessToken(***)");
    let builder = Client::builder(token.clone());
    assert_silent(&builder);
    // Neither are passwords and tokens in addresses, right or wrong.
    let behind = builder.clone().proxy("http://user:QQQQ@127.0.0.1:1");
    assert_silent(&behind);
    assert_silent(&behind.build());
    let wrong = builder.clone().base_url("https://user:QQQQ@h/?access_token=QQQQ");
    assert_silent(&wrong);
    assert_silent(&wrong.build());
    assert_silent(&builder.build());
    assert_silent(&Client::new(token));
}

#[test]
fn errors_hide_it() {
    let sandbox = Sandbox::start().expect("a free port");
    let mut clients = vec![client_for(sandbox.base_url(), TOKEN)];
    // Ways in which other libraries' errors quote the address.
    clients.push(client_for(format!("https://127.0.0.1:{}", sandbox.port()), TOKEN));
    clients.push(client_for("http://127.0.0.1:0", TOKEN));
    clients.push(client_for("http://127.0.0.1:1/%zz/..//[odd]", TOKEN));
    clients.push(client_for(sandbox.base_url(), &TOKEN.repeat(500)));
    clients.push(client_for(Raw::start("nonsense\r\n\r\n").base_url(), TOKEN));
    for client in &clients {
        assert_silent(client);
        assert_silent_error(&client.update(&draft("Menu")).expect_err("nothing is right here"));
    }

    let client = &clients[0];
    let faults = [
        Fault::errcode(40001),
        Fault::Errcode { errcode: 1, errmsg: Some(format!("what is {TOKEN}?")) },
        Fault::Cut,
        Fault::Truncated,
        Fault::BadGateway,
        Fault::Redirect { location: format!("https://example.com/?access_token={TOKEN}") },
        Fault::NotJson,
        Fault::InvalidUtf8,
    ];
    for fault in faults {
        sandbox.fail_next(fault);
        assert_silent_error(&client.update(&draft("Menu")).expect_err("the server misbehaves"));
    }
    let untitled = DraftUpdate::new(NEWS, 0, Article::news("", "<p>春卷</p>"));
    assert_silent_error(&client.update(&untitled).expect_err("there is no title"));
}

#[test]
fn the_secret_and_short_tokens_are_masked_in_refusals() {
    let sandbox = Sandbox::start().expect("a free port");
    const LONG: &str = "0123456789abcdef0123456789abcdef";
    for secret in [LONG, SECRET] {
        let source = StableToken::new(APPID, Secret::new(secret));
        let client = Client::builder(source).base_url(sandbox.base_url()).build();
        let errmsg = Some(format!("bad {secret} rid: 1-2"));
        sandbox.fail_next_of("stable_token", Fault::Errcode { errcode: 40125, errmsg });
        let error = client.expect("a good base URL").get(NEWS).expect_err("it is refused");
        let shown = format!("{error} {error:?}");
        assert!(shown.contains("bad *** rid: 1-2") && !shown.contains(secret), "{shown}");
    }
    let client = client_for(sandbox.base_url(), SANDBOX_TOKEN);
    let errmsg = Some(format!("bad {SANDBOX_TOKEN}"));
    sandbox.fail_next(Fault::Errcode { errcode: 1, errmsg });
    let error = client.update(&draft("Menu")).expect_err("it is refused");
    assert!(!format!("{error} {error:?}").contains(SANDBOX_TOKEN), "{error}");
}

/// A panic of the caller's code in the middle of a call, and of the function that gives
/// the token: the message is theirs alone, and the client goes on.
#[test]
fn a_panic_in_the_middle_tells_nothing_and_spoils_nothing() {
    let sandbox = Sandbox::start().expect("a free port");
    let may_give = Arc::new(AtomicBool::new(true));
    let source = TokenSource::function({
        let may_give = Arc::clone(&may_give);
        move || {
            assert!(may_give.load(Ordering::SeqCst), "no token today");
            Ok(AccessToken::new(SANDBOX_TOKEN))
        }
    });
    let client = Client::builder(source).base_url(sandbox.base_url()).build();
    let client = client.expect("a good base URL");
    let panic_of = |work: &dyn Fn()| {
        let panic = catch_unwind(AssertUnwindSafe(work)).expect_err("it panics");
        panic.downcast_ref::<&str>().map(|text| (*text).to_owned()).expect("a text")
    };
    let edit = || drop(client.edit(NEWS, 0, |_| panic!("in the change")));
    assert_eq!(panic_of(&edit), "in the change");
    may_give.store(false, Ordering::SeqCst);
    assert_eq!(panic_of(&|| drop(client.get(NEWS))), "no token today");
    may_give.store(true, Ordering::SeqCst);
    client.get(NEWS).expect("the client goes on");
    assert!(!format!("{client:#?}").contains(SANDBOX_TOKEN));
    let updates = sandbox.requests().iter().filter(|it| it.path.contains("update")).count();
    assert_eq!(updates, 0);
}

#[test]
fn a_token_too_long_for_any_server_is_an_error() {
    let sandbox = Sandbox::start().expect("a free port");
    let client = client_for(sandbox.base_url(), &"Q".repeat(200_000));
    assert_silent_error(&client.update(&draft("Menu")).expect_err("longer than any token"));
    assert!(sandbox.requests().is_empty());
}

#[test]
fn every_error_says_what_to_do() {
    let advice = [
        BaseUrlError::NotAUrl,
        BaseUrlError::NotSecure,
        BaseUrlError::UserInfo,
        BaseUrlError::QueryOrFragment,
    ];
    for error in advice {
        assert!(error.to_string().contains(": "), "{error}");
    }
}
