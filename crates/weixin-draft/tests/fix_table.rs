//! One case of each kind of fix, from the slip to what is left after it.

use weixin_draft::{Applicability, Checker};

use Applicability::{Safe, Unsafe};

/// A slip and its mend, as what they put in the place of a part of a good request.
struct Row {
    code: &'static str,
    class: Applicability,
    /// What is slipped in place of `good`.
    slip: &'static str,
    good: &'static str,
    /// What the fix makes of it, where that is not `good` itself.
    mended: &'static str,
}

const fn row(
    code: &'static str,
    class: Applicability,
    slip: &'static str,
    good: &'static str,
) -> Row {
    Row { code, class, slip, good, mended: good }
}

/// The same where something else comes out than what was there before.
const fn other(
    code: &'static str,
    class: Applicability,
    (slip, good): (&'static str, &'static str),
    mended: &'static str,
) -> Row {
    Row { code, class, slip, good, mended }
}

const NEWS: &str = r#"{"media_id": "M", "index": 0, "articles": {"article_type": "news", "title": "春季菜单", "author": "厨房", "content": "<p>荠菜</p>", "thumb_media_id": "C", "pic_crop_1_1": "0_0_0.5_1", "cover_info": {"crop_percent_list": [{"ratio": "1_1", "x1": "0", "y1": "0", "x2": "0.5", "y2": "1"}]}, "content_source_url": "https://example.cn/a", "need_open_comment": 1}}"#;

const ARTICLE: &str = r#"{"article_type": "newspic", "title": "春季菜单", "content": "荠菜", "image_info": {"image_list": [{"image_media_id": "I"}]}}"#;

const NEWSPIC: &str = r#"{"media_id": "M", "index": 0, "articles": {"article_type": "newspic", "title": "春季菜单", "content": "荠菜", "image_info": {"image_list": [{"image_media_id": "I"}]}}}"#;

