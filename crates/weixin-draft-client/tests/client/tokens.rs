//! Where tokens come from, and how they are renewed.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use weixin_draft::endpoint::STABLE_TOKEN;
use weixin_draft_client::{
    AccessToken, ApiError, Client, ClientBuilder, Clock, Error, Secret, StableToken, TokenError,
    TokenSource, TransportKind,
};
use weixin_draft_sandbox::{APPID, Fault, NEWS, SECRET, Sandbox, TOKEN};

const THREADS: usize = 64;

fn account(secret: &str) -> StableToken {
    StableToken::new(APPID, Secret::new(secret))
}

fn builder(sandbox: &Sandbox, source: impl Into<TokenSource>) -> ClientBuilder {
    Client::builder(source).base_url(sandbox.base_url()).clock(Clock::manual())
}

fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().expect("a free port");
    let client = builder(&sandbox, account(SECRET)).build().expect("a good base URL");
    (sandbox, client)
}

/// How many calls an endpoint has had.
fn calls(sandbox: &Sandbox, path: &str) -> usize {
    sandbox.requests().iter().filter(|request| request.path.starts_with(path)).count()
}

fn fetches(sandbox: &Sandbox) -> usize {
    calls(sandbox, &STABLE_TOKEN.path())
}

/// Lets many threads read the draft at the same time.
fn read_at_once(client: &Client) -> Vec<Result<(), Error>> {
    let barrier = Barrier::new(THREADS);
    thread::scope(|scope| {
        let read = || {
            barrier.wait();
            client.get(NEWS).map(drop)
        };
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(read)).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    })
}

#[test]
fn a_token_is_fetched_when_it_is_needed_and_kept() {
    let (sandbox, client) = start();
    assert_eq!(fetches(&sandbox), 0);
    for _ in 0..3 {
        client.get(NEWS).expect("a draft");
    }
    assert_eq!(fetches(&sandbox), 1);
    let asked: serde_json::Value =
        serde_json::from_str(&sandbox.requests()[0].body).expect("JSON was sent");
    assert_eq!(asked["grant_type"], "client_credential");
    assert_eq!((&asked["appid"], &asked["force_refresh"]), (&APPID.into(), &false.into()));
}

#[test]
fn a_token_is_renewed_five_minutes_before_it_ends() {
    let sandbox = Sandbox::start().expect("a free port");
    let clock = Clock::manual();
    let client = builder(&sandbox, account(SECRET)).clock(clock.clone()).build().expect("good");
    client.get(NEWS).expect("a draft");
    clock.advance(Duration::from_secs(7_200 - 305));
    client.get(NEWS).expect("a draft");
    assert_eq!(fetches(&sandbox), 1);
    clock.advance(Duration::from_secs(10));
    assert!(read_at_once(&client).iter().all(Result::is_ok));
    assert_eq!(fetches(&sandbox), 2, "one fetch for all threads");
}

#[test]
fn a_renewal_that_fails_early_harms_nobody() {
    let sandbox = Sandbox::start().expect("a free port");
    let clock = Clock::manual();
    let client = builder(&sandbox, account(SECRET)).clock(clock.clone()).build().expect("good");
    client.get(NEWS).expect("a draft");
    clock.advance(Duration::from_secs(7_000));
    sandbox.fail_next_of("stable_token", Fault::errcode(45009));
    client.get(NEWS).expect("the token is good for 200 s more");
    client.get(NEWS).expect("and is not asked for at once again");
    assert_eq!(fetches(&sandbox), 2);
    clock.advance(Duration::from_secs(31));
    client.get(NEWS).expect("a draft");
    assert_eq!(fetches(&sandbox), 3);
}

#[test]
fn a_token_that_dies_at_once_is_renewed_by_one_call_for_all() {
    let (sandbox, client) = start();
    client.get(NEWS).expect("a draft");
    for round in 2..6 {
        sandbox.expire_token();
        let before = calls(&sandbox, "/cgi-bin/draft/get");
        let results = read_at_once(&client);
        assert!(results.iter().all(Result::is_ok), "{results:?}");
        assert_eq!(fetches(&sandbox), round);
        let made = calls(&sandbox, "/cgi-bin/draft/get") - before;
        assert!((THREADS..=2 * THREADS).contains(&made), "{made} calls");
    }
}

