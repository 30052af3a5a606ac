//! What has one obvious mend is mended, and nothing else is touched.

use weixin_draft::{Applicability, ArticleType, Checker, apply_edits};

use Applicability::{Safe, Unsafe};

/// An article's members in a request that is good but for them.
fn news(members: &str) -> String {
    format!(
        r#"{{"media_id": "M", "index": 0, "articles": {{"title": "T", "content": "<p>x</p>", "thumb_media_id": "C"{members}}}}}"#
    )
}

fn newspic(image_info: &str, members: &str) -> String {
    format!(
        r#"{{"media_id": "M", "index": 0, "articles": {{"article_type": "newspic", "title": "T", "content": "x", "image_info": {image_info}{members}}}}}"#
    )
}

fn assert_fixed(at_most: Applicability, given: &str, expected: &str) {
    let fixed = Checker::new().fix(given.as_bytes(), at_most);
    assert_eq!(String::from_utf8(fixed.body).unwrap(), expected);
    if at_most == Unsafe {
        let safely = Checker::new().fix(given.as_bytes(), Safe);
        assert_ne!(String::from_utf8(safely.body).unwrap(), expected, "this is safe: {given}");
    }
}

#[test]
fn wrong_types() {
    let whole = news("");
    let index = |value: &str| whole.replace(r#""index": 0"#, &format!(r#""index": {value}"#));
    for text in [r#""0""#, r#"" 0 ""#, r#""0.0""#] {
        assert_fixed(Safe, &index(text), &whole);
    }
    assert_fixed(Safe, &format!(r#" {{"data": {{"body": {whole}}} }}"#), &format!(" {whole}"));
    let string = serde_json::to_string(&whole).unwrap();
    assert_fixed(Safe, &format!(r#"{{"arguments": {string}}}"#), &whole);
    let with_more = format!(r#"{{"id": 1, "data": {whole}}}"#);
    assert_fixed(Safe, &with_more, &with_more);
    let flag = |value: &str| news(&format!(r#", "need_open_comment": {value}"#));
    assert_fixed(Safe, &flag("true"), &flag("1"));
    assert_fixed(Safe, &flag("false"), &flag("0"));
    assert_fixed(Safe, &flag(r#""1""#), &flag("1"));
    assert_fixed(Safe, &index("true"), &index("true"));

    let article = &whole[whole.find(r#"{"title"#).unwrap()..whole.len() - 1];
    assert_fixed(Safe, &whole.replace(article, &format!("[ {article} ]")), &whole);
    let two = whole.replace(article, &format!("[{article}, {article}]"));
    assert_fixed(Safe, &two, &two);
    let as_string = serde_json::to_string(article).unwrap();
    assert_fixed(Safe, &whole.replace(article, &as_string), &whole);
    assert_fixed(Safe, &serde_json::to_string(&whole).unwrap(), &whole);

    for nothing in ["null", "[]", "{}"] {
        assert_fixed(
            Safe,
            &news(&format!(r#", "author": {nothing}, "digest": "D""#)),
            &news(r#", "digest": "D""#),
        );
    }
    assert_fixed(Safe, &news(r#", "cover_info": """#), &whole);
    let title = whole.replace(r#""T""#, "null");
    assert_fixed(Safe, &title, &title);

    let good = newspic(r#"{"image_list": [{"image_media_id": "I"}, {"image_media_id": "J"}]}"#, "");
    assert_fixed(Safe, &newspic(r#"{"image_list": ["I", "J"]}"#, ""), &good);
    assert_fixed(Safe, &newspic(r#"["I", "J"]"#, ""), &good);
    let one = newspic(r#"{"image_list": [{"image_media_id": "I"}]}"#, "");
    assert_fixed(Safe, &newspic(r#""I""#, ""), &one);
    assert_fixed(Safe, &newspic(r#"{"image_list": "I"}"#, ""), &one);
    let encoded = newspic(r#"{"image_list": ["I", "{\"image_media_id\": \"J\"}"]}"#, "");
    assert_fixed(Safe, &encoded, &good);
    let numbers = newspic(r#"{"image_list": [{"image_media_id": "310645245"}]}"#, "");
    let fixed =
        Checker::new().fix(newspic(r#"{"image_list": ["310645245"]}"#, "").as_bytes(), Safe);
    assert_eq!(String::from_utf8(fixed.body).unwrap(), numbers);
    let blanks = news(r#", "author"  :  null, "digest": "D""#);
    assert_fixed(Safe, &blanks, &news(r#", "digest": "D""#));
    let array = news(r#", "author": [{"a": 1}]"#);
    assert_fixed(Safe, &array, &array);
    let nothing = newspic(r#"{"image_list": [ ]}"#, "");
    assert_fixed(Safe, &nothing, &nothing);
}

#[test]
fn members() {
    let whole = news("");
    assert_fixed(
        Safe,
        &news(r#", "url": "https://mp.weixin.qq.com/s/x", "is_deleted": false"#),
        &whole,
    );
    assert_fixed(Unsafe, &news("").replace("title", "titel"), &whole);
    assert_fixed(
        Unsafe,
        &news(
            r#", "article_type": "news", "image_info": {"image_list": [{"image_media_id": "I"}]}"#,
        ),
        &news(r#", "article_type": "news""#),
    );
    for empty in ["{}", r#"{"image_list": []}"#] {
        let given = news(&format!(r#", "article_type": "news", "image_info": {empty}"#));
        assert_fixed(Safe, &given, &news(r#", "article_type": "news""#));
    }
    let forgotten = news(r#", "image_info": {"image_list": [{"image_media_id": "I"}]}"#);
    assert_fixed(Safe, &forgotten, &forgotten);
    let twice = |first: &str| whole.replace(r#""index": 0"#, &format!(r#"{first}"index": 0"#));
    assert_fixed(Safe, &twice(r#""index": 0, "#), &whole);
    assert_fixed(Unsafe, &twice(r#""index": 1, "#), &whole);
    let first = whole.replacen(
        '{',
        r#"{ "media_id": "M"  ,
        "#,
        1,
    );
    assert_fixed(Safe, &first, &whole.replacen('{', "{ ", 1));
}

#[test]
fn values() {
    let whole = news("");
    assert_fixed(Safe, &whole.replace(r#""M""#, r#"" M\n""#), &whole);
    for name in ["newsPic", "NEWSPIC", " newspic ", "news_pic"] {
        let good = newspic(r#"{"image_list": [{"image_media_id": "I"}]}"#, "");
        assert_fixed(Safe, &good.replace(r#""newspic""#, &format!("\"{name}\"")), &good);
    }
    let url = |url: &str| news(&format!(r#", "content_source_url": "{url}""#));
    assert_fixed(Safe, &url(r" https://example.cn/a\n"), &url("https://example.cn/a"));
    assert_fixed(Unsafe, &url("example.cn/a"), &url("https://example.cn/a"));
    let title = |title: &str| whole.replace(r#""T""#, &format!("\"{title}\""));
    assert_fixed(Safe, &title(r"\\u6625\\u5b63"), &title("春季"));
    for other in [r"\\u6625\\uzzzz", r"\\u6625\\u+123", r"\\u6625\\n", r"\\u6625\\u5b6"] {
        assert_fixed(Safe, &title(other), &title(other));
    }
}

#[test]
fn crops() {
    let crop = |value: &str| news(&format!(r#", "pic_crop_1_1": "{value}""#));
    for text in ["0,0,0.5,1", "0 0 0.5 1", "0_0_.5_1.", "0；0；０．５；1", "0:0:00.5:1"] {
        assert_fixed(Safe, &crop(text), &crop("0_0_0.5_1"));
    }
    assert_fixed(Safe, &crop("0_0_0.5000000_1"), &crop("0_0_0.5_1"));
    assert_fixed(Safe, &crop("0_0_0.1234567_1"), &crop("0_0_0.123457_1"));
    assert_fixed(Unsafe, &crop("0.5_1_0_0"), &crop("0_0_0.5_1"));
    assert_fixed(Safe, &crop("0_0_1.000001_1"), &crop("0_0_1_1"));
    assert_fixed(Unsafe, &crop("0_0_50_100"), &crop("0_0_0.5_1"));
    assert_fixed(Safe, &crop("0.5_0_0.5_1"), &crop("0.5_0_0.5_1"));

    let entry = |ratio: &str, x1: &str, x2: &str| {
        news(&format!(
            r#", "cover_info": {{"crop_percent_list": [{{"ratio": "{ratio}", "x1": {x1}, "y1": "0", "x2": {x2}, "y2": "1"}}]}}"#
        ))
    };
    let good = entry("1_1", r#""0""#, r#""0.5""#);
    for ratio in ["1:1", "1/1"] {
        assert_fixed(Safe, &entry(ratio, r#""0""#, r#""0.5""#), &good);
    }
    for (given, ratio) in
        [("16:9", "16_9"), ("16 ： 9", "16_9"), ("2.35:1", "2.35_1"), ("235/1", "2.35_1")]
    {
        let full = entry(ratio, r#""0""#, r#""1""#);
        assert_fixed(Safe, &entry(given, r#""0""#, r#""1""#), &full);
    }
    let unknown = entry("4:3", r#""0""#, r#""1""#);
    assert_fixed(Safe, &unknown, &unknown);
    let two = |x2: &str| {
        let entries = [("0.5", "1"), (x2, "1")].map(|(x2, y2)| {
            format!(r#"{{"ratio": "1_1", "x1": "0", "y1": "0", "x2": "{x2}", "y2": "{y2}"}}"#)
        });
        news(&format!(r#", "cover_info": {{"crop_percent_list": [{}]}}"#, entries.join(", ")))
    };
    assert_fixed(Safe, &two("0.5"), &good);
    assert_fixed(Safe, &two("0.6"), &two("0.6"));
    assert_fixed(Safe, &entry("1_1", "0", "0.5"), &good);
    assert_fixed(Safe, &entry("1_1", r#""0""#, r#""0.5000000""#), &good);
    assert_fixed(Unsafe, &entry("1_1", r#""0.5""#, r#""0""#), &good);
}

#[test]
fn almost_json() {
    let whole = news("");
    assert_fixed(Safe, &format!("\u{FEFF}{whole}"), &whole);
    assert_fixed(Safe, &whole.replace(r#""index""#, "/* the first */\"index\""), &whole);
    assert_fixed(Safe, &format!("{whole}// done"), &whole);
    assert_fixed(Safe, &format!("# a request\n{whole}"), &format!("\n{whole}"));
    assert_fixed(Unsafe, &whole.replace(r#""C"}"#, r#""C",}"#), &whole);
    assert_fixed(Unsafe, &whole.replace(r#""M""#, "'M'").replace(r#""T""#, r"'T'"), &whole);
    let quotes = whole.replace(r#""<p>x</p>""#, r#""<p class=\"a\">it's</p>""#);
    assert_fixed(
        Unsafe,
        &quotes.replace(r#""<p class=\"a\">it's</p>""#, r#"'<p class="a">it\'s</p>'"#),
        &quotes,
    );
    // A slash in a string is no comment.
    let address = news(r#", "content_source_url": "https://example.cn/a#b""#);
    assert_fixed(Safe, &format!("\u{FEFF}{address}"), &address);
    let cut = &whole[..whole.len() - 2];
    assert_fixed(Safe, cut, cut);
}

#[test]
fn escaped_twice() {
    let title = |title: &str| news("").replace(r#""T""#, &format!("\"{title}\""));
    assert_fixed(Safe, &title(r"\\u6625\\u5b63 menu \\ud83c\\udf5c"), &title("春季 menu 🍜"));
    let mixed = title(r"\\u6625 and C:\\dir");
    assert_fixed(Safe, &mixed, &mixed);
}

#[test]
fn contents() {
    let content =
        |html: &str| news("").replace(r#""<p>x</p>""#, &serde_json::to_string(html).unwrap());
    let paragraph = |style: &str| content(&format!("<p style=\"{style}\">春</p>"));
    assert_fixed(
        Safe,
        &paragraph("color:red;text-align: start"),
        &paragraph("color:red;text-align: left"),
    );
    assert_fixed(Safe, &paragraph("text-align:end;"), &paragraph("text-align:right;"));
    assert_fixed(
        Safe,
        &paragraph("color:red;caret-color: rgba(0, 0, 0, 0);margin:0"),
        &paragraph("color:red;margin:0"),
    );
    let quotes =
        |open: &str, close: &str| content(&format!("<p style={open}color:red{close}>春</p>"));
    assert_fixed(Safe, &quotes("“", "”"), &quotes("\"", "\""));
    let link = |attribute: &str| content(&format!("<p><a{attribute}>春</a></p>"));
    assert_fixed(Unsafe, &link(" href=\"#note\""), &link(""));
    let animation = |begin: &str| {
        content(&format!(
            "<p>春<svg><rect><animate begin=\"{begin}\" attributeName=\"x\"></animate></rect></svg></p>"
        ))
    };
    assert_fixed(Unsafe, &animation("touchstart"), &animation("touchstart;click"));
    assert_fixed(Safe, &content("<p>春\u{1}天</p>"), &content("<p>春天</p>"));
    let title = |title: &str| news("").replace(r#""T""#, &serde_json::to_string(title).unwrap());
    assert_fixed(Safe, &title("春\n天 \u{2}"), &title("春 天"));
}

/// A content alone has its fixes in its own text.
#[test]
fn fixes_of_a_content_alone_are_in_the_content() {
    let html = "<p style=“color:red”>\"春\"</p>";
    let report = weixin_draft::check_content(html, ArticleType::News);
    let fix = report.violations()[0].fix.as_ref().unwrap();
    let mended = apply_edits(html, fix.edits.as_ref().unwrap());
    assert_eq!(mended, "<p style=\"color:red\">\"春\"</p>");
}

/// Nothing is said of the article that it would be in.
#[test]
fn a_content_alone_is_judged_alone() {
    for article_type in [ArticleType::News, ArticleType::NewsPic] {
        let report = weixin_draft::check_content("春", article_type);
        assert!(report.violations().is_empty(), "{report}");
    }
    let codes = |html: &str, article_type| {
        let report = weixin_draft::check_content(html, article_type);
        let codes: Vec<_> = report.violations().iter().map(|found| found.code).collect();
        (codes, report.is_ok())
    };
    assert_eq!(codes("<b>春</b>", ArticleType::News), (vec![], true));
    assert_eq!(codes("<b>春</b>", ArticleType::NewsPic), (vec!["newspic_markup"], false));
    assert_eq!(codes("<img src='a.png'>", ArticleType::News), (vec!["external_image"], false));
}
