//! `invalid_json`.

use super::invalid_json_fix::{FIXES, mend};
use super::json_words::words;
use super::{Checks, Finding, InSchema, Rule, Source};
use crate::json::{Diagnosis, Fault, MAX_NESTING, Pointer, name_of_character};
use crate::report::{Level, Words};
use crate::request::is_always_required;

pub(crate) static RULE: Rule = Rule {
    code: "invalid_json",
    level: Level::Error,
    movable: false,
    source: Source::Json,
    summary: Words {
        en: "The body is one JSON value in UTF-8, without a byte order mark, at most 128 levels deep.",
        zh: "请求体必须是一个 UTF-8 编码的 JSON 值，不带 BOM，嵌套不超过 128 层。",
    },
    reason: Words {
        en: "The server answers 47001 to a body it cannot parse, without saying where. \
             Reading stops at the first such place, so correct it and check again.",
        zh: "服务器遇到无法解析的请求体只返回 47001，不会指出位置。检查会停在第一处错误，改正后请重新检查。",
    },
    message: Words {
        en: "{found} cannot be here in JSON. Write the body with a JSON library.",
        zh: "按 JSON 语法，此处不能有 {found}。请用 JSON 库生成请求体。",
    },
    in_schema: InSchema::NotAValue,
    fixes: FIXES,
    typed: false,
    checks: Checks::NONE,
};

/// The text stops being JSON.
pub(super) fn finding(diagnosis: &Diagnosis, path: &Pointer<'_>, text: &[u8]) -> Finding {
    let is_alone = path.is_outermost() || path.is_item();
    let can_be_left_out = path.last_name().map_or(!is_alone, |name| !is_always_required(name));
    let words = words(diagnosis.fault, can_be_left_out);
    let finding = Finding::of(&RULE, diagnosis.range.clone()).words(words);
    let finding = match mend(text) {
        Some((fix, edits)) => finding.fix(fix, edits),
        None => finding,
    };
    let finding = match diagnosis.fault {
        Fault::TooDeep => finding.limit(MAX_NESTING),
        Fault::NotUtf8(byte) => finding.found(format!("0x{byte:02X}")),
        Fault::UnclosedBracket(open, close) => finding.found(open).name(close),
        Fault::Encoding(name)
        | Fault::Packed(name)
        | Fault::File(name)
        | Fault::Comment(name)
        | Fault::LookAlike(name)
        | Fault::MergeConflict(name)
        | Fault::Marked(name)
        | Fault::OtherNull(name)
        | Fault::OtherBoolean(name)
        | Fault::OtherBracket(name) => finding.name(name),
        _ => finding,
    };
    match diagnosis.character {
        Some(character) => finding.found(name_of_character(character)),
        None => finding,
    }
}
