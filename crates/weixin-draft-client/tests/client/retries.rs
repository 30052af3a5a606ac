//! When a call is made again.

use std::time::Duration;

use weixin_draft::{Article, DraftUpdate};
use weixin_draft_client::{AccessToken, Client, ClientBuilder, Clock, Error};
use weixin_draft_sandbox::{Fault, NEWS, Sandbox, TOKEN};

use crate::support::draft;

struct Trial {
    sandbox: Sandbox,
    clock: Clock,
}

impl Trial {
    fn new() -> Self {
        Trial { sandbox: Sandbox::start().expect("a free port"), clock: Clock::manual() }
    }

    fn builder(&self) -> ClientBuilder {
        Client::builder(AccessToken::new(TOKEN))
            .base_url(self.sandbox.base_url())
            .clock(self.clock.clone())
    }

    fn client(&self) -> Client {
        self.builder().build().expect("a good base URL")
    }

    fn assert_pauses(&self, seconds: &[u64]) {
        let pauses = self.clock.pauses();
        assert_eq!(pauses.len(), seconds.len(), "{pauses:?}");
        for (pause, seconds) in pauses.iter().zip(seconds) {
            let least = Duration::from_secs(*seconds);
            assert!((least..=least * 5 / 4).contains(pause), "{pause:?} for {seconds} s");
        }
    }
}

fn articles() -> [Article; 1] {
    [draft("Menu").articles]
}

#[test]
fn a_busy_server_is_asked_three_times() {
    let trial = Trial::new();
    trial.sandbox.fail_times(Fault::errcode(-1), 2);
    trial.client().update(&draft("Menu")).expect("the third time");
    trial.assert_pauses(&[1, 2]);
    assert_eq!(trial.sandbox.requests().len(), 3);

    let trial = Trial::new();
    trial.sandbox.fail_times(Fault::errcode(-1), 9);
    assert!(matches!(trial.client().update(&draft("Menu")), Err(Error::Api(_))));
    trial.assert_pauses(&[1, 2]);
    assert_eq!(trial.sandbox.requests().len(), 3);
}

#[test]
fn too_many_calls_this_minute_need_a_minute() {
    let trial = Trial::new();
    trial.sandbox.fail_times(Fault::errcode(45011), 1);
    let client = trial.builder().timeout(Duration::from_secs(100)).build().expect("good");
    client.update(&draft("Menu")).expect("the second time");
    trial.assert_pauses(&[60]);

    // Within the usual time there is none.
    let trial = Trial::new();
    trial.sandbox.fail_times(Fault::errcode(45011), 1);
    assert!(matches!(trial.client().update(&draft("Menu")), Err(Error::Api(_))));
    trial.assert_pauses(&[]);
}

#[test]
fn other_codes_are_final() {
    for errcode in [40007, 40014, 45009, 45166, 48001, 42007, 53404, 9_999_999] {
        let trial = Trial::new();
        trial.sandbox.fail_times(Fault::errcode(errcode), 1);
        assert!(matches!(trial.client().update(&draft("Menu")), Err(Error::Api(_))));
        trial.assert_pauses(&[]);
        assert_eq!(trial.sandbox.requests().len(), 1, "{errcode}");
    }
}

#[test]
fn one_setting_turns_them_off() {
    let trial = Trial::new();
    let client = trial.builder().retries(false).build().expect("a good base URL");
    trial.sandbox.fail_times(Fault::errcode(-1), 1);
    client.update(&draft("Menu")).expect_err("busy");
    trial.sandbox.fail_next_of("draft/get", Fault::Cut);
    client.get(NEWS).expect_err("cut");
    assert_eq!(trial.sandbox.requests().len(), 2);
}

