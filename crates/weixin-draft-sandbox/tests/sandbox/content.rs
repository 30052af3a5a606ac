//! What is accepted as a content, and what is stored of it.

use serde_json::json;
use weixin_draft_sandbox::{NEWS, NEWSPIC};

use crate::{news, newspic, start, update};

#[test]
fn contents_that_are_refused() {
    let sandbox = start();
    for (content, errcode) in [
        ("", 45166),
        (" \n", 45166),
        ("<a href=\"#top\">x</a>", 45166),
        ("<A HREF=' #top'>x</A>", 45166),
        ("<a href=\"\">x</a>", 0),
        ("<p title=\"#top\">x</p>", 0),
        ("<a href=\"http://mp.weixin.qq.com/s?a=1&amp;tempkey=AB\">x</a>", 45166),
        ("<a href=\"https://mp.weixin.qq.com/s/abcdefghij-_ABCDEFGHIJ?x=1\">x</a>", 0),
        ("<a href=\"https://mp.weixin.qq.com/s/abcdefghij-_ABCDEFGHIJK\">x</a>", 45166),
        ("<mp-miniprogram></mp-miniprogram>", 45166),
        ("<mpvoice></mpvoice>", 45166),
        ("<mp-common-miniprogram></mp-common-miniprogram>", 0),
        ("<!-- <mpvoice> --><p>x</p>", 0),
        ("<img src=\"data:image/png;base64,AA\">", 45166),
        ("<img src=\"images/a.png\">", 45166),
        ("<img src=\"\">", 0),
    ] {
        let body = news(&json!({"content": content}));
        assert_eq!(update(&sandbox, &body), errcode, "{content}");
    }
}

#[test]
fn sizes() {
    let sandbox = start();
    let padding = " ".repeat(1024 * 1024);
    for (content, errcode) in [
        ("春".repeat(19_999), 0),
        ("春".repeat(20_000), 45002),
        // Tags, white space and entities count for less than they take up.
        ("<b>春</b>".repeat(19_999), 0),
        ("&nbsp;".repeat(19_999), 0),
        (padding[1..].to_owned() + "x", 45002),
        (padding[2..].to_owned() + "x", 0),
    ] {
        let body = news(&json!({"content": content}));
        assert_eq!(update(&sandbox, &body), errcode, "{} bytes", content.len());
    }
}

#[test]
fn the_text_of_a_newspic() {
    let sandbox = start();
    let product = "<mp-common-product data-windowproduct=\"p\"></mp-common-product>";
    for (content, errcode) in [
        ("春".repeat(1_000), 0),
        ("春".repeat(1_001), 45166),
        ("<p>x</p>".to_owned(), 45166),
        ("1 < 2 <a href=\"https://example.com\">x</a>".to_owned(), 0),
        (product.repeat(50), 0),
        (product.repeat(51), 53405),
    ] {
        let body = newspic(&json!({"content": content}));
        assert_eq!(update(&sandbox, &body), errcode, "{content:.40}");
    }
    // Only picture articles are limited in their products.
    let body = news(&json!({"content": product.repeat(51)}));
    assert_eq!(update(&sandbox, &body), 0);
}

#[test]
fn pictures_of_other_hosts_are_dropped_without_a_word() {
    let sandbox = start();
    let content = concat!(
        "<p><img src=\"https://mmbiz.qpic.cn/a\"></p>",
        "<p><img alt='>' src=\"https://example.com/b\"></p>",
        "<p><img data-src='//qpic.cn.example.com/c'></p>",
        "春",
    );
    assert_eq!(update(&sandbox, &news(&json!({"content": content}))), 0);
    let draft = sandbox.draft(NEWS).expect("the draft is there");
    assert_eq!(
        draft["news_item"][0]["content"],
        "<p><img src=\"https://mmbiz.qpic.cn/a\"></p><p></p><p></p>春"
    );
}

#[test]
fn a_refused_update_changes_nothing() {
    let sandbox = start();
    let before = sandbox.drafts();
    assert_eq!(update(&sandbox, &newspic(&json!({"content": "<p>"}))), 45166);
    assert_eq!(sandbox.drafts(), before);
    assert!(sandbox.draft(NEWSPIC).is_some());
    assert!(sandbox.draft("OTHER").is_none());
}
