//! A report as lines for people and as JSON for programs.

use serde_json::{Value, json};
use weixin_draft::{
    Applicability, Checker, CropBox, Datum, DraftUpdate, ImageKind, Language, Level, Ratio, Report,
    Source, UnknownLanguage, UnknownLevel, Words, all_rules, check_add_syntax, check_article,
    check_json, check_syntax, near_rule, rule, too_long,
};

/// Two pictures at wrong places and a null, on the second line after an emoji.
const BODY: &str = r#"{"media_id":"M","index":0,
 "articles":{"title":"😀","content":"<img src='a.png'><img src='b.png'>","author":null,"thumb_media_id":"C"}}"#;

#[test]
fn as_lines() {
    let report = check_json(BODY.as_bytes());
    let of = |language| report.in_language(language).to_string();
    let lines: Vec<String> = of(Language::English).lines().map(str::to_owned).collect();
    assert_eq!(report.to_string(), of(Language::English));
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].starts_with("2:42: error[external_image] /articles/content: the content"));
    assert!(lines[0].ends_with(" (2 places: 2:42 <img> path; 2:59 <img> path)"), "{}", lines[0]);
    assert!(lines[1].starts_with("2:82: error[wrong_type] /articles/author: null is never"));
    let chinese = of(Language::Chinese);
    assert!(chinese.contains("（2 处：2:42 <img> path；2:59 <img> path）"), "{chinese}");
    assert!(
        check_json(BODY.replace("<img src='b.png'>", "").as_bytes())
            .to_string()
            .contains(" (1 place: 2:42 <img> path)")
    );
    for (count, is_cut) in [(3, false), (4, true)] {
        let images = "<img src='a.png'>".repeat(count);
        let report = check_json(BODY.replace("<img src='b.png'>", &images[17..]).as_bytes());
        assert_eq!(report.to_string().contains("; …)"), is_cut, "{report}");
    }
    assert_eq!(Report::default().to_string(), "no violations");
    assert_eq!(Report::default().in_language(Language::Chinese).to_string(), "没有发现问题");
}

#[test]
fn as_json() {
    let report = check_json(BODY.as_bytes());
    let report = serde_json::to_value(report.in_language(Language::English)).unwrap();
    let of = |pointer: &str| report.pointer(pointer).cloned().unwrap_or(Value::Null);
    assert_eq!((of("/ok"), of("/omitted")), (json!(false), json!(0)));
    assert_eq!(of("/violations/0/line"), 2);
    assert_eq!(of("/violations/0/places/1/column"), 59);
    assert_eq!(of("/violations/0/places/1/element"), "img");
    let at = BODY.find("null").unwrap();
    // The emoji has four bytes, and two units of UTF-16.
    assert_eq!(of("/violations/1/range"), json!({"start": at, "end": (at + 4)}));
    assert_eq!(of("/violations/1/utf16_range"), json!({"start": (at - 2), "end": (at + 2)}));
    assert_eq!(of("/violations/1/limit"), "string");
    let fix = of("/violations/1/fix");
    assert_eq!(
        (&fix["applicability"], &fix["message"]),
        (&json!("safe"), &json!("leave the field out"))
    );
    assert_eq!(fix["edits"][0]["replacement"], "");
    let url = of("/violations/1/url");
    assert!(url.as_str().unwrap_or_default().ends_with("rules.md#wrong_type"), "{url}");
}

#[test]
fn a_long_text_is_cut() {
    for (length, kept) in [(Datum::MAX_TEXT - 4, Datum::MAX_TEXT), (400, Datum::MAX_TEXT)] {
        let body = BODY.replace("a.png", &format!("https://{}.com/a", "x".repeat(length)));
        let report = check_json(body.as_bytes());
        let hosts = report.violations()[0].places[0].found.as_ref().map(ToString::to_string);
        assert_eq!(hosts.map(|host| host.len()), Some(kept), "{length}");
    }
}

