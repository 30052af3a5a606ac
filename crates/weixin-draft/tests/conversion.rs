//! From draft/get to draft_update.

mod support;

use std::collections::HashSet;

use serde_json::{Value, json};
use weixin_draft::{
    Article, Checker, Datum, DraftUpdate, Language, Report, Violation, check_json, convert_answer,
    convert_news_item,
};

#[test]
fn a_news_item_comes_back_without_what_cannot_be_sent() {
    let item = json!({"title": "T", "author": "", "digest": "D", "content": "<p>正文</p>",
        "content_source_url": "", "thumb_media_id": "I", "show_cover_pic": 0, "need_open_comment": 1,
        "only_fans_can_comment": 0, "url": "http://mp.weixin.qq.com/s?x", "thumb_url": "http://mmbiz.qpic.cn/x",
        "is_deleted": false, "new_field": {"a": null},
        "cover_info": {"crop_percent_list": [{"ratio": "1_1", "x1": "0.25", "y1": "0", "x2": "0.75", "y2": "1"}]}});
    let converted = convert_news_item(&serde_json::to_vec(&item).unwrap()).unwrap();
    assert_eq!(
        converted.dropped,
        ["/show_cover_pic", "/url", "/thumb_url", "/is_deleted", "/new_field"]
    );
    let Article::News(article) = &converted.article else { panic!("{converted:?}") };
    assert_eq!(article.need_open_comment, Some(true));
    assert_eq!(article.cover_info.as_ref().unwrap().crop_percent_list.len(), 1);
    let report = DraftUpdate::new("MEDIA_ID", 0, converted.article).check();
    assert!(report.violations().is_empty(), "{report}");
}

#[test]
fn an_item_with_images_and_no_type_is_a_picture_message() {
    let item = br#"{"title":"T","content":"text","image_info":{"image_list":[{"image_media_id":"I"}]},"url":"u"}"#;
    let converted = convert_news_item(item).unwrap();
    assert_eq!(converted.dropped, ["/url"]);
    assert!(matches!(converted.article, Article::NewsPic(_)));
}

