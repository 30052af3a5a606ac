//! Answer codes as examples.

use serde_json::{Map, Value, json};

use crate::endpoint::{Endpoint, Refusal};
use crate::errcode::ERROR_CODES;

/// Every answer code.
pub(super) fn every_code() -> Map<String, Value> {
    let refusals = ERROR_CODES.iter().map(|entry| Refusal {
        code: entry.code,
        meaning: entry.meaning,
        action: entry.action,
    });
    refusals.map(|refusal| example(&refusal)).collect()
}

/// The answer codes that mean something of their own at this endpoint.
pub(super) fn own_codes(endpoint: &Endpoint) -> Map<String, Value> {
    endpoint.refusals().iter().map(example).collect()
}

/// A code and an answer with it.
fn example(refusal: &Refusal) -> (String, Value) {
    let Refusal { code, meaning, action } = refusal;
    // The server's own words are not promised by anybody.
    let errmsg = match code {
        0 => "ok".to_owned(),
        _ => format!("{} rid: 698ea13f-7fddc2d7-08ae5e0c", meaning.en),
    };
    let description = format!("{}\n\n{}{}", action.en, meaning.zh, action.zh);
    let value = json!({
        "summary": meaning.en,
        "description": description.trim(),
        "value": {"errcode": code, "errmsg": errmsg},
    });
    (code.to_string(), value)
}
