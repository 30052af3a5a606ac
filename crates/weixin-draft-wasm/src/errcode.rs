//! What the server's answer codes mean.

use serde::{Deserialize, Serialize};
use weixin_draft::Language;

use crate::answer::answer;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    code: i64,
    lang: Language,
}

#[derive(Serialize)]
struct ErrorCode {
    code: i64,
    class: &'static str,
    source: &'static str,
    meaning: &'static str,
    action: &'static str,
}

/// What is known of an answer code, `{"code": 45166, "lang": "en"}`; the
/// value is null for a number that is not in the table.
pub fn errcode(_input: &[u8], options: &[u8]) -> String {
    answer(options, |options: Options| {
        let language = options.lang;
        Ok(weixin_draft::error_code(options.code).map(|entry| ErrorCode {
            code: entry.code,
            class: entry.class.as_str(),
            source: entry.source.as_str(),
            meaning: entry.meaning.get(language),
            action: entry.action.get(language),
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_codes_are_null() {
        assert_eq!(errcode(b"", br#"{"code": 12345}"#), r#"{"value":null}"#);
        assert!(errcode(b"", br#"{"code": 45166}"#).contains(r#""class":"caller""#));
    }
}
