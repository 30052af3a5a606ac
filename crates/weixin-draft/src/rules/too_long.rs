//! `too_long`.

use super::{Checks, Finding, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// The longest row that is checked among many, in bytes: 64 MiB. Nobody means to send
/// more; a longer one is a file that was taken for NDJSON by mistake.
pub const MAX_ROW_BYTES: usize = 64 << 20;

pub(crate) static RULE: Rule = Rule {
    code: "too_long",
    level: Level::Error,
    movable: false,
    source: Source::Sense,
    summary: Words {
        en: "Among many requests, a row is at most 64 MiB.",
        zh: "批量检查时，每行最多 64 MiB。",
    },
    reason: Words {
        en: "A longer row is not read, so that the memory of a bulk check has a limit. Mostly the file is no NDJSON.",
        zh: "更长的行不会读取，以便限制批量检查占用的内存。通常是文件并非 NDJSON。",
    },
    message: Words {
        en: "this row is longer than 64 MiB and was not checked. Put one request in each row.",
        zh: "这一行超过 64 MiB，未作检查。请在每一行中只放一个请求。",
    },
    in_schema: InSchema::NotAValue,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};

pub(crate) fn finding() -> Finding {
    Finding::of(&RULE, 0..0).limit(MAX_ROW_BYTES)
}
