//! What comes of an answer of draft/get can be sent, and nulls go without a trace.

#![no_main]

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use weixin_draft::{
    DraftUpdate, check_json, check_syntax, convert_answer, convert_news_item, without_nulls,
};

fuzz_target!(|body: &[u8]| {
    for converted in [convert_news_item(body), convert_answer(body, 0, None)].into_iter().flatten()
    {
        let sent = DraftUpdate::new("M", 0, converted.article).to_json();
        let shape =
            ["invalid_json", "wrong_type", "unknown_field", "read_only_field", "duplicate_key"];
        for violation in check_json(&sent).violations() {
            assert!(
                !shape.contains(&violation.code),
                "{violation}: {}",
                String::from_utf8_lossy(&sent)
            );
        }
    }
    // Where a name is given twice, serde_json keeps the last.
    let is_plain =
        check_syntax(body).violations().iter().all(|found| found.code != "duplicate_key");
    if let (Ok(mut value), Ok(left)) = (serde_json::from_slice::<Value>(body), without_nulls(body))
    {
        let left: Value = serde_json::from_slice(&left).expect("what is left is JSON");
        if is_plain {
            drop_nulls(&mut value);
            assert_eq!(left, value);
        }
    }
});

/// Members that are null; entries of arrays stay.
fn drop_nulls(value: &mut Value) {
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(drop_nulls),
        Value::Object(members) => {
            members.retain(|_, value| !value.is_null());
            members.values_mut().for_each(drop_nulls);
        }
        _ => {}
    }
}