#[test]
fn an_old_draft_may_break_limits_but_must_fit_an_article() {
    let long = format!(r#"{{"title":"{}","content":"<img src='x'>"}}"#, "长".repeat(99));
    assert!(convert_news_item(long.as_bytes()).is_ok());
    let report =
        convert_news_item(br#"{"title":"T","content":"c","pic_crop_1_1":"0_0_1"}"#).unwrap_err();
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["invalid_crop"]);
    let report = convert_news_item(br#"{"title":null,"url":"u"}"#).unwrap_err();
    let errors: Vec<_> = report.errors().map(|error| (error.code, &*error.path)).collect();
    assert_eq!(errors, [("wrong_type", "/title"), ("missing_field", "/content")]);
}

#[test]
fn errors_have_pointers_into_the_item_and_stand_alone() {
    let item =
        br#"{"article_type":"video","title":"T","content":"c","url":"https://mp.weixin.qq.com/s/x",
        "pic_crop_1_1":"x","cover_info":{"crop_percent_list":[{"ratio":"4_3"}]}}"#;
    let report = convert_news_item(item).unwrap_err();
    let paths: Vec<_> = report.violations().iter().map(|error| error.path.as_str()).collect();
    assert_eq!(paths[..2], ["/article_type", "/pic_crop_1_1"]);
    assert!(paths[2..].iter().all(|path| path.starts_with("/cover_info/crop_percent_list/0/")));
    assert_eq!(report.warnings().count(), 0);
}

/// The one error of what cannot be converted, in English.
fn refusal(answer: &serde_json::Value, index: usize, media_id: Option<&str>) -> String {
    let report = convert_answer(answer.to_string().as_bytes(), index, media_id).unwrap_err();
    let [violation] = report.violations() else { panic!("{report}") };
    assert!(!violation.message(Language::Chinese).contains(['{', '}']));
    violation.message(Language::English)
}

#[test]
fn whole_answers_are_taken() {
    let item =
        |title: &str| json!({"title": title, "content": "c", "thumb_media_id": "C", "url": "u"});
    let draft = json!({"news_item": [item("A"), item("B")], "update_time": 1});
    let entry = |id: &str| json!({"media_id": id, "content": draft, "update_time": 1});
    let answers = [
        (item("B"), 0, None, ""),
        (draft.clone(), 1, None, "/news_item/1"),
        (entry("M"), 1, None, "/content/news_item/1"),
        (json!({"item": [entry("M")], "total_count": 1}), 1, None, "/item/0/content/news_item/1"),
        (json!({"item": [entry("L"), entry("M")]}), 1, Some("M"), "/item/1/content/news_item/1"),
    ];
    for (answer, index, media_id, place) in answers {
        let text = serde_json::to_vec_pretty(&answer).unwrap();
        let converted = convert_answer(&text, index, media_id).unwrap();
        let Article::News(article) = &converted.article else { panic!("{answer}") };
        assert_eq!(article.title, "B", "{answer}");
        assert_eq!(converted.dropped, [format!("{place}/url")]);
        let [dropped] = converted.report.violations() else { panic!("{}", converted.report) };
        let range = dropped.location.as_ref().unwrap().range.clone();
        assert_eq!(&text[range], b"\"url\"");
    }
}

#[test]
fn what_cannot_be_converted_is_said_to_be_what_it_is() {
    let entry =
        json!({"media_id": "M", "content": {"news_item": [{"title": "T", "content": "c"}]}});
    let says = |answer: &serde_json::Value, index, words: &str| {
        let message = refusal(answer, index, Some("N"));
        assert!(message.contains(words), "{message}");
    };
    says(&json!({"errcode": 40007, "errmsg": "x"}), 0, "errcode 40007, not a draft: A");
    says(&json!({"errcode": "40001", "errmsg": "x"}), 0, "errcode 40001, not a draft: T");
    says(&json!({"media_id": "M", "index": 0, "articles": {"title": "T"}}), 0, "a request already");
    says(&json!({"news_item": []}), 0, "no articles");
    says(&entry, 0, "has the media_id that was given. Choose one of these: M.");
    says(&json!({"item": [entry]}), 0, "has the media_id that was given. Choose one of these: M.");
    assert!(refusal(&entry, 1, Some("M")).contains("one article"));
    says(&json!({"news_item": [{}, {}]}), 7, "2 articles, counted from 0");
    says(
        &json!({"item": [entry, entry]}),
        0,
        "has the media_id that was given. Choose one of these: M, M.",
    );
    let several = refusal(&json!({"item": vec![&entry; 99]}), 0, None);
    assert!(several.contains("Choose one by its media_id: M, M,") && several.ends_with(", …."));
    says(&json!([entry]), 0, "holds no draft");
    // As many of the ids are told as there is room for.
    for length in 1..100 {
        let entry = json!({"media_id": "M".repeat(length), "content": {}});
        let answer = json!({"item": vec![entry; 300]}).to_string();
        let report = convert_answer(answer.as_bytes(), 0, None).unwrap_err();
        let told = report.violations()[0].found.as_ref().unwrap().to_string();
        assert!(told.len() <= Datum::MAX_TEXT && told.ends_with("M, …"), "{length}");
        assert!(told.len() + ", ".len() + length > Datum::MAX_TEXT, "{length}");
    }
    let report = convert_answer(b"<html>", 0, None).unwrap_err();
    assert_eq!(report.violations()[0].code, "invalid_json");
}

#[test]
fn errors_point_into_what_was_given() {
    let answer = "{\"news_item\": [\n {\"title\": 1, \"content\": \"c\"}]}";
    let report = convert_answer(answer.as_bytes(), 0, None).unwrap_err();
    let [error] = report.violations() else { panic!("{report}") };
    let location = error.location.as_ref().unwrap();
    assert_eq!((&*error.path, location.line, location.column), ("/news_item/0/title", 2, 12));
}

#[test]
fn what_is_lost_is_told_apart_from_what_is_always_there() {
    let item = json!({"title": "T", "content": "c", "thumb_media_id": "", "thumb_url": "http://mmbiz.qpic.cn/x",
        "is_deleted": true, "url": "u", "new_field": 1});
    let converted = convert_news_item(item.to_string().as_bytes()).unwrap();
    let mut lost: Vec<_> = converted.report.warnings().map(|warning| &*warning.path).collect();
    lost.sort_unstable();
    assert_eq!(lost, ["/is_deleted", "/new_field", "/thumb_media_id"]);
    let told = |path: &str, words: &str| {
        let warning = converted.report.warnings().find(|warning| warning.path == path).unwrap();
        assert!(warning.message(Language::English).contains(words), "{warning}");
    };
    told("/thumb_media_id", "only a thumb_url");
    told("/new_field", "set it again in the web console");
    told("/is_deleted", "was deleted on the server");
    assert_eq!(converted.dropped.len(), 4);
}

#[test]
fn a_misspelt_name_and_a_cover_without_address_are_told_as_in_a_request() {
    let item = json!({"title": "T", "content": "c", "thumb_url": "", "authr": "A"});
    let report = convert_news_item(item.to_string().as_bytes()).unwrap().report;
    let told: Vec<_> = report
        .warnings()
        .map(|warning| (&*warning.path, warning.message(Language::English)))
        .collect();
    let [("/authr", name), ("/thumb_media_id", cover)] = &told[..] else { panic!("{report}") };
    assert!(name.contains("author"), "{name}");
    assert!(!cover.contains("thumb_url"), "{cover}");
}

#[test]
fn a_byte_order_mark_before_an_answer_is_skipped() {
    let answer =
        "\u{feff} {\"news_item\": [{\"title\": \"T\", \"content\": \"c\", \"url\": \"u\"}]}";
    let converted = convert_answer(answer.as_bytes(), 0, None).unwrap();
    assert_eq!(converted.dropped, ["/news_item/0/url"]);
    let dropped = converted.report.violations().iter().find(|it| it.path == "/news_item/0/url");
    let range = dropped.unwrap().location.as_ref().unwrap().range.clone();
    assert_eq!(&answer[range], "\"url\"");
}

#[test]
fn all_that_is_dropped_is_counted() {
    let names: Vec<String> = (0..5000).map(|name| format!("\"n{name}\":0,")).collect();
    let item = format!("{{{}\"title\":\"T\",\"content\":\"c\"}}", names.concat());
    let converted = convert_news_item(item.as_bytes()).unwrap();
    assert_eq!(converted.dropped.len() + converted.omitted, 5000);
}

#[test]
fn garbled_text_is_a_warning_in_what_was_given() {
    for (title, content, path) in [
        ("\u{fffd}\u{fffd}x", "c", "/news_item/0/title"),
        ("ç®¡ç®¡", "c", "/news_item/0/title"),
        ("T", "a\u{fffd}b", "/news_item/0/content"),
        ("T", "<p>???</p>", "/news_item/0/content"),
    ] {
        let item = json!({"title": title, "content": content, "thumb_media_id": "C"});
        let answer = json!({ "news_item": [item] }).to_string();
        let report = convert_answer(answer.as_bytes(), 0, None).unwrap().report;
        let [warning] = report.violations() else { panic!("{report}") };
        assert_eq!((warning.code, &*warning.path), ("garbled_text", path));
        assert!(warning.first_location().is_some(), "{title}");
    }
}

#[test]
fn garbled_text_is_not_counted_among_the_fields_left_out() {
    let fields = 2 * weixin_draft::Report::MAX_VIOLATIONS;
    let unknown: Vec<String> = (0..fields).map(|number| format!(r#""f{number}": 1, "#)).collect();
    let unknown = unknown.concat();
    for title in ["T", "????"] {
        let after = format!(r#"{{{unknown}"title": "{title}", "content": "c"}}"#);
        let before = format!(r#"{{"title": "{title}", {unknown}"content": "c"}}"#);
        let with_cover =
            format!(r#"{{{unknown}"title": "{title}", "content": "c", "thumb_media_id": "C"}}"#);
        let cover_first =
            format!(r#"{{"thumb_media_id": "", {unknown}"title": "{title}", "content": "c"}}"#);
        for item in [after, before, with_cover, cover_first] {
            let converted = convert_news_item(item.as_bytes()).unwrap();
            assert_eq!(converted.dropped.len() + converted.omitted, fields);
        }
    }
}

#[test]
fn an_answer_inside_of_other_objects_is_found() {
    let draft = json!({"news_item": [{"title": "T", "content": "c", "url": "u"}]});
    let drafts = json!({"item": [{"media_id": "M", "content": draft}], "total_count": 1});
    for (answer, path) in [
        (json!({"code": 0, "data": draft}), "/data/news_item/0/url"),
        (json!({"data": {"result": draft}}), "/data/result/news_item/0/url"),
        (json!({"a/b": drafts}), "/a~1b/item/0/content/news_item/0/url"),
    ] {
        for mark in ["", "\u{feff}"] {
            let converted = convert_answer(format!("{mark}{answer}").as_bytes(), 0, None).unwrap();
            assert_eq!(converted.dropped, [path]);
        }
    }
}

#[test]
fn answers_of_other_calls_are_told_as_what_they_are() {
    for (answer, told) in [
        (json!({"item": [{"name": "n", "media_id": "M"}]}), "permanent material"),
        (json!({"errcode": 0, "publish_id": "1"}), "an answer of freepublish"),
        (json!({"type": "image", "media_id": "M", "created_at": 1}), "draft/add and uploads"),
    ] {
        let report = convert_answer(answer.to_string().as_bytes(), 0, None).unwrap_err();
        assert_eq!(report.violations().len(), 1, "{report}");
        assert!(report.to_string().contains(told), "{report}");
    }
}

/// What is wrong with a request that was converted is wrong with the item that it was made
/// of, and is told there.
#[test]
fn an_item_is_judged_as_the_request_that_it_becomes() {
    // Told by the conversion itself.
    let told = ["thumb_missing", "garbled_text", "unknown_field", "read_only_field"];
    let codes = |report: &Report, at: &str| {
        let found = report.violations().iter().filter(|it| !told.contains(&it.code));
        let found = found.filter_map(|it| Some((it.path.strip_prefix(at)?.to_owned(), it.code)));
        let mut found: Vec<_> = found.collect();
        found.sort_unstable();
        found
    };
    let mut judged = HashSet::new();
    for case in support::cases() {
        let Ok(request) = serde_json::from_slice::<Value>(&case.body) else { continue };
        let answer = json!({"news_item": [request["articles"]]}).to_string();
        let Ok(converted) = convert_answer(answer.as_bytes(), 0, None) else { continue };
        let request = DraftUpdate::new("MEDIA_ID", 0, converted.article);
        let expected = codes(&request.check(), "/articles");
        let report = Checker::new().check_answer(answer.as_bytes(), 0, None);
        assert_eq!(codes(&report, "/news_item/0"), expected, "{answer}");
        judged.extend(expected.into_iter().map(|(_, code)| code));
    }
    assert!(judged.len() > 30, "{judged:?}");
}

#[test]
fn what_is_not_json_is_told_as_in_the_check() {
    let mut compared = 0;
    for case in support::cases() {
        // A byte order mark is skipped in an answer, and an empty one is told otherwise.
        if case.body.starts_with("\u{feff}".as_bytes()) || case.body.trim_ascii().is_empty() {
            continue;
        }
        let checked = check_json(&case.body);
        let Some(told) = checked.errors().find(|error| error.code == "invalid_json") else {
            continue;
        };
        let report = convert_answer(&case.body, 0, None).unwrap_err();
        let [error] = report.violations() else { panic!("{report}") };
        let place = |error: &Violation| (error.path.clone(), error.location.clone());
        assert_eq!(place(error), place(told), "{}", case.description);
        compared += 1;
    }
    assert!(compared > 30, "{compared}");
}
