//! Moved rules, strictness, image hosts, and what is sent then.

use weixin_draft::{Checker, Datum, Language, Level, SettingsError, check_json};

const UNKNOWN: &[u8] = br#"{"media_id":"M","index":0.0,"articles":{"title":"T","content":"c","author":"",
    "thumb_media_id":"I","colour":"red","url":"https://mp.weixin.qq.com/s/x","image_info":{"image_list":[{"image_media_id":"I"}]}}}"#;

fn checker(levels: &[(&str, Level)]) -> Checker {
    let start = Checker::new();
    levels.iter().fold(start, |checker, (code, level)| checker.level(code, *level).unwrap())
}

#[test]
fn lowered_fields_are_reported_and_not_sent() {
    let names = ["unknown_field", "read_only_field", "field_not_for_type"];
    let lowered = checker(&names.map(|name| (name, Level::Warning)));
    let prepared = lowered.prepare(UNKNOWN).unwrap();
    let warnings: Vec<_> = prepared.report().warnings().map(|warning| warning.code).collect();
    assert_eq!(warnings, ["unknown_field", "read_only_field", "field_not_for_type"]);
    let sent: serde_json::Value = serde_json::from_str(prepared.body()).unwrap();
    let article = serde_json::json!({"title": "T", "content": "c", "thumb_media_id": "I"});
    assert_eq!(sent, serde_json::json!({"media_id": "M", "index": 0, "articles": article}));
    let silent = checker(&names.map(|name| (name, Level::Off)));
    assert!(silent.check_json(UNKNOWN).violations().is_empty());
}

/// In every object, however deep.
#[test]
fn escapes_and_unknown_members_are_not_sent() {
    let body = br#"{"media_id":"\u004D","index":0,"x":1,"articles":{"article_type":"newspic","title":"\u6625\/a","x":1,"content":"\u5929\n",
        "image_info":{"image_list":[{"x":1,"image_media_id":"I"},{"image_media_id":"\u004A"}]},
        "cover_info":{"crop_percent_list":[{"ratio":"1_1","x1":"0","x":"1","y1":"0","x2":"1","y2":"\u0031"}]}}}"#;
    let prepared = checker(&[("unknown_field", Level::Warning)]).prepare(body).unwrap();
    let expected = r#"{"media_id":"M","index":0,"articles":{"article_type":"newspic","title":"春/a","content":"天\n",
        "image_info":{"image_list":[{"image_media_id":"I"},{"image_media_id":"J"}]},
        "cover_info":{"crop_percent_list":[{"ratio":"1_1","x1":"0","y1":"0","x2":"1","y2":"1"}]}}}"#;
    assert_eq!(prepared.body(), expected);
}

/// Only a news article can do without them.
#[test]
fn a_picture_message_keeps_its_images_whatever_is_lowered() {
    let lowered = checker(&[("field_not_for_type", Level::Off)]);
    let body = |id: &str| {
        format!(
            r#"{{"media_id":"M","index":0,"articles":{{"article_type":"newspic","title":"T","content":"c","image_info":{{"image_list":[{{"image_media_id":"{id}"}}]}}}}}}"#
        )
    };
    assert_eq!(lowered.prepare(body("I").as_bytes()).unwrap().body(), body("I"));
    let report = lowered.prepare(body("").as_bytes()).unwrap_err();
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["empty_value"]);
}

/// The graver of the two is told, with the name that was written.
#[test]
fn a_misspelt_name_that_weighs_less_is_told_as_what_is_missing() {
    let body = |title: &str, thumb: &str| {
        format!(
            r#"{{"media_id":"M","index":0,"articles":{{"{title}":"T","content":"c","{thumb}":"I"}}}}"#
        )
    };
    let levels = [("unknown_field", Level::Warning), ("thumb_missing", Level::Error)];
    for (body, code, path) in [
        (body("titel", "thumb_media_id"), "missing_field", "/articles/title"),
        (body("title", "thumb_mediaid"), "thumb_missing", "/articles/thumb_media_id"),
    ] {
        let report = checker(&levels).check_json(body.as_bytes());
        let [violation] = report.violations() else { panic!("{report}") };
        assert_eq!((violation.code, &*violation.path), (code, path));
        let name = path.rsplit('/').next().unwrap();
        assert!(violation.message(Language::English).contains(name), "{violation}");
        assert!(violation.fix.is_some());
    }
}

#[test]
fn what_is_left_out_is_not_judged_inside() {
    for inside in [
        "null",
        "[]",
        "{}",
        r#"{"image_list":[]}"#,
        r#"{"image_list":[{"image_media_id":""}],"x":1}"#,
    ] {
        let body = format!(
            r#"{{"media_id":"M","index":0,"articles":{{"image_info":{inside},"title":"T","content":"c","thumb_media_id":"I"}}}}"#
        );
        let lowered = checker(&[("field_not_for_type", Level::Warning)]);
        let prepared = lowered.prepare(body.as_bytes()).unwrap();
        let codes: Vec<_> = prepared.report().violations().iter().map(|found| found.code).collect();
        assert_eq!(codes, ["field_not_for_type"], "{inside}");
        assert!(!prepared.body().contains("image_info"), "{inside}");
    }
    let twice = br#"{"media_id":"M","index":0,"articles":{"image_info":{"x":1,"x":2},"title":"T","content":"c","thumb_media_id":"I"}}"#;
    let report = checker(&[("field_not_for_type", Level::Off)]).check_json(twice);
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["duplicate_key"]);
}