#[test]
fn reading_is_repeated_after_a_failure() {
    for fault in [Fault::Cut, Fault::CutAfter, Fault::Truncated, Fault::BadGateway] {
        let trial = Trial::new();
        trial.sandbox.fail_later("draft/get", fault, 0, 2);
        trial.client().get(NEWS).expect("the third time");
        trial.assert_pauses(&[1, 2]);
    }
    for fault in [Fault::NotJson, Fault::Firewall, Fault::Status { status: 404 }] {
        let trial = Trial::new();
        trial.sandbox.fail_next_of("draft/get", fault);
        trial.client().get(NEWS).expect_err("for good");
        trial.assert_pauses(&[]);
    }
}

#[test]
fn an_update_is_not_repeated_after_a_failure_unless_the_caller_says_so() {
    for fault in [Fault::Cut, Fault::CutAfter, Fault::Truncated, Fault::BadGateway] {
        let trial = Trial::new();
        trial.sandbox.fail_next(fault.clone());
        let error = trial.client().update(&draft("Menu")).expect_err("no answer");
        let Error::Transport(failure) = &error else { panic!("{error:?}") };
        assert!(failure.may_have_arrived(), "{fault:?}");
        assert!(error.to_string().contains("may have been updated"), "{error}");
        assert_eq!(trial.sandbox.requests().len(), 1);

        let trial = Trial::new();
        trial.sandbox.fail_next(fault);
        let client = trial.builder().repeat_updates(true).build().expect("a good base URL");
        client.update(&draft("Menu")).expect("the second time");
        assert_eq!(trial.sandbox.requests().len(), 2);
    }
}

#[test]
fn a_draft_is_never_added_twice() {
    let faults = [
        Fault::Cut,
        Fault::CutAfter,
        Fault::Truncated,
        Fault::BadGateway,
        Fault::NotJson,
        Fault::InvalidUtf8,
        Fault::Status { status: 412 },
        Fault::errcode(-1),
    ];
    for fault in faults {
        let trial = Trial::new();
        trial.sandbox.fail_next_of("draft/add", fault.clone());
        let client = trial.builder().repeat_updates(true).build().expect("a good base URL");
        let error = client.add(&articles()).expect_err("a fault was asked for");
        assert_eq!(trial.sandbox.requests().len(), 1, "{fault:?}");
        if let Error::Transport(failure) = &error {
            let is_open = fault != Fault::Status { status: 412 };
            assert_eq!(failure.may_have_arrived(), is_open, "{fault:?}");
            assert_eq!(error.to_string().contains("may have been added"), is_open, "{error}");
        }
    }
    let trial = Trial::new();
    let client = trial.builder().timeout(Duration::from_millis(300)).build().expect("good");
    trial.sandbox.fail_next_of("draft/add", Fault::Slow { milliseconds: 20_000 });
    assert!(
        client.add(&articles()).expect_err("too slow").to_string().contains("may have been added")
    );
    assert_eq!(trial.sandbox.requests().len(), 1);
}

#[test]
fn what_was_never_sent_was_not_added() {
    let trial = Trial::new();
    let client = trial.client();
    drop(trial.sandbox);
    let error = client.add(&articles()).expect_err("nothing listens");
    assert!(error.to_string().ends_with("Nothing was changed."), "{error}");
}

#[test]
fn drafts_are_added_listed_and_read() {
    let trial = Trial::new();
    let client = trial.client();
    let ids: Vec<_> =
        (0..25).map(|_| client.add(&articles()).expect("it is added").media_id).collect();
    let listed = client.list(100).expect("a list");
    assert_eq!(listed.len(), 27);
    assert!(ids.iter().all(|id| listed.iter().any(|draft| draft.media_id == *id)));
    assert_eq!(client.list(3).expect("a list").len(), 3);
    let read = client.get(&ids[0]).expect("a draft");
    let Article::News(read) = read.article(0).expect("an article").article else { panic!("news") };
    let Article::News(sent) = &articles()[0] else { panic!("news") };
    assert_eq!((read.title, read.content), (sent.title.clone(), sent.content.clone()));
    let sent = DraftUpdate::new(&*ids[0], 0, draft("Other").articles);
    client.update(&sent).expect("a good request");
    assert_eq!(client.get(&ids[0]).expect("a draft").items[0].title(), "Other");
}
