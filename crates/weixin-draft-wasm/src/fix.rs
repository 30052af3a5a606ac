//! Requests mended.

use serde::{Deserialize, Serialize};
use weixin_draft::{Applicability, Settings};

use crate::answer::answer;
use crate::check::{InLanguage, checker};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    settings: Settings,
    r#unsafe: bool,
}

#[derive(Serialize)]
struct Fixed {
    request: Option<String>,
    applied: usize,
    report: InLanguage,
}

/// Mends what has one obvious way to be mended; the options are `{"settings":
/// .., "unsafe": false}`, both optional: `unsafe` mends also where something may
/// be lost or differ. The value is `{"request", "applied", "report"}`: the text
/// of the request now, or null for bytes that are not UTF-8, of which nothing
/// can be mended; how many fixes were applied; and what a check finds now.
pub fn fix(body: &[u8], options: &[u8]) -> String {
    answer(options, |Options { settings, r#unsafe }| {
        let at_most = if r#unsafe { Applicability::Unsafe } else { Applicability::Safe };
        let fixed = checker(&settings)?.fix(body, at_most);
        Ok(Fixed {
            request: String::from_utf8(fixed.body).ok(),
            applied: fixed.applied,
            report: InLanguage { report: fixed.report, language: settings.language },
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unsafe_fixes_are_applied_only_when_they_are_asked_for() {
        let body = r##"{"index": "0", "articles": {"content": "<a href=\"#x\">春</a>"}}"##;
        let safe = fix(body.as_bytes(), b"");
        assert!(safe.contains(r#"\"index\": 0"#) && safe.contains("href="), "{safe}");
        let all = fix(body.as_bytes(), br#"{"unsafe": true}"#);
        assert!(!all.contains("href="), "{all}");
    }

    #[test]
    fn bytes_that_are_no_text_stay() {
        assert!(fix(b"\xff", b"").starts_with(r#"{"value":{"request":null,"applied":0"#));
    }
}
