//! However a content is spelled in JSON, its report is the same.

#![no_main]

use std::fmt::Write as _;

use libfuzzer_sys::fuzz_target;
use serde_json::json;
use weixin_draft::{Report, check_json};

fuzz_target!(|content: &str| {
    for article_type in ["news", "newspic"] {
        let body = |content: &str| {
            let media_id = "M";
            let list = json!([{"image_media_id": media_id}]);
            let images = if article_type == "news" { json!({}) } else { json!({"image_list": list}) };
            format!(
                r#"{{"media_id":"M","index":0,"articles":{{"article_type":"{article_type}","title":"T","image_info":{images},"content":{content}}}}}"#
            )
        };
        let plain = check_json(body(&json!(content).to_string()).as_bytes());
        let escaped = check_json(body(&all_escaped(content)).as_bytes());
        assert_eq!(told(&plain), told(&escaped), "{content:?}");
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

/// What a report says, but for lines and columns.
fn told(report: &Report) -> Vec<String> {
    let told = report.violations().iter().map(|violation| {
        let (limit, found) = (&violation.limit, &violation.found);
        format!("{violation} {limit:?} {found:?} {} {:?}", violation.count, violation.places)
    });
    told.collect()
}
