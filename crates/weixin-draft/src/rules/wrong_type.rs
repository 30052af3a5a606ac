//! `wrong_type`.

use std::ops::Range;

use super::implausible_media_id::NUMBER as NUMBER_AS_ID;
use super::json_words::OF_PROGRAM;
use super::source_url_flaw::NOT_ABSOLUTE;
use super::wrong_type_fix::{FIXES, mend};
use super::{Checks, Finding, InSchema, Rule, Source, thumb_missing};
use crate::json::{JsonType, Pointer, find_member, is_empty_value};
use crate::report::{Datum, INTEGER, Level, Words};
use crate::request::is_always_required;

pub(crate) static RULE: Rule = Rule {
    code: "wrong_type",
    level: Level::Error,
    movable: false,
    source: Source::Page,
    summary: Words {
        en: "Every value has the type that the page names: object, array, string or integer.",
        zh: "每个值的类型必须与文档一致：对象、数组、字符串或整数。",
    },
    reason: Words {
        en: "The server answers 47001 or 40007 to a wrong type, without naming the field.",
        zh: "类型不对时服务器只返回 47001 或 40007，不会指出是哪个字段。",
    },
    message: Words {
        en: "this should be a value of type {limit}, but is one of type {found}. Change its type.",
        zh: "类型应为{limit}，实际为{found}。请修改类型。",
    },
    in_schema: InSchema::Shape,
    fixes: FIXES,
    typed: false,
    checks: Checks::NONE,
};

static ARTICLES_ARRAY: Words = Words {
    en: "articles is a single object, though its name is a plural. Remove the brackets; \
         to change several articles, send one request for each index.",
    zh: "articles 虽是复数，却是一个对象而不是数组。请去掉方括号；要修改多篇文章，请按 index 逐篇发送请求。",
};
static NO_ARTICLE: Words = Words {
    en: "articles is a single object, though its name is a plural, and this array is empty. Write an object with title and content in its place.",
    zh: "articles 虽是复数，却是一个对象，而此处是空数组。请改为包含 title 和 content 的对象。",
};
static JSON_IN_STRING: Words = Words {
    en: "this is JSON inside a string, where the {limit} itself belongs: it was encoded twice. Put the {limit} here, without quotes.",
    zh: "此处是字符串里的 JSON，而应直接写{limit}：JSON 被编码了两次。请去掉外层引号。",
};
static IMAGE_AS_STRING: Words = Words {
    en: "an entry of image_list is an object, but this is a string. Make it an object whose image_media_id is the string.",
    zh: "image_list 的每一项是对象，此处却是字符串。请改为对象，把该字符串作为其中的 image_media_id。",
};
static LIST_ALONE: Words = Words {
    en: "this should be an object, but is an array. Make it an object whose {name} is the array.",
    zh: "此处应为对象，却是数组。请改为对象，把该数组作为其中的 {name}。",
};
pub(super) static ARTICLE_AS_CONTENT: Words = Words {
    en: "this is a whole article, but content is HTML in a string. Put title, content and the other fields directly into articles.",
    zh: "此处应为正文 HTML 字符串，却是整篇文章。请把 title、content 等字段直接放在 articles 中。",
};
static NULL: Words = Words {
    en: "null is never accepted. Leave the field out, or give it a value of type {limit}.",
    zh: "不接受 null。请省略该字段，或填写{limit}类型的值。",
};
static NULL_FOR_REQUIRED: Words = Words {
    en: "null is never accepted, and this is required. Give it a value of type {limit}.",
    zh: "不接受 null，而此处必填。请填写{limit}类型的值。",
};
static NULL_IN_ARRAY: Words = Words {
    en: "null is never accepted. Remove it from the array, or write a value of type {limit}.",
    zh: "不接受 null。请从数组中删除这一项，或填写{limit}类型的值。",
};
static NUMBER_AS_STRING: Words = Words {
    en: "this should be an integer, but is a string. Remove the quotes.",
    zh: "应为整数，实际为字符串。请去掉引号。",
};
static STRING_FOR_INTEGER: Words = Words {
    en: "this should be an integer, but is a string. Write a whole number, without quotes.",
    zh: "应为整数，实际为字符串。请填写整数，不加引号。",
};
static TEXT_AS_FLAG: Words = Words {
    en: "this should be 0 or 1, but is text. Write 1 for yes and 0 for no, without quotes.",
    zh: "应为 0 或 1，实际为文字。请用 1 表示是，用 0 表示否，不加引号。",
};
static NUMBER_FOR_STRING: Words = Words {
    en: "this should be a string, but is a number. Put it in quotes.",
    zh: "应为字符串，实际为数字。请加上引号。",
};
static BOOLEAN_FOR_INTEGER: Words = Words {
    en: "this should be an integer, but is true or false. Write a whole number.",
    zh: "应为整数，实际为 true 或 false。请填写整数。",
};
static BOOLEAN_AS_FLAG: Words = Words {
    en: "this should be an integer, but is true or false. Write 1 for true and 0 for false.",
    zh: "应为整数，实际为 true 或 false。请用 1 表示 true，用 0 表示 false。",
};
static FRACTION: Words = Words {
    en: "this should be an integer, but has a fraction. Write a whole number.",
    zh: "应为整数，实际带有小数部分。请填写整数。",
};

