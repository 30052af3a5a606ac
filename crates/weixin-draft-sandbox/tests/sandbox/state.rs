//! What is stored after an update.

use serde_json::{Value, json};
use weixin_draft_sandbox::{NEWS, NEWSPIC, Sandbox};

use crate::{news, newspic, post, start, update, url};

/// A draft as `draft/get` answers with it.
fn get(sandbox: &Sandbox, media_id: &str) -> Value {
    let body = json!({"media_id": media_id}).to_string();
    post(&url(sandbox, "draft/get"), body.as_bytes())
}

#[test]
fn the_first_drafts() {
    let sandbox = start();
    let draft = get(&sandbox, NEWS);
    assert_eq!(draft["news_item"].as_array().map(Vec::len), Some(2));
    assert!(draft["create_time"].as_u64() > Some(1_700_000_000));
    assert_eq!(draft["create_time"], draft["update_time"]);
    let item = &draft["news_item"][0];
    for name in ["url", "thumb_url", "is_deleted", "show_cover_pic"] {
        assert!(item.get(name).is_some(), "{name}");
    }
    assert!(draft["news_item"][1].get("article_type").is_none());

    let draft = get(&sandbox, NEWSPIC);
    assert_eq!(draft["news_item"].as_array().map(Vec::len), Some(1));
    assert_eq!(draft["news_item"][0]["article_type"], "newspic");

    assert_eq!(get(&sandbox, "OTHER")["errcode"], 40007);
    assert_eq!(get(&sandbox, "")["errcode"], 41006);
}

#[test]
fn an_update_replaces_the_whole_article() {
    let sandbox = start();
    let mut body = news(&json!({"digest": "D", "pic_crop_1_1": "0_0_0.5_1"}));
    body["index"] = 1.into();
    assert_eq!(update(&sandbox, &body), 0);
    let first = get(&sandbox, NEWS)["news_item"][0].clone();
    let second = get(&sandbox, NEWS)["news_item"][1].clone();
    assert_eq!(first["title"], "Spring menu");
    assert_eq!(second["title"], "T");
    assert_eq!(second["digest"], "D");
    assert_eq!(second["author"], "", "what was not sent is gone");
    assert_eq!(second["thumb_media_id"], "C");
    assert_eq!(
        second["cover_info"],
        json!({"crop_percent_list": [
            {"ratio": "1_1", "x1": "0", "y1": "0", "x2": "0.5", "y2": "1"},
        ]})
    );
    assert!(second.get("pic_crop_1_1").is_none());
    assert_eq!(sandbox.draft(NEWS), Some(get(&sandbox, NEWS)));
}

#[test]
fn what_was_read_can_be_sent_back() {
    let sandbox = start();
    for media_id in [NEWS, NEWSPIC] {
        let before = get(&sandbox, media_id)["news_item"][0].clone();
        // Fields the page does not list, such as `url`, are skipped.
        let body = json!({"media_id": media_id, "index": 0, "articles": before});
        assert_eq!(update(&sandbox, &body), 0);
        assert_eq!(get(&sandbox, media_id)["news_item"][0], before);
    }
}

#[test]
fn a_newspic_keeps_what_matters_to_it() {
    let sandbox = start();
    let changes = json!({
        "digest": "of no effect",
        "product_info": {"footer_product_info": {"product_key": "K"}},
        "image_info": {"image_list": [{"image_media_id": "A"}, {"image_media_id": "B"}]},
    });
    assert_eq!(update(&sandbox, &newspic(&changes)), 0);
    let item = get(&sandbox, NEWSPIC)["news_item"][0].clone();
    assert_eq!(item["image_info"], changes["image_info"]);
    assert_eq!(item["product_info"], changes["product_info"]);
    assert!(item.get("digest").is_none());
    assert!(item.get("cover_info").is_none());
}

#[test]
fn escapes_are_stored_as_they_were_written() {
    let sandbox = start();
    let body = format!(
        r#"{{"media_id":"{NEWS}","index":0,"articles":{{
            "thumb_media_id":"C","title":"\u6625中\\u6625","content":"\u003cp\u003e\ud83dx\n"}}}}"#
    );
    let answer = post(&url(&sandbox, "draft/update"), body.as_bytes());
    assert_eq!(answer, json!({"errcode": 0, "errmsg": "ok"}));
    let item = get(&sandbox, NEWS)["news_item"][0].clone();
    assert_eq!(item["title"], r"\u6625中\u6625");
    assert_eq!(item["content"], "\\u003cp\\u003e\\ud83dx\n");
}

#[test]
fn escapes_are_counted_as_they_were_written() {
    let sandbox = start();
    // Twelve narrow characters for two escapes are as wide as six Chinese ones.
    for (characters, errcode) in [(21, 0), (22, 45003)] {
        let title = r"\u6625".repeat(characters);
        let body = format!(
            r#"{{"media_id":"{NEWS}","index":0,"articles":{{"title":"{title}","content":"x","thumb_media_id":"C"}}}}"#
        );
        let answer = post(&url(&sandbox, "draft/update"), body.as_bytes());
        assert_eq!(answer["errcode"], errcode, "{characters}");
    }
}
