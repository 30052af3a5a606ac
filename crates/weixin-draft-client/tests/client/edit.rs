//! Edits that lose nothing.

use serde_json::{Value, json};
use weixin_draft::Article;
use weixin_draft_client::{Error, Gone, Guard, Overlay, Revision};
use weixin_draft_sandbox::{Fault, NEWS, NEWSPIC};

use crate::support::{calls, conflict, fields, item, patient, retitle};

#[test]
fn an_edit_reads_sends_and_reads() {
    let (sandbox, client) = patient();
    let edited = client.edit(NEWS, 0, |article| {
        if let Article::News(news) = article {
            news.title = "Summer menu".into();
        }
    });
    let edited = edited.expect("a good edit");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get"]);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Summer menu");
    let (Article::News(before), Some(Article::News(after))) = (edited.before, edited.after) else {
        panic!("news articles")
    };
    assert_eq!((&*before.title, &*after.title), ("Spring menu", "Summer menu"));
    assert!(edited.stored.violations().is_empty(), "{}", edited.stored);
}

/// Each field of each article is changed alone; all others stay as they were.
#[test]
fn every_other_field_stays() {
    let crops = |ratio: &str| json!({"crop_percent_list": [{"ratio": ratio, "x1": "0", "y1": "0.25", "x2": "1", "y2": "0.75"}]});
    let changes = [
        ("title", json!("新标题")),
        ("author", json!("新作者")),
        ("content", json!("<p>Other text</p>")),
        ("need_open_comment", json!(1)),
        ("cover_info", crops("16_9")),
        ("product_info", json!({"footer_product_info": {"product_key": "K2"}})),
        ("digest", json!("Another digest")),
        ("content_source_url", json!("https://example.com/other")),
        ("thumb_media_id", json!("OTHER_COVER")),
        ("image_info", json!({"image_list": [{"image_media_id": "OTHER"}]})),
    ];
    let news_only = ["digest", "content_source_url", "thumb_media_id"];
    for (media_id, index) in [(NEWS, 0), (NEWS, 1), (NEWSPIC, 0), ("RICH", 0)] {
        let mut edits = 0;
        for (field, value) in &changes {
            let is_newspic = media_id == NEWSPIC;
            let is_its =
                if is_newspic { !news_only.contains(field) } else { *field != "image_info" };
            if !is_its {
                continue;
            }
            let (sandbox, client) = patient();
            sandbox.put_draft(
                "RICH",
                vec![fields(json!({
                    "title": "T", "content": "<p>春</p>", "digest": "own", "thumb_media_id": "C",
                    "author": "A", "content_source_url": "https://example.com/x",
                    "need_open_comment": 1, "only_fans_can_comment": 1,
                    "cover_info": {"crop_percent_list": [
                        {"ratio": "1_1", "x1": "0.166454", "y1": "0", "x2": "0.833545", "y2": "1"},
                        {"ratio": "2.35_1", "x1": "0", "y1": "0.1", "x2": "1", "y2": "0.9"},
                    ]},
                    "product_info": {"footer_product_info": {"product_key": "K"}},
                }))],
            );
            let before = fields(item(&sandbox, media_id, index));
            let value =
                if is_newspic && *field == "content" { &json!("Other text") } else { value };
            let overlay = Overlay::default().set(field, value.clone());
            let place = u32::try_from(index).expect("a small number");
            client
                .edit_fields(media_id, place, &overlay)
                .unwrap_or_else(|error| panic!("{field}: {error}"));
            let after = fields(item(&sandbox, media_id, index));
            assert_eq!(&after[*field], value, "{media_id} {field}");
            for (name, value) in &before {
                // Made from the cover by the server, and from nothing else.
                let follows = *field == "thumb_media_id" && name == "thumb_url";
                if name != field && !follows {
                    let stored = after.get(name);
                    let is_same = stored == Some(value) || (value == "" && stored.is_none());
                    let is_new_digest = name == "digest" && value == "";
                    assert!(is_same || is_new_digest, "{media_id} {field}: {name} {stored:?}");
                }
            }
            edits += 1;
        }
        assert!(edits > 6);
    }
}

