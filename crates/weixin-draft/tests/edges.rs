//! What is next to what a rule or a fix is about, and is not it.

use weixin_draft::{
    Applicability, ArticleType, Checker, Datum, ImageKind, Language, Report, check_content,
    check_json, images,
};

use Applicability::{Safe, Unsafe};

/// A news article with these members in place of its title and content.
fn news(title: &str, content: &str, members: &str) -> String {
    format!(
        r#"{{"media_id": "M", "index": 0, "articles": {{"title": {title}, "content": {content}, "thumb_media_id": "C"{members}}}}}"#
    )
}

fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn fixed(given: &str, at_most: Applicability) -> String {
    String::from_utf8(Checker::new().fix(given.as_bytes(), at_most).body).unwrap()
}

/// What the fixes make of a content, of a title and of other members.
fn fixed_content(html: &str) -> String {
    let fixed = fixed(&news("\"T\"", &json(html), ""), Unsafe);
    let body: serde_json::Value = serde_json::from_str(&fixed).unwrap();
    body["articles"]["content"].as_str().unwrap().to_owned()
}

fn assert_content_fixed(html: &str, expected: &str) {
    assert_eq!(fixed_content(html), expected);
}

fn assert_stays(body: &str) {
    assert_eq!(fixed(body, Unsafe), body);
}

fn codes(report: &Report) -> Vec<&str> {
    report.violations().iter().map(|violation| violation.code).collect()
}

/// What the only violation says in English.
fn says(body: &str) -> String {
    let report = check_json(body.as_bytes());
    let [violation] = report.violations() else { panic!("{report}") };
    violation.message(Language::English)
}

