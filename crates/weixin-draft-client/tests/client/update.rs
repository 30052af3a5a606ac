//! What goes well, and what is never sent.

use weixin_draft::{Article, Checker, DraftUpdate, Level};
use weixin_draft_client::{AccessToken, Client, Error};
use weixin_draft_sandbox::{Fault, NEWS, TOKEN};

use crate::support::{draft, sandbox};

#[test]
fn an_update_is_stored() {
    let (sandbox, client) = sandbox();
    let response = client.update(&draft("春季菜单")).expect("a good request");
    assert_eq!((response.errcode, response.errmsg.as_str()), (0, "ok"));
    let stored = sandbox.draft(NEWS).expect("the draft");
    assert_eq!(stored["news_item"][0]["title"], "春季菜单");
    assert_eq!(stored["news_item"][0]["content"], "<p>周一起: 春卷</p>");
    assert_eq!(stored["news_item"][1]["title"], "Opening hours");
}

#[test]
fn a_body_from_elsewhere_is_written_anew() {
    let (sandbox, client) = sandbox();
    let body = format!(
        r#" {{"index":0, "media_id":"{NEWS}", "articles":{{"content":"\u6625", "title":"Menu", "author":"", "thumb_media_id":"C"}}}}"#
    );
    client.update_json(body.as_bytes()).expect("a good request");
    let sent: serde_json::Value =
        serde_json::from_str(&sandbox.requests()[0].body).expect("JSON was sent");
    assert!(sent["articles"].get("author").is_none());
    assert!(sandbox.requests()[0].body.contains('春'));
    assert_eq!(sandbox.draft(NEWS).expect("the draft")["news_item"][0]["content"], "春");
}

#[test]
fn what_has_an_error_is_not_sent() {
    let (sandbox, client) = sandbox();
    let untitled = DraftUpdate::new(NEWS, 0, Article::news("", "<p>text</p>"));
    let error = client.update(&untitled).expect_err("there is no title");
    let Error::Invalid(report) = &error else { panic!("not a report: {error:?}") };
    assert_eq!(
        report.errors().map(|error| error.path.as_str()).collect::<Vec<_>>(),
        ["/articles/title"]
    );
    let text = error.to_string();
    assert!(text.starts_with("nothing was sent"), "{text}");
    assert!(text.contains("/articles/title"), "{text}");

    assert!(matches!(client.update_json(b"\xff"), Err(Error::Invalid(_))));
    assert!(matches!(client.update_json(b""), Err(Error::Invalid(_))));
    assert!(sandbox.requests().is_empty());
}

#[test]
fn the_callers_checker_decides() {
    let (sandbox, client) = sandbox();
    let mut article = Article::news("Menu", r#"<img src="https://example.com/a.png">"#);
    article.thumb_media_id = Some("COVER_ID".into());
    let outside = DraftUpdate::new(NEWS, 0, article);
    assert!(matches!(client.update(&outside), Err(Error::Invalid(_))));
    assert!(sandbox.requests().is_empty());

    let checker = Checker::new().level("external_image", Level::Warning).expect("a movable rule");
    let lenient = Client::builder(AccessToken::new(TOKEN))
        .base_url(sandbox.base_url())
        .checker(checker.clone())
        .build()
        .expect("a good base URL");
    lenient.update(&outside).expect("a warning only");
    assert_eq!(sandbox.requests().len(), 1);

    // Warnings can be seen before anything is sent, by any client.
    let prepared = checker.prepare(&outside.to_json()).expect("a warning only");
    assert!(prepared.report().warnings().any(|warning| warning.code == "external_image"));
    let updated = client.update_prepared(prepared.clone()).expect("a good request");
    assert_eq!(updated.report, *prepared.report());
    assert_eq!(sandbox.requests().len(), 2);
}

#[test]
fn quirks_of_good_answers_do_not_matter() {
    let (sandbox, client) = sandbox();
    for fault in [Fault::StringErrcode, Fault::TextPlain] {
        sandbox.fail_next(fault);
        let response = client.update(&draft("Menu")).expect("a good request");
        assert_eq!((response.errcode, response.errmsg.as_str()), (0, "ok"));
    }
}
