//! `duplicate_key`.

use std::ops::Range;

use super::edits::with_comma;
use super::open_objects::OpenObject;
use super::{Checks, Finding, InSchema, Rule, RuleFix, Source};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "duplicate_key",
    level: Level::Error,
    movable: false,
    source: Source::Json,
    summary: Words {
        en: "No name appears twice in one object.",
        zh: "同一个对象中字段名不能重复。",
    },
    reason: Words {
        en: "Which of the two values counts differs between JSON readers.",
        zh: "不同的 JSON 解析器会取不同的值。",
    },
    message: Words {
        en: "this name appears twice in its object. Keep one of the two.",
        zh: "该字段名在同一个对象中出现了两次。请只保留一个。",
    },
    in_schema: InSchema::NotAValue,
    fixes: &[&EQUAL, &EARLIER],
    typed: false,
    checks: Checks::NONE,
};

static EQUAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "remove the earlier one, which is equal", zh: "删除前面重复且相同的一个"
    },
};
static EARLIER: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "remove the earlier one, since parsers keep the last",
        zh: "删除前面的一个：解析时通常以最后一个为准",
    },
};

/// The object has an earlier member of this name. The last of the earlier ones goes, so
/// that of many the last one stays.
pub(super) fn finding(range: Range<usize>, object: &OpenObject, text: &[u8]) -> Finding {
    let finding = Finding::of(&RULE, range.clone());
    let Some((earlier, later)) = object.members.with_earlier(text, range) else {
        return finding;
    };
    let is_equal = text.get(earlier.value.clone()) == text.get(later.value.clone());
    let removal = Edit::removal(with_comma(text, earlier.name.start..earlier.value.end));
    finding.fix(if is_equal { &EQUAL } else { &EARLIER }, vec![removal])
}

/// The same where nobody will look at its fix.
pub(super) fn counted(range: Range<usize>) -> Finding {
    Finding::of(&RULE, range)
}
