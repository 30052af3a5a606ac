//! Every answer code as an example.

use serde_json::{Map, Value, json};

use crate::errcode::{ERROR_CODES, ErrorCode};

/// The answers by their codes.
pub(super) fn examples() -> Map<String, Value> {
    ERROR_CODES.iter().map(|entry| (entry.code.to_string(), example(entry))).collect()
}

fn example(entry: &ErrorCode) -> Value {
    let (meaning, action) = (entry.meaning, entry.action);
    // The server's own words are not promised by anybody.
    let errmsg = match entry.code {
        0 => "ok".to_owned(),
        _ => format!("{} rid: 698ea13f-7fddc2d7-08ae5e0c", meaning.en),
    };
    let description = format!("{}\n\n{}{}", action.en, meaning.zh, action.zh);
    json!({
        "summary": meaning.en,
        "description": description.trim(),
        "value": {"errcode": entry.code, "errmsg": errmsg},
    })
}