#[test]
fn a_token_is_forced_only_if_the_same_comes_again() {
    let (sandbox, client) = start();
    client.get(NEWS).expect("a draft");
    sandbox.void_token();
    let results = read_at_once(&client);
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    assert_eq!(fetches(&sandbox), 3);
    let forced =
        sandbox.requests().iter().filter(|it| it.body.contains("force_refresh\":true")).count();
    assert_eq!(forced, 1);
}

#[test]
fn what_is_refused_still_is_an_error() {
    let (sandbox, client) = start();
    sandbox.fail_later("draft/get", Fault::errcode(40001), 0, 2);
    let error = client.get(NEWS).expect_err("refused twice");
    assert!(matches!(&error, Error::Api(ApiError { errcode: 40001, .. })), "{error}");
    assert_eq!(calls(&sandbox, "/cgi-bin/draft/get"), 2);
}

#[test]
fn a_token_call_that_fails_is_told_as_such() {
    let sandbox = Sandbox::start().expect("a free port");
    let client = builder(&sandbox, account("WRONG")).build().expect("a good base URL");
    let error = client.get(NEWS).expect_err("the secret is wrong");
    let Error::Api(refusal) = &error else { panic!("not a refusal: {error:?}") };
    assert_eq!((refusal.errcode, refusal.endpoint), (40125, &STABLE_TOKEN));
    assert!(error.to_string().contains("the call for an access token"), "{error}");
    assert!(error.to_string().contains("The secret is wrong."), "{error}");

    sandbox.fail_next_of("stable_token", Fault::errcode(40164));
    let error = client.get(NEWS).expect_err("the address is not listed");
    assert!(matches!(&error, Error::Api(ApiError { errcode: 40164, .. })), "{error}");
    assert_eq!(calls(&sandbox, "/cgi-bin/draft"), 0);
}

#[test]
fn whoever_waits_for_a_token_call_that_fails_does_not_repeat_it() {
    let sandbox = Sandbox::start().expect("a free port");
    let client = builder(&sandbox, account("WRONG")).build().expect("a good base URL");
    sandbox.fail_next_of("stable_token", Fault::Slow { milliseconds: 1_500 });
    let results = read_at_once(&client);
    let refused = |result: &Result<(), Error>| {
        matches!(result, Err(Error::Api(ApiError { errcode: 40125, .. })))
    };
    assert!(results.iter().all(refused), "{results:?}");
    assert_eq!(fetches(&sandbox), 1);
}

#[test]
fn a_token_call_has_the_calls_time() {
    let sandbox = Sandbox::start().expect("a free port");
    let client = builder(&sandbox, account(SECRET)).timeout(Duration::from_millis(300));
    let client = client.build().expect("a good base URL");
    sandbox.fail_next_of("stable_token", Fault::Slow { milliseconds: 20_000 });
    let Err(Error::Transport(failure)) = client.get(NEWS) else { panic!("it was too slow") };
    assert_eq!((failure.kind, failure.endpoint), (TransportKind::Timeout, &STABLE_TOKEN));
}

#[test]
fn a_function_is_asked_before_each_call_and_after_a_refusal() {
    let sandbox = Sandbox::start().expect("a free port");
    let asked = Arc::new(AtomicUsize::new(0));
    let source = {
        let asked = Arc::clone(&asked);
        TokenSource::function(move || {
            let number = asked.fetch_add(1, Ordering::SeqCst);
            Ok(AccessToken::new(if number == 1 { "OUTDATED" } else { TOKEN }))
        })
    };
    let client = builder(&sandbox, source).build().expect("a good base URL");
    client.get(NEWS).expect("a draft");
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    client.get(NEWS).expect("a draft, with the second token");
    assert_eq!(asked.load(Ordering::SeqCst), 3);

    let source = TokenSource::function(|| Err("the vault is closed".into()));
    let client = builder(&sandbox, source).build().expect("a good base URL");
    let error = client.get(NEWS).expect_err("there is no token");
    let cause = std::error::Error::source(&error).expect("a cause").to_string();
    assert_eq!(cause, "the vault is closed");
}

#[test]
fn what_cannot_be_a_token_is_not_sent() {
    let sandbox = Sandbox::start().expect("a free port");
    for (token, flaw) in [
        ("", TokenError::Empty),
        ("None", TokenError::Nothing),
        (r#"{"errcode":40164}"#, TokenError::Json),
        ("a b", TokenError::Blank),
    ] {
        let client = builder(&sandbox, AccessToken::new(token)).build().expect("good");
        assert_eq!(client.get(NEWS).expect_err("no token"), Error::Token(flaw), "{token}");
    }
    assert!(sandbox.requests().is_empty());
}