#[test]
fn numbers_too_large_are_sent_as_they_are_given() {
    let body = br#"{"media_id":"M","index":1e400,"articles":{"title":"T","content":"c","thumb_media_id":"I"}}"#;
    let prepared = checker(&[("index_out_of_range", Level::Off)]).prepare(body).unwrap();
    assert_eq!(prepared.body().as_bytes(), body);
}

#[test]
fn rules_of_the_shape_cannot_be_moved() {
    let moved = Checker::new().level("wrong_type", Level::Warning);
    assert_eq!(moved.unwrap_err(), SettingsError::FixedRule("wrong_type"));
    assert_eq!(
        Checker::new().level("nonsense", Level::Off).unwrap_err(),
        SettingsError::UnknownRule { near: None }
    );
    assert!(Checker::new().level("wrong_type", Level::Error).is_ok());
}

#[test]
fn wrong_settings_say_what_to_write() {
    let of = |code| Checker::new().level(code, Level::Off).unwrap_err();
    let host = Checker::new().image_host("https://example.cn").unwrap_err();
    for (error, english, chinese) in [
        (of("nonsense"), "unknown rule: `weixin-draft rules` lists", "没有这条规则，`weixin-draft"),
        (of("titel_long"), "did you mean title_long?", "是不是想写 title_long？"),
        (of("wrong_type"), "the level of wrong_type cannot be changed", "wrong_type 的级别不能"),
        (host, "not a host: give a name", "不是主机名：请填写"),
    ] {
        assert_eq!(error.message(Language::English), error.to_string());
        assert!(error.to_string().contains(english), "{error}");
        assert!(error.message(Language::Chinese).contains(chinese), "{error}");
    }
}

#[test]
fn strict_makes_errors_of_warnings() {
    let body = br#"{"media_id":"M","index":0,"articles":{"title":"T","content":"c"}}"#;
    assert!(check_json(body).is_ok());
    let report = Checker::new().strict(true).check_json(body);
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["thumb_missing"]);
    let off = checker(&[("thumb_missing", Level::Off)]).strict(true);
    assert!(off.check_json(body).is_ok());
}

#[test]
fn image_hosts_can_be_added() {
    let body = br#"{"media_id":"M","index":0,"articles":{"title":"T","thumb_media_id":"I",
        "content":"<img src='https://img.CDN.example.cn/a.png'><img src='https://xcdn.example.cn/a.png'>"}}"#;
    let report = Checker::new().image_host("cdn.example.CN").unwrap().check_json(body);
    assert_eq!(report.violations()[0].count, 1);
    let international = br#"{"media_id":"M","index":0,"articles":{"title":"T","thumb_media_id":"I",
        "content":"<img src='https://a.\u56fe\u7247.cn/a.png'><img src='https://xn--flw351e.cn/a.png'>"}}"#;
    let report = Checker::new().image_host("图片.cn").unwrap().check_json(international);
    assert_eq!(report.violations()[0].found, Some(Datum::from("xn--flw351e.cn")));
    for host in [
        "",
        "https://cdn.example.cn",
        "cdn.example.cn/a",
        "cdn.example.cn:80",
        "a b",
        "*.example.cn",
        ".cn",
        "a..b",
    ] {
        assert!(Checker::new().image_host(host).is_err(), "{host}");
    }
}

#[test]
fn a_value_that_the_model_cannot_hold_is_sent_as_it_is_or_refused() {
    let body = br#"{"media_id":"M","index":0,"articles":{"title":"T","content":"c","thumb_media_id":"I",
        "cover_info":{"crop_percent_list":[{"ratio":"4_3","x1":"0","y1":"0","x2":"1","y2":"1"}]}}}"#;
    let lowered = checker(&[("unknown_ratio", Level::Warning)]);
    assert!(lowered.check_json(body).is_ok());
    assert!(lowered.prepare(body).unwrap().into_parts().0.contains(r#""ratio":"4_3""#));
    let report = lowered.read(body).unwrap_err();
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["unknown_ratio"]);
}

#[test]
fn products_beyond_the_limit_are_a_warning_on_news() {
    let content = "<mp-common-product></mp-common-product>".repeat(51);
    let body = format!(
        r#"{{"media_id":"M","index":0,"articles":{{"title":"T","thumb_media_id":"I","content":"{content}"}}}}"#
    );
    let report = check_json(body.as_bytes());
    assert_eq!(
        report.warnings().map(|warning| warning.code).collect::<Vec<_>>(),
        ["too_many_products"]
    );
    let raised = checker(&[("too_many_products", Level::Error)]);
    assert!(!raised.check_json(body.as_bytes()).is_ok());
}
