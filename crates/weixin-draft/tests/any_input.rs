//! No input makes the check panic, and no report shows what a payload says.

use proptest::prelude::*;
use serde_json::{Value, json};
use weixin_draft::{Language, Report, check_json, convert_news_item};

/// A request in which every text is a secret, and nearly every rule is broken.
fn secret_request(secret: &str) -> Value {
    json!({"media_id": format!("{secret} {secret}"), "index": secret, "articles": {
        "article_type": secret, "title": format!("{secret}\\u4e2d"), "author": secret.repeat(9),
        "digest": secret.repeat(40), "content_source_url": format!("ftp://{secret}/{secret}"),
        "content": format!(
            "<script>{secret}</script><a href='#{secret}'>{secret}</a><img alt='{secret}' src='data:{secret}'>\
             <a href='https://mp.weixin.qq.com/s/{}'></a><img src='/{secret}.png'><p style=“{secret}”>",
            "k".repeat(40)
        ),
        "thumb_media_id": format!("{secret}\n"), "need_open_comment": secret, "only_fans_can_comment": [secret],
        "pic_crop_235_1": secret, "pic_crop_1_1": format!("0_0_{secret}_1"),
        "image_info": {"image_list": [{"image_media_id": format!("é{secret}")}, secret]},
        "cover_info": {"crop_percent_list": [{"ratio": secret, "x1": secret, "y1": "0", "x2": "1"}]},
        "product_info": {"footer_product_info": secret}}})
}

/// Everything a report says, in every language and form, but for the edits of fixes,
/// which are payload.
fn all_words(report: &Report) -> String {
    let mut words = report.to_string();
    for violation in report.violations() {
        for language in Language::ALL {
            let mut data = serde_json::to_value(violation.in_language(language)).unwrap();
            if let Some(edits) = data.pointer_mut("/fix/edits") {
                edits.take();
            }
            words += &data.to_string();
        }
    }
    words
}

#[test]
fn no_report_shows_what_a_payload_says() {
    let secret = "Zq7xSECRETvW";
    let report = check_json(&serde_json::to_vec(&secret_request(secret)).unwrap());
    assert!(report.violations().len() > 20, "{report}");
    let words = all_words(&report);
    assert!(!words.contains("SECRET"), "{words}");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let report = check_json(&bytes);
        prop_assert!(!report.is_ok());
        prop_assert!(convert_news_item(&bytes).is_err());
    }

    #[test]
    fn no_damaged_request_makes_it_panic(
        cuts in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>(), 0..4_u8), 1..6),
        secret in "[a-z<>&\"\\\\/#;{}中😀]{0,12}",
    ) {
        let mut body = serde_json::to_vec(&secret_request(&secret)).unwrap();
        for (place, byte, kind) in cuts {
            let place = place.index(body.len().max(1)).min(body.len().saturating_sub(1));
            match kind {
                0 => body.truncate(place.max(1)),
                1 => body[place] = byte,
                2 => body.insert(place, byte),
                _ => drop(body.remove(place)),
            }
            if body.is_empty() {
                break;
            }
        }
        let report = check_json(&body);
        // Words can be made of whatever was found.
        prop_assert!(!all_words(&report).is_empty());
    }

    #[test]
    fn violations_stand_in_document_order(secret in "[a-z ]{1,8}") {
        let body = serde_json::to_vec_pretty(&secret_request(&secret)).unwrap();
        let report = check_json(&body);
        let positions: Vec<_> = report
            .violations()
            .iter()
            .filter_map(|violation| violation.location.as_ref())
            .map(|location| (location.line, location.column))
            .collect();
        prop_assert!(positions.is_sorted(), "{:?}", positions);
    }
}
