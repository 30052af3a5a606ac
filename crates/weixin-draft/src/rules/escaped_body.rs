//! `escaped_body`.

use std::ops::Range;

use super::{Checks, Finding, InSchema, Rule, RuleFix, Source};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "escaped_body",
    level: Level::Warning,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "The JSON text writes characters as they are, not as \\uXXXX.",
        zh: "JSON 文本直接书写字符，不写成 \\uXXXX。",
    },
    reason: Words {
        en: "The server counts and stores such escapes as they are spelt: short titles are refused with 45003 to 45110, and tags arrive as text. draft_add's page forbids it.",
        zh: "服务器按转义后的写法计数和保存：很短的标题也会因过长被拒绝（45003 至 45110），标签会变成文字。draft_add 文档明确禁止。",
    },
    message: Words {
        en: "this body writes text with \\u escapes (strings: {found}), which the server stores as they are spelt. Write raw UTF-8: json.dumps(..., ensure_ascii=False) in Python, JSON_UNESCAPED_UNICODE and JSON_UNESCAPED_SLASHES in PHP, SetEscapeHTML(false) in Go, JavaScriptEncoder.UnsafeRelaxedJsonEscaping in .NET.",
        zh: "请求体把文字写成了 \\u 转义（共 {found} 个字符串），服务器会按原样保存。请直接输出 UTF-8：Python 用 json.dumps(..., ensure_ascii=False)，PHP 加 JSON_UNESCAPED_UNICODE 和 JSON_UNESCAPED_SLASHES，Go 用 SetEscapeHTML(false)，.NET 用 JavaScriptEncoder.UnsafeRelaxedJsonEscaping。",
    },
    in_schema: InSchema::No,
    fixes: &[&RAW],
    typed: false,
    checks: Checks::NONE,
};

static RAW: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write the characters in raw UTF-8", zh: "直接写出字符（UTF-8）" },
};

/// The body, which is JSON, has needless escapes in these strings.
#[cold]
pub(crate) fn finding(strings: &[Range<usize>], body: &[u8], max_edits: usize) -> Finding {
    let edit = |string: &Range<usize>| {
        let inside = string.start + 1..string.end - 1;
        Some(Edit::unescaping(inside.clone(), body.get(inside)?))
    };
    let edits = strings.iter().take(max_edits).filter_map(edit).collect();
    let (first, count) = (strings.first().cloned().unwrap_or_default(), strings.len());
    Finding::of(&RULE, first).found(count).places(count, Vec::new()).counted_fix(&RAW, edits, count)
}
