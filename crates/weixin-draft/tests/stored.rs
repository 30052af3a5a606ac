//! What a comparison of an article with what was stored of it tells.

use weixin_draft::endpoint::compare;
use weixin_draft::{Article, Level};

/// The findings, each as its code, count, and the first place: offset, element
/// and what was found.
fn findings(sent: &str, stored: &str) -> Vec<String> {
    let (sent, stored) = (Article::news("T", sent), Article::news("T", stored));
    let report = compare(&sent.into(), &stored.into());
    assert!(report.is_ok());
    let shown = report.violations().iter().map(|finding| {
        assert_eq!(finding.level, Level::Info);
        let place = &finding.places[0];
        let found = place.found.as_ref().map_or(String::new(), |found| format!(" {found}"));
        format!("{} {} {} {}{found}", finding.code, finding.count, place.offset, place.element)
    });
    shown.map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn nothing_dropped_nothing_told() {
    for (sent, stored) in [
        ("<p>x</p>", "<p>x</p>"),
        ("<p>a  b</p>\n", "<p>a b</p>"),
        ("<p>a &amp; b</p>", "<p>a & b</p>"),
        ("<P CLASS=c>x</P>", "<p class=\"c\">x</p>"),
        (
            "<img src=\"http://mmbiz.qpic.cn/a/0?wx_fmt=png\">",
            "<img data-src=\"https://mmbiz.qpic.cn/a/0?wx_fmt=png&amp;from=appmsg\" data-type=\"png\">",
        ),
        ("<p style=\"color:red\">x</p>", "<p style=\"color: red;\">x</p>"),
        ("<p>x</p><p>y</p>", "<section><p>x</p><p>y</p></section>"),
        ("", ""),
    ] {
        assert!(findings(sent, stored).is_empty(), "{sent}: {:?}", findings(sent, stored));
    }
}

#[test]
fn each_loss_is_named_with_its_place() {
    let image = "<p>春<img src=\"https://example.com/a\"></p><img src=\"https://mmbiz.qpic.cn/b\">";
    assert_eq!(
        findings(image, "<p>春</p><img src=\"https://mmbiz.qpic.cn/b\">"),
        ["stored_image_lost 1 4 img example.com"]
    );
    assert_eq!(
        findings("a<a href=\"https://example.com/x\">link</a>", "alink"),
        ["stored_link_lost 1 1 a example.com"]
    );
    assert_eq!(
        findings("<p onclick=\"f()\" id=i class=c>x</p>", "<p class=c>x</p>"),
        ["stored_attribute_lost 2 0 p id"]
    );
    assert_eq!(
        findings("<p style=\"position: fixed; top: 0\">x</p>", "<p style=\"top: 0\">x</p>"),
        ["stored_attribute_lost 1 0 p style: position"]
    );
    assert_eq!(findings("<p>春天 abc</p>", "<p>春天 abd</p>"), ["stored_text_changed 1 8"]);
    assert_eq!(findings("<p>x</p>y", "<p>x</p>"), ["stored_text_changed 1 8"]);
    assert_eq!(findings("a<script>f()</script>b", "ab"), ["stored_element_lost 1 1 script"]);
    assert_eq!(
        findings("<html><body><p>x</p><p>y</p></body></html>", "<p>x</p><p>y</p>"),
        ["stored_element_lost 2 0 html"]
    );
    assert_eq!(
        findings("<p>x</p><b>y</b><p>z</p>", "<p>x</p>y<p>z</p>"),
        ["stored_element_lost 1 8 b"]
    );
}

#[test]
fn the_same_address_twice_counts_twice() {
    let one = "<img src=\"https://mmbiz.qpic.cn/a\">";
    assert_eq!(findings(&one.repeat(3), one), ["stored_image_lost 2 35 img mmbiz.qpic.cn"]);
    assert_eq!(findings(&"<img src=//x.cn/a>".repeat(30), ""), ["stored_image_lost 30 0 img x.cn"]);
}

#[test]
fn other_texts_are_compared_too() {
    let mut sent = Article::news("Title", "x");
    sent.digest = Some("Digest".into());
    let mut stored = sent.clone();
    stored.title = "Titl".into();
    stored.digest = None;
    stored.author = Some("The server adds one".into());
    let report = compare(&sent.clone().into(), &stored.into());
    let paths: Vec<_> = report.violations().iter().map(|it| (it.code, &*it.path)).collect();
    assert_eq!(paths, [("stored_text_changed", "/title"), ("stored_text_changed", "/digest")]);
    sent.digest = None;
    let mut stored = sent.clone();
    stored.digest = Some("Made by the server".into());
    assert!(compare(&sent.into(), &stored.into()).violations().is_empty());
}
