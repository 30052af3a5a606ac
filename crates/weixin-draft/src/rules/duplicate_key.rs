//! `duplicate_key`.

use std::ops::Range;

use super::{Checks, Finding, InSchema, Rule, Source};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "duplicate_key",
    level: Level::Error,
    movable: false,
    source: Source::Json,
    summary: Words {
        en: "No name stands twice in one object.",
        zh: "同一个对象中字段名不能重复。",
    },
    reason: Words {
        en: "Which of the two values counts differs between JSON readers, so what you see may not be what is stored.",
        zh: "不同的 JSON 解析器会取不同的值，保存的内容可能不是您看到的那个。",
    },
    message: Words {
        en: "this name stands twice in its object. Keep one of the two.",
        zh: "该字段名在同一个对象中出现了两次。请只保留一个。",
    },
    in_schema: InSchema::NotAValue,
    typed: false,
    checks: Checks::NONE,
};

/// An object has an earlier member of this name.
pub(super) fn finding(range: Range<usize>) -> Finding {
    Finding::of(&RULE, range)
}