/// On a news article.
const NEWS_ROWS: &[Row] = &[
    row("wrong_type", Safe, r#""index": " 0 ""#, r#""index": 0"#),
    row("wrong_type", Safe, r#""index": "0.0""#, r#""index": 0"#),
    row("wrong_type", Safe, r#""need_open_comment": true"#, r#""need_open_comment": 1"#),
    other("wrong_type", Safe, (r#""author": null, "#, r#""author": "厨房", "#), ""),
    other("wrong_type", Safe, (r#""author": [], "#, r#""author": "厨房", "#), ""),
    row("wrong_type", Safe, r#""x2": 0.5"#, r#""x2": "0.5""#),
    row("unknown_field", Unsafe, r#""titel""#, r#""title""#),
    other("read_only_field", Safe, (r#""url": "u", "title""#, r#""title""#), r#""title""#),
    row(
        "field_not_for_type",
        Unsafe,
        r#""image_info": {"image_list": [{"image_media_id": "I"}]}, "title""#,
        r#""title""#,
    ),
    row("field_not_for_type", Safe, r#""image_info": {}, "title""#, r#""title""#),
    row("field_not_for_type", Safe, r#""image_info": null, "title""#, r#""title""#),
    row("field_not_for_type", Safe, r#""image_info": [], "title""#, r#""title""#),
    row("field_not_for_type", Safe, r#""image_info": "", "title""#, r#""title""#),
    row("duplicate_key", Safe, r#""index": 0, "index": 0"#, r#""index": 0"#),
    row("duplicate_key", Unsafe, r#""index": 1, "index": 0"#, r#""index": 0"#),
    row("invalid_json", Safe, "\u{feff}{\"media_id\"", "{\"media_id\""),
    row("invalid_json", Safe, "{/* the draft */\"media_id\"", "{\"media_id\""),
    row("invalid_json", Unsafe, "\"M\",,", "\"M\","),
    row("invalid_json", Unsafe, "{,\"media_id\"", "{\"media_id\""),
    row("invalid_json", Unsafe, "[,,{\"ratio\"", "[{\"ratio\""),
    row("invalid_json", Unsafe, "'厨房'", "\"厨房\""),
    row("invalid_json", Unsafe, "“厨房”", "\"厨房\""),
    row("invalid_json", Unsafe, "\"index\"： 0，", "\"index\": 0,"),
    row("invalid_json", Unsafe, "\"index\":\u{a0}0", "\"index\": 0"),
    row("escaped_body", Safe, r"\u6625\u5b63", "春季"),
    row("escaped_text", Safe, r"\\u6625\\u5b63\\u83dc\\u5355", "春季菜单"),
    row("invalid_media_id", Safe, r#"" M\n""#, r#""M""#),
    row("invalid_crop", Safe, "0, 0, .5, 1.", "0_0_0.5_1"),
    row("invalid_crop", Safe, "0；0；０．５；1", "0_0_0.5_1"),
    row("invalid_crop", Safe, "0:0:00.5:1", "0_0_0.5_1"),
    row("unknown_ratio", Safe, r#""1:1""#, r#""1_1""#),
    other("unknown_ratio", Safe, (r#""235_1""#, r#""1_1""#), r#""2.35_1""#),
    other("unknown_ratio", Safe, (r#""2.35:1""#, r#""1_1""#), r#""2.35_1""#),
    row("crop_too_precise", Safe, "0_0_0.5000000_1", "0_0_0.5_1"),
    other("crop_too_precise", Safe, ("0_0_0.1234565_1", "0_0_0.5_1"), "0_0_0.123457_1"),
    row("crop_inverted", Unsafe, "0.5_1_0_0", "0_0_0.5_1"),
    other("crop_out_of_range", Safe, ("0_0_0.5_1.000001", "0_0_0.5_1"), "0_0_0.5_1"),
    row("crop_out_of_range", Unsafe, "0_0_50_100", "0_0_0.5_1"),
    row(
        "crop_out_of_range",
        Unsafe,
        r#""x1": "0", "y1": "0", "x2": "50", "y2": "100""#,
        r#""x1": "0", "y1": "0", "x2": "0.5", "y2": "1""#,
    ),
    row(
        "duplicate_ratio",
        Safe,
        r#"[{"ratio": "1_1", "x1": "0", "y1": "0", "x2": "0.5", "y2": "1"}, {"ratio":"1_1","x1":"0","y1":"0","x2":"0.5","y2":"1"}]"#,
        r#"[{"ratio": "1_1", "x1": "0", "y1": "0", "x2": "0.5", "y2": "1"}]"#,
    ),
    row("unknown_article_type", Safe, r#""NEWS ""#, r#""news""#),
    row("invalid_source_url", Safe, r#"" https://example.cn/a\n""#, r#""https://example.cn/a""#),
    row("invalid_source_url", Unsafe, r#""example.cn/a""#, r#""https://example.cn/a""#),
    row(
        "javascript_removed",
        Safe,
        r#"<p onclick=\"a()\">荠菜<script>a < b</script></p>"#,
        "<p>荠菜</p>",
    ),
    other(
        "javascript_removed",
        Safe,
        (r#"<p><a class=\"b\" href=\"javascript:a()\">荠菜</a></p>"#, "<p>荠菜</p>"),
        r#"<p><a class=\"b\">荠菜</a></p>"#,
    ),
    other(
        "typographic_quotes",
        Safe,
        ("<p style=“color:red”>荠菜</p>", "<p>荠菜</p>"),
        r#"<p style=\"color:red\">荠菜</p>"#,
    ),
    other(
        "typographic_quotes",
        Safe,
        ("<p style=‘color:red’>荠菜</p>", "<p>荠菜</p>"),
        r#"<p style=\"color:red\">荠菜</p>"#,
    ),
    other(
        "list_white_space",
        Safe,
        (r"<ul>\n  <li>荠菜</li>\n  <li>雷笋</li>\n</ul>", "<p>荠菜</p>"),
        r"<ul><li>荠菜</li><li>雷笋</li>\n</ul>",
    ),
    other(
        "ambiguous_text_align",
        Safe,
        (r#"<p style=\"text-align:end\">荠菜</p>"#, "<p>荠菜</p>"),
        r#"<p style=\"text-align:right\">荠菜</p>"#,
    ),
    other(
        "ambiguous_text_align",
        Safe,
        (r#"<p style=\"TEXT-ALIGN: Start !important\">荠菜</p>"#, "<p>荠菜</p>"),
        r#"<p style=\"TEXT-ALIGN: left !important\">荠菜</p>"#,
    ),
    other(
        "invisible_caret",
        Safe,
        (r#"<p style=\"color:red;caret-color:rgba(0,0,0,0)\">荠菜</p>"#, "<p>荠菜</p>"),
        r#"<p style=\"color:red;\">荠菜</p>"#,
    ),
    other(
        "touch_only_animation",
        Unsafe,
        (r#"<p>荠菜<svg><animate begin=\"touchstart\"></svg></p>"#, "<p>荠菜</p>"),
        r#"<p>荠菜<svg><animate begin=\"touchstart;click\"></svg></p>"#,
    ),
    other(
        "anchor_link",
        Unsafe,
        (r##"<p><a href=\"#1\">荠菜</a></p>"##, "<p>荠菜</p>"),
        "<p><a>荠菜</a></p>",
    ),
    other(
        "preview_link",
        Unsafe,
        (r#"<p><a href=\"https://mp.weixin.qq.com/s?tempkey=1\">荠菜</a></p>"#, "<p>荠菜</p>"),
        "<p><a>荠菜</a></p>",
    ),
    other(
        "outside_link",
        Unsafe,
        (r#"<p><a href=\"https://example.cn/?a&amp;b\">荠菜</a></p>"#, "<p>荠菜</p>"),
        "<p>荠菜 (https://example.cn/?a&amp;b)</p>",
    ),
    other(
        "outside_link",
        Unsafe,
        (r#"<p><a href=\"https://example.cn/\">example.cn</a></p>"#, "<p>荠菜</p>"),
        "<p>example.cn</p>",
    ),
    other(
        "external_image",
        Unsafe,
        (r#"<img src=\"data:,\" data-src=\"https://mmbiz.qpic.cn/a?b&amp;c\">"#, "<p>荠菜</p>"),
        r#"<img src=\"https://mmbiz.qpic.cn/a?b&amp;c\" data-src=\"https://mmbiz.qpic.cn/a?b&amp;c\">"#,
    ),
    row("control_character", Safe, r"春\u0001季菜单", "春季菜单"),
    other("control_character", Safe, (r"春季\n菜单", "春季菜单"), "春季 菜单"),
    row("garbled_text", Unsafe, "è\u{8d}\u{a0}è\u{8f}œ", "荠菜"),
    row(
        "document_markup",
        Unsafe,
        r"<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>菜单</title></head>\n<body><p>荠菜</p></body></html>",
        "<p>荠菜</p>",
    ),
];

/// On a picture message.
const NEWSPIC_ROWS: &[Row] = &[
    row(
        "wrong_type",
        Safe,
        r#"{"image_list": ["I"]}"#,
        r#"{"image_list": [{"image_media_id": "I"}]}"#,
    ),
    row(
        "wrong_type",
        Safe,
        r#""image_info": ["I"]"#,
        r#""image_info": {"image_list": [{"image_media_id": "I"}]}"#,
    ),
    row(
        "wrong_type",
        Safe,
        r#""image_info": "I""#,
        r#""image_info": {"image_list": [{"image_media_id": "I"}]}"#,
    ),
    row("unknown_article_type", Safe, r#""newsPic""#, r#""newspic""#),
    other(
        "newspic_markup",
        Unsafe,
        (
            r#"<div><p>荠菜 &lt; 雷笋</p>\n<p><a href=\"https://mp.weixin.qq.com/s/x\">青团</a><br>茶</p></div>"#,
            "荠菜",
        ),
        r#"荠菜 < 雷笋\n<a href=\"https://mp.weixin.qq.com/s/x\">青团</a>\n茶"#,
    ),
];

fn fixed(body: &str, at_most: Applicability) -> String {
    let fixed = Checker::new().fix(body.as_bytes(), at_most);
    assert!(!fixed.gave_up);
    String::from_utf8(fixed.body).unwrap()
}

fn assert_rows(good: &str, rows: &[Row]) {
    let checker = Checker::new();
    assert!(checker.check_json(good.as_bytes()).is_ok());
    for row in rows {
        let Row { code, class, slip, mended, .. } = row;
        assert!(good.contains(row.good), "{code}: {}", row.good);
        let body = good.replacen(row.good, slip, 1);
        let report = checker.check_json(body.as_bytes());
        let violation = report.violations().iter().find(|violation| violation.code == *code);
        let fix = violation.unwrap_or_else(|| panic!("{code}: {slip}")).fix.as_ref();
        assert_eq!(fix.map(|fix| fix.applicability), Some(*class), "{code}: {slip}");
        let expected = good.replacen(row.good, mended, 1);
        assert_eq!(fixed(&body, *class), expected, "{code}");
        assert!(checker.check_json(expected.as_bytes()).is_ok(), "{code}: {expected}");
    }
}

#[test]
fn every_kind_of_slip_is_mended() {
    assert_rows(NEWS, NEWS_ROWS);
    assert_rows(NEWSPIC, NEWSPIC_ROWS);
}

#[test]
fn articles_are_unwrapped() {
    let as_string = serde_json::to_string(ARTICLE).unwrap();
    let slips = [
        format!("[{ARTICLE}]"),
        format!("{{\"articles\": {ARTICLE}}}"),
        format!("{{\"articles\": [ {ARTICLE} ]}}"),
        as_string,
    ];
    for slip in slips {
        let body = NEWSPIC.replace(ARTICLE, &slip);
        assert_ne!(body, NEWSPIC);
        assert_eq!(fixed(&body, Safe), NEWSPIC, "{slip}");
    }
    let encoded_twice = serde_json::to_string(NEWSPIC).unwrap();
    assert_eq!(fixed(&encoded_twice, Safe), NEWSPIC);
}

/// What is inside of the inner one is told in the same report.
#[test]
fn articles_in_articles_are_judged() {
    let inner =
        r#"{"title": "", "content": "<script>a</script><p>荠菜</p>", "digest": 1, "x": 1, "x": 2}"#;
    let body = format!(r#"{{"media_id": "M", "index": 0, "articles": {{"articles": {inner}}}}}"#);
    let report = Checker::new().check_json(body.as_bytes());
    let found: Vec<_> =
        report.violations().iter().map(|found| (found.code, found.path.as_str())).collect();
    assert_eq!(
        found,
        [
            ("unknown_field", "/articles/articles"),
            ("empty_value", "/articles/articles/title"),
            ("javascript_removed", "/articles/articles/content"),
            ("wrong_type", "/articles/articles/digest"),
            ("unknown_field", "/articles/articles/x"),
            ("duplicate_key", "/articles/articles/x"),
            ("thumb_missing", "/articles/articles/thumb_media_id"),
        ]
    );
    let beside = body.replace("{\"articles\"", "{\"title\": \"T\", \"articles\"");
    assert_eq!(fixed(&beside, Safe).matches("articles").count(), 2);
}

/// The usual slips of programs, all at once: `--fix` alone makes the request acceptable.
#[test]
fn the_usual_broken_requests_come_out_accepted() {
    let slips = NEWS_ROWS.iter().filter(|row| {
        row.class == Safe && !["invalid_json", "duplicate_ratio"].contains(&row.code)
    });
    let mut body = NEWS.to_owned();
    for row in slips {
        body = body.replacen(row.good, row.slip, 1);
    }
    let checker = Checker::new();
    assert!(checker.check_json(body.as_bytes()).errors().count() > 8, "{body}");
    for body in [body.clone(), format!("// a request\n{body}"), format!("\u{feff}{body}")] {
        let fixed = checker.fix(body.as_bytes(), Safe);
        assert!(fixed.report.is_ok(), "{:?}", fixed.report);
        assert!(checker.prepare(&fixed.body).is_ok());
    }
}

/// Whatever a fix would have to invent or to shorten is left alone.
#[test]
fn the_rest_is_left_alone() {
    let long = "长".repeat(200);
    let bodies = [
        NEWS.replace(r#""M""#, r#""""#),
        NEWS.replace("春季菜单", &long),
        NEWS.replace(r#""title": "春季菜单", "#, ""),
        NEWS.replace(r#", "thumb_media_id": "C""#, ""),
        NEWS.replace(r#""need_open_comment": 1"#, r#""only_fans_can_comment": 1"#),
        NEWS.replace("0_0_0.5_1", "0.5_0_0.5_1"),
        NEWS.replace("0_0_0.5_1", "0_0_1.01_1"),
        NEWS.replace("0_0_0.5_1", "0_0_900_383"),
        NEWS.replace("<p>荠菜</p>", "<p style=“color:red’>荠菜</p>"),
        NEWS.replace("<p>荠菜</p>", "<p style=”color:red“>荠菜</p>"),
        NEWS.replace("<p>荠菜</p>", r#"<img src=\"https://example.com/a.png\">"#),
        NEWS.replace("<p>荠菜</p>", "<style>p{}</style><p>荠菜</p>"),
        NEWS.replace("<p>荠菜</p>", "<script>a</script>"),
        NEWSPIC.replace("荠菜", "<p></p>"),
        NEWSPIC.replace("\"content\"", "\"digest\": \"D\", \"content\""),
    ];
    for body in bodies {
        assert!(!Checker::new().check_json(body.as_bytes()).violations().is_empty());
        assert_eq!(fixed(&body, Unsafe), body);
    }
}

/// A name given many times, or more slips than a report lists, take few rounds.
#[test]
fn many_slips_take_few_rounds() {
    let twice = r#""title": "春季菜单", "#.repeat(30);
    let others: Vec<_> = (0..4000).map(|number| format!(r#""x{number}": 1, "#)).collect();
    let others = others.concat().repeat(2);
    let bodies = [
        (NEWS.replace(r#""title""#, &format!("{twice}\"title\"")), NEWS.to_owned()),
        (
            NEWSPIC.replace(r#""title""#, &format!("{others}\"title\"")),
            NEWSPIC.replace(r#""title""#, &format!("{}\"title\"", &others[..others.len() / 2])),
        ),
        (
            NEWSPIC.replace(
                r#"[{"image_media_id": "I"}]"#,
                &format!("[{}]", vec![r#"" I""#; 1500].join(", ")),
            ),
            NEWSPIC.replace(
                r#"[{"image_media_id": "I"}]"#,
                &format!("[{}]", vec![r#"{"image_media_id": "I"}"#; 1500].join(", ")),
            ),
        ),
    ];
    for (body, expected) in bodies {
        let mended = fixed(&body, Safe);
        assert!(mended == expected, "{mended:.2000}");
    }
    let many =
        NEWS.replace("<p>荠菜</p>", &"<p onclick=a><a href=javascript:a>荠菜</a></p>".repeat(3000));
    let report = Checker::new().check_json(many.as_bytes());
    let fix = report.violations()[0].fix.as_ref().unwrap();
    assert_eq!((fix.count, fix.edits.as_ref()), (6000, None));
    assert_eq!(fixed(&many, Safe), NEWS.replace("<p>荠菜</p>", &"<p><a>荠菜</a></p>".repeat(3000)));
}
