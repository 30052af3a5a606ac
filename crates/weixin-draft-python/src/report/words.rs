//! What a report says around its violations.

use weixin_draft::{Language, Words};

pub(super) const NONE: Words = Words { en: "no violations", zh: "没有发现问题" };
pub(super) const MAY_BE_SENT: Words =
    Words { en: "The request may be sent.", zh: "该请求可以发送。" };
pub(super) const HAS_ERRORS: Words =
    Words { en: "The request has errors.", zh: "该请求有错误。" };

/// The heads of a table's columns.
pub(super) const COLUMNS: [Words; 6] = [
    Words { en: "level", zh: "级别" },
    Words { en: "code", zh: "规则" },
    Words { en: "path", zh: "位置" },
    Words { en: "message", zh: "说明" },
    Words { en: "places", zh: "出现处" },
    Words { en: "fix", zh: "修正" },
];

/// How many violations are not listed.
pub(super) fn more(omitted: usize, language: Language) -> String {
    match language {
        Language::English => format!("and {omitted} more"),
        Language::Chinese => format!("另有 {omitted} 处未列出"),
    }
}
