//! `invalid_json`.

use std::ops::Range;

use super::{Checks, Finding, InSchema, Rule, Source};
use crate::json::{MAX_NESTING, Malformed, Problem};
use crate::report::{Level, Words};

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
    message: UNEXPECTED,
    in_schema: InSchema::NotAValue,
    typed: false,
    checks: Checks::NONE,
};

const UNEXPECTED: Words = Words {
    en: "this character may not stand here in JSON. Write the body with a JSON library.",
    zh: "此处的字符不符合 JSON 语法。请用 JSON 库生成请求体。",
};
static UNEXPECTED_CHARACTER: Words = UNEXPECTED;
static EMPTY: Words = Words {
    en: "the body is empty. Send an object with media_id, index and articles.",
    zh: "请求体为空。请发送包含 media_id、index、articles 的对象。",
};
static BYTE_ORDER_MARK: Words = Words {
    en: "the body begins with a byte order mark. Save or encode it as UTF-8 without one.",
    zh: "请求体以 BOM（字节顺序标记）开头。请使用不带 BOM 的 UTF-8 编码。",
};
static NOT_UTF8: Words = Words {
    en: "these bytes are not UTF-8. Encode the body as UTF-8 (GBK is not understood).",
    zh: "不是合法的 UTF-8。请用 UTF-8 编码请求体（不支持 GBK）。",
};
static ENDS_EARLY: Words = Words {
    en: "the text ends in the middle of a value. Check that the body was not cut off.",
    zh: "文本在值的中途结束。请检查请求体是否被截断。",
};
static TEXT_AFTER_VALUE: Words = Words {
    en: "something stands after the value. Send one JSON value and nothing else.",
    zh: "JSON 值之后还有内容。请只发送一个 JSON 值。",
};
static CONTROL_CHARACTER: Words = Words {
    en: "a control character stands in a string. Write line breaks as \\n and tabs as \\t.",
    zh: "字符串中有控制字符。换行请写作 \\n，制表符请写作 \\t。",
};
static BAD_ESCAPE: Words = Words {
    en: "JSON knows no such escape. Write a backslash itself as \\\\.",
    zh: "JSON 没有这种转义。反斜杠本身请写作 \\\\。",
};
static LONE_SURROGATE: Words = Words {
    en: "half a character, a surrogate without its other half. \
         Do not cut text between UTF-16 units; send characters as UTF-8.",
    zh: "只有半个字符（落单的代理项）。请勿从 UTF-16 编码单元中间截断文本，字符请直接用 UTF-8 发送。",
};
static BAD_NUMBER: Words = Words {
    en: "this is not a number in JSON. Write digits without leading zeros; NaN and Infinity do not exist.",
    zh: "不是合法的 JSON 数字。不要写前导零，也不能写 NaN 或 Infinity。",
};
static TOO_DEEP: Words = Words {
    en: "nested deeper than {limit} levels; a draft needs five. Remove the needless nesting.",
    zh: "嵌套超过 {limit} 层，而草稿请求只需要五层。请去掉多余的嵌套。",
};

/// The text stops being JSON.
pub(super) fn finding(malformed: Malformed, range: Range<usize>) -> Finding {
    let finding = Finding::of(&RULE, range).words(match malformed.problem {
        Problem::Empty => &EMPTY,
        Problem::ByteOrderMark => &BYTE_ORDER_MARK,
        Problem::NotUtf8 => &NOT_UTF8,
        Problem::EndsEarly => &ENDS_EARLY,
        Problem::UnexpectedCharacter => &UNEXPECTED_CHARACTER,
        Problem::TextAfterValue => &TEXT_AFTER_VALUE,
        Problem::ControlCharacter => &CONTROL_CHARACTER,
        Problem::BadEscape => &BAD_ESCAPE,
        Problem::LoneSurrogate => &LONE_SURROGATE,
        Problem::BadNumber => &BAD_NUMBER,
        Problem::TooDeep => &TOO_DEEP,
    });
    if malformed.problem == Problem::TooDeep { finding.limit(MAX_NESTING) } else { finding }
}