#[test]
fn two_names_near_one_field_are_not_both_renamed() {
    let cover = |list: &str| format!(r#""cover_info": {{"{list}": []}}"#);
    let members =
        |first: &str, list: &str| format!(r#", "{first}": "A", {}, "autor": "B""#, cover(list));
    let given = news("\"T\"", "\"c\"", &members("authr", "crop_percent_lst"));
    let expected = news("\"T\"", "\"c\"", &members("author", "crop_percent_list"));
    let fixed = fixed(&given, Unsafe);
    assert_eq!(fixed.matches("\"author\"").count(), 1, "{fixed}");
    assert_eq!(fixed, expected);
}

#[test]
fn unknown_names_beside_images_count_though_the_images_are_not_sent() {
    let body = news("\"T\"", "\"c\"", r#", "image_info": null"#);
    let body = body.replacen('{', r#"{"image_info": 1, "#, 1);
    let report = check_json(body.as_bytes());
    let found: Vec<_> = report.errors().map(|error| (error.code, &*error.path)).collect();
    let expected =
        [("unknown_field", "/image_info"), ("field_not_for_type", "/articles/image_info")];
    assert_eq!(found, expected);
}

#[test]
fn places_are_counted_beyond_those_that_are_named() {
    let image = "<img src='a.png'>";
    let report = check_content(&image.repeat(12), ArticleType::News);
    let [violation] = report.violations() else { panic!("{report}") };
    assert_eq!((violation.count, violation.places.len()), (12, 10));
    let offsets: Vec<_> = violation.places.iter().map(|place| place.offset).collect();
    let expected: Vec<_> = (0..10).map(|number| number * image.len()).collect();
    assert_eq!(offsets, expected);
    // One break alone may be meant; then all of them count.
    for (breaks, count) in [(0, 0), (1, 0), (2, 2), (3, 3), (5, 5)] {
        let html = format!("<p>a</p>{}", r"\n<p>b</p>".repeat(breaks));
        let report = check_content(&html, ArticleType::News);
        let counts: Vec<_> = report.violations().iter().map(|one| one.count).collect();
        assert_eq!(counts, Vec::from_iter((count > 0).then_some(count)), "{report}");
        for place in report.violations().iter().flat_map(|one| &one.places) {
            assert!(html[place.location.as_ref().unwrap().range.clone()].starts_with(r"\n"));
        }
    }
}

#[test]
fn a_fix_mends_all_or_nothing() {
    let both = "<p style=“color:red”>春</p><p style=“color:red>夏</p>";
    assert_content_fixed(both, both);
    let quote_inside = "<p style=“a\"b”>春</p>";
    assert_content_fixed(quote_inside, quote_inside);
    let other_attribute =
        "<p><img srcset='https://example.cn/a 1x' data-src='https://mmbiz.qpic.cn/b'></p>";
    assert_content_fixed(other_attribute, other_attribute);
}

#[test]
fn what_is_removed_from_a_content() {
    assert_content_fixed("<script>x()</script>春", "春");
    assert_content_fixed("<html><body>春<p>夏</p></body></html>", "春<p>夏</p>");
    assert_content_fixed("<ul> <li>a <b>春</b></li></ul>", "<ul><li>a <b>春</b></li></ul>");
    assert_content_fixed("<html><body> <p>春</p> <p>夏</p></body></html>", "<p>春</p> <p>夏</p>");
    assert_content_fixed(
        "<p style=\"caret-color: rgba(0,0,0,0) ;margin:0\">春</p>",
        "<p style=\"margin:0\">春</p>",
    );
    assert_content_fixed(
        "<p>春</p><svg><script><g></g>x</script><g></g></svg>",
        "<p>春</p><svg><g></g></svg>",
    );
}

#[test]
fn an_attribute_that_holds_no_address_runs_no_script() {
    for attribute in ["title", "style", "class", "begin", "width"] {
        let html = format!("<p>春</p><img src='a.png' {attribute}=\"javascript:x\">");
        let report = check_content(&html, ArticleType::News);
        assert!(!codes(&report).contains(&"javascript_removed"), "{attribute}");
    }
}

#[test]
fn commas_before_comments() {
    let whole = r#"{"media_id": "M", "index": 0, "articles": {"title": "T", "content": "c", "thumb_media_id": "C"}}"#;
    for comma in [", // the last\n", ", # the last\n", ", /* the last */", ",  /* 1 */ /* 2 */"] {
        let given = whole.replace("}}", &format!("{comma}}}}}"));
        let mended: String = fixed(&given, Unsafe).split_whitespace().collect();
        assert_eq!(mended, whole.replace(' ', ""), "{given}");
    }
    // A stroke begins no comment.
    assert_stays(&whole.replace(r#""C""#, r#""C" / "x" */"#));
    let given = whole.replacen('{', "{ \n , ", 1);
    let mended: String = fixed(&given, Unsafe).split_whitespace().collect();
    assert_eq!(mended, whole.replace(' ', ""));
}

#[test]
fn values_of_other_types() {
    let of = |value: &str| news(value, "\"c\"", "");
    assert_stays(&of("5"));
    assert!(!says(&of("true")).contains("1 for true"));
    assert!(says(&of("5")).contains("Put it in quotes"));
    let cover = news("\"T\"", "\"c\"", r#", "cover_info": 5"#);
    assert!(!says(&cover).contains("Put it in quotes"));
    assert!(!says(&cover.replace(": 5", ": [5]")).contains("articles is a single object"));
    let misspelt = of("\"T\"").replace("\"articles\"", "\"artciles\"");
    assert!(says(&misspelt).contains("articles"));
    let number = |body: &str| {
        let report = check_json(body.as_bytes());
        let error = report.errors().find(|error| error.code == "invalid_json").unwrap();
        error.message(Language::English)
    };
    let optional = news("\"T\"", "\"c\"", r#", "need_open_comment": NaN"#);
    assert!(number(&optional).contains("leave the field out"));
    assert!(number(&of("NaN")).contains("a value is required"));
    let report = check_json("[".repeat(1000).as_bytes());
    assert_eq!(report.violations()[0].limit, Some(Datum::from(128_usize)), "{report}");
}

#[test]
fn a_crop_is_mended_where_it_is_wrong_alone() {
    let crop = |crop: &str| news("\"T\"", "\"c\"", &format!(r#", "pic_crop_1_1": "{crop}""#));
    assert_eq!(fixed(&crop("0_0_1.000001_1.0"), Safe), crop("0_0_1_1.0"));
    let found = |zeros: usize| {
        let upside_down = crop(&format!("0_0.5_1_0.{}", "0".repeat(zeros)));
        let report = check_json(upside_down.as_bytes());
        let inverted = report.violations().iter().find(|one| one.code == "crop_inverted").unwrap();
        inverted.found.as_ref().unwrap().to_string()
    };
    assert_eq!(found(22), format!("0.{}", "0".repeat(22)));
    assert_eq!(found(23), format!("0.{}…", "0".repeat(22)));
}

#[test]
fn addresses_of_images_that_nobody_filled_in() {
    for (address, kind) in [
        ("__image_0__", ImageKind::Placeholder),
        ("__image-0__", ImageKind::Local),
        ("IMAGE_URL", ImageKind::Placeholder),
    ] {
        assert_eq!(ImageKind::of(address), kind, "{address}");
    }
    let of_program = |address: &str| {
        let html = format!("<p>春<img src=\"{address}\"></p>");
        let report = check_content(&html, ArticleType::News);
        let [violation] = report.violations() else { panic!("{address}: {report}") };
        violation.message(Language::English).contains("in one program only")
    };
    for address in ["blob:https://example.cn/1", "cid:1", "ms-appx:a.png"] {
        assert!(of_program(address), "{address}");
    }
    for address in ["https://[", "HTTP://[", "//[", "a+b:c"] {
        assert!(!of_program(address), "{address}");
    }
    // At the end of a content, a tag without `>` is none.
    assert_eq!(images("<p>春</p><img src=\"a.png").len(), 0);
}

#[test]
fn media_ids() {
    let body = |id: &str| news("\"T\"", "\"c\"", "").replace("\"C\"", &json(id));
    assert!(says(&body("封面.jpg")).contains("file"));
    let blank = says(&body(" cover.jpg "));
    assert!(blank.contains("begins with a blank"), "{blank}");
    let inside = says(&body("ab\ncd"));
    assert!(!inside.contains("at its end"), "{inside}");
    assert!(check_json(body("").as_bytes()).violations().iter().all(|one| one.fix.is_none()));
    assert_stays(&body(" ab春 "));
    // Bytes as Python shows them.
    for (id, is_told) in [
        ("b'aBcDeFgH12345678'", true),
        ("<aBcDeFgH12345678>", true),
        ("<aBcDeFgH12345678", false),
        ("aBcDeFgH12345678>", false),
        ("b'", false),
        ("b'ab", false),
        ("ab'", false),
    ] {
        let report = check_json(body(id).as_bytes());
        let says = report.to_string().contains("placeholder");
        assert_eq!(says, is_told, "{id}: {report}");
    }
    let empty = body("M").replace("\"media_id\": \"M\"", "\"media_id\": \"\"");
    let report = check_json(empty.as_bytes());
    assert!(report.violations().iter().all(|one| one.fix.is_none()), "{report}");
}

#[test]
fn contents_and_addresses_of_another_kind() {
    let of = |content: &str| check_json(news("\"T\"", &json(content), "").as_bytes());
    assert_eq!(codes(&of(r#"{"a": "春"}"#)), ["escaped_markup"]);
    for content in [r#"{"春"#, r#"["春", 夏]"#, "[1]", "{}"] {
        assert!(codes(&of(content)).is_empty(), "{content}");
    }
    let url = |url: &str| {
        says(&news("\"T\"", "\"c\"", &format!(r#", "content_source_url": {}"#, json(url))))
    };
    assert!(url("<a href='https://example.cn'>春</a>").contains("HTML"));
    assert!(url("[春](https://example.cn)").contains("Markdown"));
    let alike = url("https：//example.cn/a");
    assert!(alike.contains("U+FF1A") && alike.contains("Write : in its place"), "{alike}");
}

/// An edit where another fix has one waits for the next round.
#[test]
fn fixes_at_one_place_are_counted_once_each() {
    let html = "<p>春<svg><rect><animate begin=touchstart onclick=x() attributeName=x></animate></rect></svg></p>";
    let fixed = Checker::new().fix_content(html, ArticleType::News, Unsafe);
    let expected = html.replace(" onclick=x()", "").replace("touchstart", "touchstart;click");
    assert_eq!(String::from_utf8(fixed.body).unwrap(), expected);
    assert_eq!(fixed.applied, 2);
}

/// A whole name in Chinese has no odd character.
#[test]
fn names_in_another_script() {
    let of = |name: &str| says(&news("\"T\"", "\"c\"", &format!(r#", "{name}": "A""#)));
    assert!(of("作者").contains("author") && !of("作者").contains("U+"), "{}", of("作者"));
    assert!(of("аuthor").contains("U+0430"), "{}", of("аuthor"));
}

#[test]
fn addresses_without_a_scheme() {
    let url = |url: &str| news("\"T\"", "\"c\"", &format!(r#", "content_source_url": "{url}""#));
    assert_eq!(fixed(&url("example.cn/a"), Unsafe), url("https://example.cn/a"));
    for other in ["example.cn:80/a", ".example.cn/a", "menu/a", "/a/b", "a b.cn/a"] {
        assert_stays(&url(other));
    }
}

#[test]
fn texts_that_look_damaged() {
    let raw_ascii = news("\"T\"", r#""\u6625 \\u5b63""#, "");
    let report = check_json(raw_ascii.as_bytes());
    assert!(!codes(&report).contains(&"escaped_text"), "{report}");
    assert_stays(&news(r#""\\u007f""#, "\"c\"", ""));
    let garbled = |title: &str| news(&json(title), "\"c\"", "");
    assert_eq!(fixed(&garbled("ç®¡ç®¡"), Unsafe), garbled("管管"));
    let html = "<p>春天来了</p><p>荠\u{fffd}菜</p>";
    let report = check_content(html, ArticleType::News);
    let place = report.violations()[0].places[0].location.clone().unwrap();
    assert_eq!(&html[place.range], "\u{fffd}");
    let stars = garbled("3*4 寸照片");
    assert!(check_json(stars.as_bytes()).violations().is_empty());
    // The edit of an escape is inside of the quotes.
    let escaped = news(r#""\u6625\u5b63""#, r#""\u6625""#, "");
    let report = check_json(escaped.as_bytes());
    let edits = report.violations()[0].fix.as_ref().unwrap().edits.as_ref().unwrap();
    let replaced: Vec<_> = edits.iter().map(|edit| &escaped[edit.range.clone()]).collect();
    assert_eq!(replaced, [r"\u6625\u5b63", r"\u6625"]);
    let fix = |text: &str| {
        let body = news("\"T\"", text, "");
        check_json(body.as_bytes()).violations()[0].fix.clone().unwrap()
    };
    assert_eq!(fix(r#""\u6625""#), fix(r#""\u6625""#));
    assert_ne!(fix(r#""\u6625""#), fix(r#""\u5b63""#));
}

/// The outermost members of a body of draft_add are not judged as those of an update.
#[test]
fn a_body_of_draft_add_is_mended_inside_of_its_articles() {
    let body = |flag: &str| {
        format!(
            r#"{{"articles": [{{"title": "T", "content": "c", "thumb_media_id": "C", "need_open_comment": {flag}}}]}}"#
        )
    };
    assert_eq!(fixed(&body("true"), Safe), body("1"));
}

/// Whether layers that are as deep as the vendor's editor complains of say nothing new.
#[test]
fn deep_layers() {
    let own = |from: usize, count: usize, inside: &str| {
        let open = |number| format!("<section style=\"margin:{number}px\">");
        let open: String = (from..from + count).map(open).collect();
        open + inside + &"</section>".repeat(count)
    };
    let again = own(0, 1, &own(50, 1, "<p>春</p>"));
    let inside_of_siblings = own(0, 1, &own(0, 1, &own(1, 1, "<p>春</p>")));
    let plain = "<section>".repeat(15) + &"</section>".repeat(15);
    for (html, is_told) in [
        (own(0, 16, "<p>春</p>"), false),
        // A style that is there already, a little deeper or at once.
        (own(0, 16, &again), true),
        (own(0, 14, &again), true),
        (own(0, 14, &format!("<p>春</p>{again}")), false),
        (own(0, 16, &format!("<p>春</p>{inside_of_siblings}")), false),
        // Around a leaf it is needed.
        (own(0, 16, &own(0, 1, "<p>春</p>")), false),
        // Beside others, a layer is compared with those that it is in.
        (own(0, 14, &(own(90, 2, &own(70, 1, &own(70, 2, "<p>春</p>"))) + "<p>夏</p>")), true),
        (own(0, 14, &(own(90, 2, &own(70, 3, "<p>春</p>")) + "<p>夏</p>")), false),
        // Each branch has layers of its own.
        (own(0, 15, "春") + &plain, true),
        (own(0, 15, "春") + &own(0, 15, "夏"), false),
    ] {
        let report = check_content(&html, ArticleType::News);
        assert_eq!(codes(&report).contains(&"deep_nesting"), is_told, "{html}");
    }
}

/// A fix of what was not in the given text has no edits for it; any other has those of it.
#[test]
fn fixes_that_are_left_after_others() {
    let body = |name: &str| news("\"T\"", "\"c\"", &format!(r#", "{name}": "A""#));
    let edits_of = |given: &str| {
        let fixed = Checker::new().fix(given.as_bytes(), Safe);
        assert_eq!(fixed.applied, 1, "{given}");
        let report = fixed.report_on(given.as_bytes());
        let [violation] = report.violations() else { panic!("{report}") };
        violation.fix.clone().unwrap().edits
    };
    assert_eq!(edits_of(&json(&body("authr"))), None);
    let moved = body("authr").replace("\"index\": 0", "\"index\": \"0\"");
    let edits = edits_of(&moved).unwrap();
    assert_eq!(&moved[edits[0].range.clone()], "\"authr\"");
}
