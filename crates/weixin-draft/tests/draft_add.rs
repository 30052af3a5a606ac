//! Bodies of draft_add: how many articles they may have.

use weixin_draft::{Checker, Datum, Language};

#[test]
fn one_to_eight_articles() {
    let article = r#"{"title": "T", "content": "<p>x</p>", "thumb_media_id": "C"}"#;
    for (count, is_right) in [(0, false), (1, true), (8, true), (9, false)] {
        let body = format!(r#"{{"articles": [{}]}}"#, vec![article; count].join(", "));
        let report = Checker::new().check_draft_add(body.as_bytes());
        let codes: Vec<_> = report.errors().map(|error| error.code).collect();
        if is_right {
            assert!(report.violations().is_empty(), "{report}");
            continue;
        }
        assert_eq!(codes, ["article_count"]);
        let error = &report.violations()[0];
        assert_eq!((error.path.as_str(), &error.limit), ("/articles", &Some(Datum::Number(8))));
        assert_eq!(error.found, Some(Datum::from(count)));
    }
}

/// Nobody who adds a draft should be asked for fields of an update.
#[test]
fn what_is_wrong_is_told_of_draft_add() {
    let messages = |body: &str, language| {
        let report = Checker::new().check_draft_add(body.as_bytes());
        report.errors().map(|it| it.message(language)).collect::<Vec<_>>().join("\n")
    };
    let article = r#"{"title": "T", "content": "x", "thumb_media_id": "C""#;
    for (body, wanted) in [
        (String::new(), "the body is empty. Send an object with articles"),
        ("<xml/>".into(), "no body of draft/add. Send an object with articles"),
        (format!("{{\"articles\": [{article}, \"x\": 1}}]}}"), "draft/add has no field"),
        (format!("{{\"articles\": [{article}, \"autor\": \"\"}}]}}"), "Did you mean author?"),
        (format!("{{\"articles\": [{article}, \"url\": \"\"}}]}}"), "draft/add does not take it"),
        (format!("{article}}}"), "articles"),
        ("[]".into(), ""),
        ("{}".into(), ""),
        ("{\"errcode\": 1}".into(), ""),
        ("{\"news_item\": []}".into(), ""),
    ] {
        let message = messages(&body, Language::English);
        assert!(message.contains(wanted), "{body}: {message}");
        for message in [message, messages(&body, Language::Chinese)] {
            let is_of_update = ["draft_update", "media_id, index", "media_id、index"]
                .iter()
                .any(|words| message.contains(words));
            assert!(!message.is_empty() && !is_of_update, "{body}: {message}");
        }
    }
}

#[test]
fn a_newspic_without_its_type_is_one_finding() {
    let article = r#"{"title": "T", "content": "x", "image_info": {"image_list": [{"image_media_id": "photo-3Zr8"}]}}"#;
    let body = format!(r#"{{"articles": [{article}]}}"#);
    let report = Checker::new().check_draft_add(body.as_bytes());
    let found: Vec<_> = report.violations().iter().map(|it| it.code).collect();
    assert_eq!(found, ["field_not_for_type"]);
}