#[test]
fn null_removes_and_the_check_decides() {
    let (sandbox, client) = patient();
    client
        .edit_fields(NEWS, 0, &Overlay::default().set("author", Value::Null))
        .expect("a good edit");
    assert_eq!(item(&sandbox, NEWS, 0)["author"], "");
    let before = sandbox.requests().len();
    for overlay in [
        Overlay::default().set("title", Value::Null),
        Overlay::default().set("titel", "x"),
        Overlay::default().set("need_open_comment", "1"),
    ] {
        let result = client.edit_fields(NEWS, 0, &overlay);
        assert!(matches!(result, Err(Error::Invalid(_))), "{result:?}");
    }
    assert!(!calls(&sandbox)[before..].contains(&"update".to_owned()));
}

#[test]
fn somebody_elses_edit_is_not_overwritten() {
    let (sandbox, client) = patient();
    let theirs = fields(json!({"content": "<p>Theirs</p>"}));
    let result = client.edit_json(NEWS, 0, |before| {
        assert!(sandbox.edit(NEWS, 0, &theirs));
        Ok(retitle("Ours").apply(before))
    });
    let conflict = conflict(result);
    assert_eq!((conflict.index, conflict.may_have_arrived), (0, false));
    assert_eq!(conflict.changed(), ["content"]);
    assert!(!conflict.to_string().contains("Theirs"), "no value is in a message");
    let content = |article: &Article| match article {
        Article::News(news) => news.content.clone(),
        Article::NewsPic(_) => String::new(),
    };
    assert!(content(&conflict.expected).contains("From Monday"));
    assert_eq!(conflict.found.as_ref().map(content).as_deref(), Some("<p>Theirs</p>"));
    assert_eq!(calls(&sandbox), ["get", "get"], "nothing was sent");

    // An edit of another article is no conflict, nor is one of read-only fields.
    let result = client.edit_json(NEWS, 0, |before| {
        assert!(sandbox.edit(NEWS, 1, &theirs));
        assert!(sandbox.edit(NEWS, 0, &fields(json!({"url": "http://x", "thumb_url": "y"}))));
        Ok(retitle("Ours").apply(before))
    });
    result.expect("a good edit");
    assert_eq!(item(&sandbox, NEWS, 1)["content"], "<p>Theirs</p>");
}

#[test]
fn a_revision_guards_what_was_read_before() {
    let (sandbox, client) = patient();
    let article = client.get(NEWS).expect("a draft").article(0).expect("an article").article;
    let revision = Revision::new(NEWS, 0, article);
    let kept = Revision::from_json(&revision.to_json()).expect("a revision");
    assert_eq!(kept, revision);
    client.push(&revision.to_json(), Guard::Revision(&kept)).expect("nothing happened meanwhile");
    assert!(sandbox.edit(NEWS, 0, &fields(json!({"author": "Them"}))));
    let sent = calls(&sandbox).len();
    conflict(client.push(&revision.to_json(), Guard::Revision(&kept)));
    assert_eq!(calls(&sandbox)[sent..], ["get"]);
    client.push(&revision.to_json(), Guard::TwoReads).expect("nothing happened in between");
    sandbox.fail_later(
        "draft/get",
        Fault::Edit { media_id: NEWS.into(), index: 0, fields: fields(json!({"author": "Us"})) },
        1,
        1,
    );
    conflict(client.push(&revision.to_json(), Guard::TwoReads));
    client.push(&revision.to_json(), Guard::None).expect("it is asked for");
    assert_eq!(item(&sandbox, NEWS, 0)["author"], "Kitchen");
}

#[test]
fn an_update_without_an_answer_is_looked_for() {
    // It arrived: once is enough.
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::CutAfter);
    client.edit_fields(NEWS, 0, &retitle("Ours")).expect("it arrived");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get", "get"]);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Ours");

    // It did not arrive: it is sent again, since nothing is lost by it.
    let (sandbox, client) = patient();
    sandbox.fail_times(Fault::Cut, 2);
    client.edit_fields(NEWS, 0, &retitle("Ours")).expect("the third time");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get", "update", "get", "update", "get"]);

    // Somebody else's edit came in between: it is left alone.
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::CutAfter);
    let theirs =
        Fault::Edit { media_id: NEWS.into(), index: 0, fields: fields(json!({"title": "Theirs"})) };
    sandbox.fail_later("draft/get", theirs, 2, 1);
    let conflict = conflict(client.edit_fields(NEWS, 0, &retitle("Ours")));
    assert!(conflict.may_have_arrived);
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get"]);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Theirs");
}

