//! `duplicate_key`.

use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::report::{Finding, Level, Notes, Words};

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
    check: Check::WhileReading,
};

/// Notes a name that stood in the same object before.
#[cold]
pub(crate) fn note(offset: usize, path: &Pointer<'_>, notes: &mut Notes<'_>) {
    notes.add(Finding::of(&RULE, offset), path);
}
