//! The fields of an article, content aside.

use serde_json::{Value, json};

use crate::{news, newspic, start, update};

#[test]
fn the_fields_of_any_article() {
    let sandbox = start();
    for (changes, errcode) in [
        (json!({}), 0),
        (json!({"title": null}), 45166),
        (json!({"title": " "}), 45166),
        (json!({"title": 1}), 47001),
        (json!({"title": "春".repeat(20)}), 0),
        (json!({"title": "春".repeat(65)}), 45003),
        (json!({"author": "a".repeat(16)}), 0),
        (json!({"author": "a".repeat(17)}), 45110),
        (json!({"author": "春".repeat(9)}), 45110),
        (json!({"content": null}), 45166),
        (json!({"article_type": "video"}), 40097),
        (json!({"need_open_comment": 1, "only_fans_can_comment": 1.0}), 0),
        (json!({"need_open_comment": 2}), 40097),
        (json!({"need_open_comment": true}), 47001),
        (json!({"only_fans_can_comment": "0"}), 47001),
        (json!({"product_info": {"footer_product_info": {"product_key": "K"}}}), 0),
        (json!({"product_info": "K"}), 47001),
        (json!({"cover_info": crop("1_1", "0", "1")}), 0),
        (json!({"cover_info": crop("4_3", "0", "1")}), 53402),
        (json!({"cover_info": crop("16_9", "1", "0")}), 53402),
        (json!({"cover_info": crop("16_9", "0", "1.5")}), 53402),
        (json!({"cover_info": crop("16_9", "", "1")}), 53402),
        (json!({"a_field_of_tomorrow": 1}), 0),
    ] {
        assert_eq!(update(&sandbox, &news(&changes)), errcode, "news: {changes}");
        if changes.get("article_type").is_none() {
            assert_eq!(update(&sandbox, &newspic(&changes)), errcode, "newspic: {changes}");
        }
    }
}

fn crop(ratio: &str, x1: &str, x2: &str) -> Value {
    json!({"crop_percent_list": [{"ratio": ratio, "x1": x1, "y1": "0", "x2": x2, "y2": "1"}]})
}

#[test]
fn the_fields_of_news() {
    let sandbox = start();
    for (changes, errcode) in [
        (json!({"article_type": ""}), 0),
        (json!({"article_type": null}), 0),
        (json!({"title": "春".repeat(64)}), 0),
        (json!({"digest": "春".repeat(120)}), 0),
        (json!({"digest": "d".repeat(240)}), 0),
        (json!({"digest": "d".repeat(241)}), 45004),
        (json!({"content_source_url": "http://127.0.0.1/x"}), 41039),
        (json!({"content_source_url": "http://192.168.1.2/x"}), 41039),
        (json!({"content_source_url": "http://intranet/x"}), 41039),
        (json!({"thumb_media_id": null}), 40007),
        (json!({"content_source_url": "https://例子.cn/路?a#b"}), 0),
        (json!({"content_source_url": "HTTP://example.com"}), 0),
        (json!({"content_source_url": ""}), 0),
        (json!({"content_source_url": "example.com"}), 41039),
        (json!({"content_source_url": "//example.com"}), 41039),
        (json!({"content_source_url": "https:///path"}), 41039),
        (json!({"content_source_url": "ftp://example.com"}), 41039),
        (json!({"content_source_url": format!("https://a.cn/{}", "x".repeat(1024))}), 45005),
        (json!({"thumb_media_id": "a b"}), 40007),
        (json!({"thumb_media_id": "媒体"}), 40007),
        (json!({"pic_crop_1_1": "0_0_1_1"}), 0),
        (json!({"pic_crop_1_1": "0_0_1"}), 53402),
        (json!({"pic_crop_235_1": "0,0,1,1"}), 53402),
        (json!({"pic_crop_235_1": "0.1234567_0_1_1"}), 53402),
    ] {
        assert_eq!(update(&sandbox, &news(&changes)), errcode, "{changes}");
    }
}

#[test]
fn the_fields_of_a_newspic() {
    let sandbox = start();
    let image = json!({"image_media_id": "I"});
    for (changes, errcode) in [
        (json!({"image_info": null}), 40007),
        (json!({"image_info": {}}), 40007),
        (json!({"image_info": {"image_list": []}}), 40007),
        (json!({"image_info": {"image_list": [{}]}}), 40007),
        (json!({"image_info": {"image_list": [{"image_media_id": "a\nb"}]}}), 40007),
        (json!({"image_info": {"image_list": vec![image.clone(); 20]}}), 0),
        (json!({"image_info": {"image_list": vec![image.clone(); 21]}}), 45008),
        (json!({"image_info": {"image_list": ["I"]}}), 47001),
        (json!({"image_info": {"image_list": image}}), 47001),
        (json!({"image_info": [image]}), 47001),
        (json!({"title": "春".repeat(21)}), 45003),
        // Of no effect here, and so not looked at.
        (json!({"content_source_url": "example.com"}), 0),
    ] {
        assert_eq!(update(&sandbox, &newspic(&changes)), errcode, "{changes}");
    }
}