#[test]
fn two_reports_of_one_request_are_one() {
    let report = check_json(BODY.as_bytes());
    let both = report.clone().and(check_json(BODY.as_bytes()));
    let starts = both.violations().iter().map(|one| one.location.as_ref().unwrap().range.start);
    assert_eq!(both.violations().len(), 4);
    assert!(starts.collect::<Vec<_>>().is_sorted());
    let member = |number| format!("\"x{number}\": 1,");
    let unknown = (0..4000).map(member).collect::<Vec<_>>().concat();
    let long = check_json(BODY.replace("\"title\"", &format!("{unknown}\"title\"")).as_bytes());
    assert!(long.omitted() > 0);
    let omitted = long.omitted();
    assert_eq!(long.clone().and(long).omitted(), 2 * omitted);
    let (good, bad) = (Report::default(), check_json(BODY.as_bytes()));
    assert!(!good.clone().and(bad.clone()).is_ok() && !bad.and(good.clone()).is_ok());
    assert!(good.clone().and(good).is_ok());
}

fn assert_says(error: &dyn std::error::Error, english: &str, chinese: &str) {
    assert!(error.to_string().contains(english), "{error}");
    assert!(chinese.contains("请使用"), "{chinese}");
}

#[test]
fn a_violation_is_a_line_of_its_report() {
    let report = check_json(BODY.as_bytes());
    let lines: Vec<_> = report.violations().iter().map(ToString::to_string).collect();
    assert_eq!(lines.join("\n"), report.to_string());
}

#[test]
fn names() {
    assert_eq!(
        [Applicability::Safe, Applicability::Unsafe].map(Applicability::as_str),
        ["safe", "unsafe"]
    );
    for kind in [
        ImageKind::Inside,
        ImageKind::Outside,
        ImageKind::Local,
        ImageKind::Data,
        ImageKind::Placeholder,
        ImageKind::Empty,
    ] {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
    }
    let sources = [
        (Source::Page, "page"),
        (Source::DraftAdd, "draft_add"),
        (Source::Seen, "seen"),
        (Source::Json, "json"),
        (Source::Sense, "sense"),
        (Source::Structure, "structure"),
    ];
    for (source, name) in sources {
        assert_eq!(source.as_str(), name);
        assert!(all_rules().any(|rule| rule.source.as_str() == name), "{name}");
    }
    let words = Words { en: "status {value}", zh: "状态码 {value}" };
    assert_eq!(words.with_value(Language::Chinese, "404"), "状态码 404");
    for (locale, language) in [
        ("zh_CN.UTF-8", Language::Chinese),
        ("zh", Language::Chinese),
        ("fr_FR", Language::English),
        ("", Language::English),
    ] {
        assert_eq!(Language::of_locale(locale), language, "{locale}");
    }
    for (locale, language) in [("en", Language::English), ("zh_TW", Language::Chinese)] {
        assert_eq!(serde_json::from_value::<Language>(json!(locale)).ok(), Some(language));
        assert_eq!(serde_json::to_value(language).unwrap(), language.as_str());
    }
    assert_says(&UnknownLanguage, "use en or zh", UnknownLanguage.message(Language::Chinese));
    assert!(serde_json::from_value::<Language>(json!("fr")).is_err());
    for level in Level::ALL {
        assert_eq!(serde_json::from_value::<Level>(json!(level.as_str())).ok(), Some(level));
    }
    // A level that a caller cannot give.
    assert_eq!("info".parse::<Level>(), Err(UnknownLevel));
    assert_says(
        &UnknownLevel,
        "use error, warning or off",
        UnknownLevel.message(Language::Chinese),
    );
    let rule = rule("title_long").unwrap();
    assert!(rule.url(Language::English).ends_with("/rules.md#title_long"));
    assert!(rule.url(Language::Chinese).ends_with("/rules.zh-CN.md#title_long"));
    assert_eq!(format!("{rule:?}"), "Rule(title_long)");
    assert_eq!(near_rule("titel-long").map(|rule| rule.code), Some("title_long"));
    assert!(near_rule(&"title_long".repeat(100)).is_none());
}