#[test]
fn an_edit_during_the_pause_is_not_overwritten() {
    let theirs = || Fault::Edit {
        media_id: NEWS.into(),
        index: 0,
        fields: fields(json!({"title": "Theirs"})),
    };
    // The update was refused for now.
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::errcode(-1));
    sandbox.fail_later("draft/get", theirs(), 2, 1);
    let refused = conflict(client.edit_fields(NEWS, 0, &retitle("Ours")));
    assert!(!refused.may_have_arrived);
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get"]);

    // It was cut.
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::Cut);
    sandbox.fail_later("draft/get", theirs(), 2, 1);
    let cut = conflict(client.edit_fields(NEWS, 0, &retitle("Ours")));
    assert!(cut.may_have_arrived);
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get"]);
    assert_eq!(item(&sandbox, NEWS, 0)["title"], "Theirs");

    // Nobody came: it is sent again.
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::errcode(-1));
    client.edit_fields(NEWS, 0, &retitle("Ours")).expect("the second time");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get", "update", "get"]);
}

#[test]
fn what_arrived_is_known_in_spite_of_what_the_server_drops() {
    let (sandbox, client) = patient();
    sandbox.fail_next(Fault::CutAfter);
    let content = r#"<p onclick="x()">Text <a href="https://example.com">link</a></p>"#;
    client.edit_fields(NEWS, 0, &Overlay::default().set("content", content)).expect("it arrived");
    assert_eq!(calls(&sandbox), ["get", "get", "update", "get", "get"]);
    assert!(!item(&sandbox, NEWS, 0)["content"].as_str().expect("a text").contains("href"));
}

#[test]
fn a_digest_of_the_servers_is_made_anew() {
    let (sandbox, client) = patient();
    let own = fields(json!({"digest": "From Monday: 春卷."}));
    assert!(sandbox.edit(NEWS, 0, &own));
    client.edit_fields(NEWS, 0, &retitle("Ours")).expect("a good edit");
    assert_eq!(item(&sandbox, NEWS, 0)["digest"], "From Monday: 春卷.");
    client
        .edit_fields(NEWS, 0, &Overlay::default().set("content", "<p>New text</p>"))
        .expect("a good edit");
    assert_eq!(item(&sandbox, NEWS, 0)["digest"], "New text");

    // One that somebody wrote stays.
    assert!(sandbox.edit(NEWS, 0, &fields(json!({"digest": "Written"}))));
    client
        .edit_fields(NEWS, 0, &Overlay::default().set("content", "<p>Newer text</p>"))
        .expect("a good edit");
    assert_eq!(item(&sandbox, NEWS, 0)["digest"], "Written");
}

#[test]
fn what_is_gone_is_named() {
    let (sandbox, client) = patient();
    let gone = |result: Result<_, Error>| match result {
        Err(Error::Gone(gone)) => gone,
        other => panic!("it is gone, not {other:?}"),
    };
    assert_eq!(
        gone(client.edit_fields("NO", 0, &retitle("x"))),
        Gone::Draft { media_id: "NO".into() }
    );
    let article = gone(client.edit_fields(NEWS, 7, &retitle("x")));
    assert!(matches!(article, Gone::Article { index: 7, articles: 2, .. }), "{article:?}");
    sandbox.fail_later("draft/get", Fault::Gone { media_id: NEWS.into() }, 1, 1);
    let error = client.edit_fields(NEWS, 0, &retitle("x")).expect_err("it is published meanwhile");
    assert!(error.to_string().contains("SANDBOX_NEWS"), "{error}");
    assert!(!calls(&sandbox).contains(&"update".to_owned()));
}

#[test]
fn undo_is_a_push_of_what_was_before() {
    let (sandbox, client) = patient();
    let original = item(&sandbox, NEWS, 0);
    let edited = client.edit_fields(NEWS, 0, &retitle("Ours")).expect("a good edit");
    let before = Revision::new(NEWS, 0, edited.before);
    let after = Revision::new(NEWS, 0, edited.after.expect("it was read"));
    client.push(&before.to_json(), Guard::Revision(&after)).expect("nothing happened meanwhile");
    assert_eq!(item(&sandbox, NEWS, 0), original);
}