static UNREADABLE: Words = Words {
    en: "this request breaks no rule, but the types of this library cannot hold it. Tell the developers of weixin-draft.",
    zh: "该请求没有违反任何规则，但本库的类型无法容纳它。请告诉 weixin-draft 的开发者。",
};

/// The request breaks no rule, and yet is none of the model's.
pub(super) fn unreadable() -> Finding {
    Finding::of(&RULE, 0..0).words(&UNREADABLE)
}

/// A value of another type than expected; `value` is its text, and `is_cover_of_news` whether
/// it is the cover of an article that is no picture message, and so is wanted.
pub(super) fn finding(
    expected: Datum,
    found: JsonType,
    value: &[u8],
    range: Range<usize>,
    path: &Pointer<'_>,
    is_cover_of_news: bool,
    text: &[u8],
) -> Finding {
    let list = match (found, path.last_name()) {
        (JsonType::Array, Some(b"image_info")) => "image_list",
        (JsonType::Array, Some(b"cover_info")) => "crop_percent_list",
        _ => "",
    };
    let is_index = path.last_name() == Some(b"index");
    let words = match found {
        _ if !list.is_empty() && find_member(value, 1, list.as_bytes()).is_none() => &LIST_ALONE,
        JsonType::Null if path.is_item() => &NULL_IN_ARRAY,
        JsonType::Null if path.last_name().is_none_or(is_always_required) => &NULL_FOR_REQUIRED,
        JsonType::Null if is_cover_of_news => &thumb_missing::RULE.message,
        JsonType::Null => &NULL,
        JsonType::String if expected == INTEGER && holds_an_integer(value) => &NUMBER_AS_STRING,
        JsonType::String if expected == INTEGER && !is_index => &TEXT_AS_FLAG,
        JsonType::String if expected == INTEGER => &STRING_FOR_INTEGER,
        JsonType::Boolean if expected == INTEGER && is_index => &BOOLEAN_FOR_INTEGER,
        JsonType::Boolean if expected == INTEGER => &BOOLEAN_AS_FLAG,
        JsonType::Number if expected == Datum::from(JsonType::String) => match path.last_name() {
            Some(b"media_id" | b"thumb_media_id" | b"image_media_id") => &NUMBER_AS_ID,
            Some(b"content_source_url") => &NOT_ABSOLUTE,
            _ => &NUMBER_FOR_STRING,
        },
        JsonType::Array if path.is_articles() && is_empty(value) => &NO_ARTICLE,
        JsonType::Array if path.is_articles() => &ARTICLES_ARRAY,
        JsonType::String if is_of_program(value) => &OF_PROGRAM,
        JsonType::String if holds_json(value) => &JSON_IN_STRING,
        JsonType::String if path.is_item_of("image_list") => &IMAGE_AS_STRING,
        JsonType::Object if path.last_name() == Some(b"content") && is_article(value) => {
            &ARTICLE_AS_CONTENT
        }
        _ => &RULE.message,
    };
    let finding = Finding::of(&RULE, range.clone()).words(words);
    let finding = if list.is_empty() { finding } else { finding.name(list) };
    let finding = match mend(&expected, found, value, &range, path, is_cover_of_news, text) {
        Some((fix, edits)) => finding.fix(fix, edits),
        None => finding,
    };
    finding.limit(expected).found(found)
}

/// Whether a string holds what Python or JavaScript show of an object or array.
fn is_of_program(string: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 4] = [b"[object ", b"{'", b"['", b"[{'"];
    let inside = string.get(1..).unwrap_or_default();
    BEGINNINGS.iter().any(|beginning| inside.starts_with(beginning))
}

fn is_article(value: &[u8]) -> bool {
    ["title", "content"].iter().any(|name| find_member(value, 0, name.as_bytes()).is_some())
}

fn is_empty(value: &[u8]) -> bool {
    str::from_utf8(value).is_ok_and(is_empty_value)
}

/// A number that should be an integer and has a fraction.
pub(super) fn fraction(range: Range<usize>) -> Finding {
    Finding::of(&RULE, range).words(&FRACTION).limit(INTEGER).found(JsonType::Number)
}

/// Whether there is nothing but an integer between the quotes.
fn holds_an_integer(string: &[u8]) -> bool {
    let inside = string.get(1..string.len() - 1).unwrap_or_default();
    let digits = inside.strip_prefix(b"-").unwrap_or(inside);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// Whether an object or array begins right after the opening quote.
fn holds_json(string: &[u8]) -> bool {
    let inside = string.get(1..).unwrap_or_default().trim_ascii_start();
    matches!(inside.first(), Some(b'{' | b'['))
}
