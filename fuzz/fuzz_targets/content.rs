//! However a content is spelled in JSON, its report is the same; and no image that a
//! browser would load is missed.

#![no_main]

mod browser;

use std::fmt::Write as _;

use libfuzzer_sys::fuzz_target;
use serde_json::json;
use weixin_draft::{Report, check_json, images};

fuzz_target!(|content: &str| {
    for article_type in ["news", "newspic"] {
        let body = |content: &str| {
            let media_id = "M";
            let list = json!([{"image_media_id": media_id}]);
            let images =
                if article_type == "news" { json!({}) } else { json!({"image_list": list}) };
            format!(
                r#"{{"media_id":"M","index":0,"articles":{{"article_type":"{article_type}","title":"T","image_info":{images},"content":{content}}}}}"#
            )
        };
        let plain = check_json(body(&json!(content).to_string()).as_bytes());
        let escaped = check_json(body(&all_escaped(content)).as_bytes());
        assert_eq!(told(&plain), told(&escaped), "{content:?}");
    }
    let found: Vec<String> = images(content).into_iter().map(|image| image.address).collect();
    for address in browser::images(content) {
        assert!(found.contains(&address), "{address:?} is not in {found:?}");
    }
});

/// As a JSON string with every character escaped.
fn all_escaped(text: &str) -> String {
    let mut escaped = String::from('"');
    for unit in text.encode_utf16() {
        let _ = write!(escaped, "\\u{unit:04X}");
    }
    escaped + "\""
}

/// What a report says, but for lines, columns, and escapes that are not needed.
fn told(report: &Report) -> Vec<String> {
    let violations = report.violations().iter().filter(|found| found.code != "escaped_body");
    let told = violations.map(|violation| {
        let (limit, found, count) = (&violation.limit, &violation.found, violation.count);
        let places: Vec<_> = violation
            .places
            .iter()
            .map(|place| (place.offset, &place.element, &place.found))
            .collect();
        format!("{} {} {limit:?} {found:?} {count} {places:?}", violation.code, violation.path)
    });
    told.collect()
}