#[test]
fn a_size_that_no_picture_has() {
    let of = |width, height| CropBox::fit(width, height, Ratio::Square, None).unwrap_err();
    for (error, english, chinese) in [
        (of(0, 1), "the picture's width is 0", "图片的宽须"),
        (of(1, 1_000_001), "the picture's height is 0", "图片的高须"),
    ] {
        assert!(error.to_string().contains(english), "{error}");
        assert!(error.message(Language::Chinese).contains(chinese));
    }
}

#[test]
fn syntax_alone() {
    assert!(check_syntax(b"{\"any\": [1]}").violations().is_empty());
    let report = check_syntax(b"{\"any\": [1}");
    assert!(!check_add_syntax(b"{").is_ok());
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["invalid_json"]);
    assert!(check_syntax(b"{\"title\": 1}").is_ok());
    // However much other rules would say before.
    let member = |number| format!("\"x{number}\": 1, ");
    let members = (0..3 * Report::MAX_VIOLATIONS).map(member).collect::<Vec<_>>().concat();
    for (end, code) in [("\"y\": 1, \"y\": 2}", "duplicate_key"), ("\"y\"", "invalid_json")] {
        let report = check_syntax(format!("{{{members}{end}").as_bytes());
        let found: Vec<_> = report.violations().iter().map(|found| found.code).collect();
        assert_eq!((found, report.is_ok(), report.omitted()), (vec![code], false, 0));
    }
}

#[test]
fn settings_make_the_same_checker_again() {
    let checker = Checker::new().strict(true).level("thumb_missing", Level::Off).unwrap();
    let checker = checker.image_host("cdn.example.cn").unwrap().drop_nulls(true);
    let again = Checker::from_settings(checker.settings()).unwrap();
    assert_eq!(checker, again);
    assert_ne!(checker, Checker::new());
    let missing = br#"{"media_id":"M","index":0,"articles":{"title":"T","content":"c"}}"#;
    assert!(again.check_json(missing).violations().is_empty());
    assert!(!Checker::new().check_json(missing).violations().is_empty());
}

#[test]
fn an_article_and_a_model_are_checked_by_themselves() {
    let paths = |report: &Report| -> Vec<String> {
        report.violations().iter().map(|one| format!("{} {}", one.code, one.path)).collect()
    };
    let article = br#"{"title": "", "content": "c", "thumb_media_id": "C"}"#;
    assert_eq!(paths(&check_article(article)), ["empty_value /title"]);
    let missing = br#"{"media_id":"M","index":0,"articles":{"title":"T","content":"c"}}"#;
    let draft = DraftUpdate::from_json(missing).unwrap();
    assert_eq!(paths(&draft.check()), ["thumb_missing /articles/thumb_media_id"]);
    assert_eq!(paths(&too_long()), ["too_long "]);
}

#[test]
fn a_ratio_that_is_none() {
    let error = "4_3".parse::<Ratio>().unwrap_err();
    assert_eq!(error.to_string(), error.message(Language::English));
    for ratio in Ratio::ALL {
        assert_eq!(ratio.to_string(), ratio.as_str());
        assert_eq!(ratio.as_str().parse::<Ratio>().ok(), Some(ratio));
        assert!(error.message(Language::English).contains(ratio.as_str()), "{error}");
        assert!(error.message(Language::Chinese).contains(ratio.as_str()));
    }
    let near = |name: &str| name.parse::<Ratio>().unwrap_err().near;
    assert_eq!(near("16      :      9"), Some(Ratio::Wide));
    // As long as no ratio is written.
    assert_eq!(near("16       :      9"), None);
    assert_eq!(near("1  :  1                  "), None);
}
