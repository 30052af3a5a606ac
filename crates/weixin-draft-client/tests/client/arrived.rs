//! After an update without an answer: somebody else's edit, or the server's own doing.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use weixin_draft::{Checker, Language, Level};
use weixin_draft_client::{AccessToken, Client, Clock, Error, Overlay};
use weixin_draft_sandbox::{Fault, NEWS, Sandbox, TOKEN};

use crate::support::{calls, conflict, fields, item, patient, retitle};

const CONTENT: &str = concat!(
    "<p style=\"color: red\">Soup and <b>bread</b>",
    "<img src=\"https://mmbiz.qpic.cn/ours/0\"></p>",
);

/// Sends `CONTENT` in an update without an answer, after which somebody else sets `field`.
fn edited_by_somebody_else(field: &str, value: &Value) {
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::CutAfter);
    let theirs = fields(json!({field: value}));
    let theirs = Fault::Edit { media_id: NEWS.into(), index: 0, fields: theirs };
    sandbox.fail_later("draft/get", theirs, 2, 1);
    let overlay = Overlay::default().set("content", CONTENT).set("digest", Value::Null);
    let conflict = conflict(client.edit_fields(NEWS, 0, &overlay));
    assert!(conflict.may_have_arrived, "{field}: {value}");
    // Neither the digest nor the content that were sent are named.
    assert_eq!(conflict.changed(), [field], "{value}");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get"], "{field}: {value}");
    assert_eq!(&item(&sandbox, NEWS, 0)[field], value);
}

#[test]
fn markup_alone_that_somebody_else_changed_is_a_conflict() {
    for (from, to) in [
        ("/ours/", "/theirs/"),
        ("Soup and", "<a href=\"https://mp.weixin.qq.com/s/x\">Soup</a> and"),
        ("color: red", "color: blue"),
        ("<b>bread</b>", "<b id=\"b\">bread</b>"),
        ("<b>bread</b>", "<b><i>bread</i></b>"),
        ("<b>bread</b>", "bre<b>ad</b>"),
    ] {
        edited_by_somebody_else("content", &CONTENT.replacen(from, to, 1).into());
    }
}

#[test]
fn fields_that_somebody_else_changed_are_a_conflict() {
    let crop = json!({"ratio": "2.35_1", "x1": "0", "y1": "0", "x2": "1", "y2": "0.5"});
    edited_by_somebody_else("cover_info", &json!({"crop_percent_list": [crop]}));
    edited_by_somebody_else("digest", &json!("Written by hand"));
    edited_by_somebody_else("author", &json!("Them"));
}

#[test]
fn an_update_that_took_place_after_its_caller_left_is_found() {
    let sandbox = Sandbox::start().expect("a free port");
    let builder = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
    let client = builder.timeout(Duration::from_secs(1)).build().expect("a good base URL");
    sandbox.fail_next(Fault::Slow { milliseconds: 60_000 });
    let edited = client.edit_fields(NEWS, 0, &retitle("Ours")).expect("it arrived");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get", "get"]);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Ours");
    assert!(edited.stored.violations().is_empty());

    // Somebody else came after it.
    sandbox.fail_next(Fault::Slow { milliseconds: 60_000 });
    let theirs =
        Fault::Edit { media_id: NEWS.into(), index: 0, fields: fields(json!({"title": "Theirs"})) };
    sandbox.fail_later("draft/get", theirs, 2, 1);
    assert!(conflict(client.edit_fields(NEWS, 0, &retitle("Ours again"))).may_have_arrived);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Theirs");
}

#[test]
fn what_the_server_drops_is_no_conflict() {
    for content in [
        CONTENT,
        "<p>Soup<img src=\"https://example.com/a.png\"></p>",
        "<p>Soup</p><script>f()</script>",
        "<p>Soup <a href=\"https://example.com/a\"><b>and</b> bread</a></p>",
        "<p onclick=\"f()\" style=\"position: fixed; top: 0\">Soup</p>",
        "<html><head><title>t</title></head><body><p>Soup</p></body></html>",
    ] {
        let sandbox = Sandbox::start().expect("a free port");
        let mut checker = Checker::new();
        for rule in ["external_image", "javascript_removed", "document_markup"] {
            checker = checker.level(rule, Level::Info).expect("a movable rule");
        }
        let builder = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
        let builder = builder.clock(Clock::manual()).checker(checker);
        let client = builder.build().expect("a good base URL");
        sandbox.fail_next(Fault::CutAfter);
        let overlay = Overlay::default()
            .set("content", content)
            .set("digest", Value::Null)
            .set("cover_info", Value::Null)
            .set("pic_crop_235_1", "0_0_1_0.5");
        let edited = client.edit_fields(NEWS, 0, &overlay);
        let edited = edited.unwrap_or_else(|error| panic!("{content}: {error}"));
        assert_eq!(calls(&sandbox), ["get", "get", "update", "get", "get"], "{content}");
        let is_whole = item(&sandbox, NEWS, 0)["content"] == content;
        assert_eq!(edited.stored.violations().is_empty(), is_whole, "{content}");
    }
}

/// Waits until an update that is carried out late has been.
fn wait_for_title(sandbox: &Sandbox, title: &str) {
    let begin = Instant::now();
    while item(sandbox, NEWS, 0)["title"] != title {
        assert!(begin.elapsed() < Duration::from_secs(10), "the update is never carried out");
        thread::sleep(Duration::from_millis(10));
    }
}

/// The first reading after an update shows the old article, a later one the new.
#[test]
fn an_update_that_takes_effect_late_is_not_said_to_be_without_effect() {
    let sandbox = Sandbox::start().expect("a free port");
    let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
    let client = client.retries(false).build().expect("a good base URL");
    sandbox.fail_next(Fault::Late { milliseconds: 300 });
    match client.edit_fields(NEWS, 0, &retitle("Ours")) {
        Err(Error::Transport(failure)) => {
            assert!(failure.may_have_arrived());
            let text = failure.message(Language::English);
            assert!(text.contains("may have been updated all the same: read it"), "{text}");
            assert!(failure.message(Language::Chinese).contains("也可能已经更新"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get"]);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Spring menu");
    wait_for_title(&sandbox, "Ours");
}

#[test]
fn an_update_that_takes_effect_late_is_not_repeated_over_somebody_elses_edit() {
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::Late { milliseconds: 50 });
    sandbox.fail_later("draft/get", Fault::Slow { milliseconds: 400 }, 2, 1);
    let theirs =
        Fault::Edit { media_id: NEWS.into(), index: 0, fields: fields(json!({"title": "Theirs"})) };
    // Between the second try, which fails as well, and the reading after it.
    sandbox.fail_later("draft/update", Fault::Cut, 0, 1);
    sandbox.fail_later("draft/get", theirs, 0, 1);
    let conflict = conflict(client.edit_fields(NEWS, 0, &retitle("Ours")));
    assert!(conflict.may_have_arrived);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Theirs");
    let updates = calls(&sandbox).iter().filter(|it| *it == "update").count();
    assert_eq!(updates, 2);
}

/// A gateway that gave up waiting says nothing about the endpoint.
#[test]
fn a_gateway_that_gave_up_leaves_it_open() {
    for status in [502, 504] {
        let (sandbox, client) = patient();
        sandbox.fail_later("draft/update", Fault::Status { status }, 0, 3);
        match client.edit_fields(NEWS, 0, &retitle("Ours")) {
            Err(Error::Transport(failure)) => assert!(failure.may_have_arrived(), "{status}"),
            other => panic!("{other:?}"),
        }
    }
}
