//! What a report says of a body of draft/add where its words are about draft_update.

use super::{json_words, read_only_field, unknown_field};
use crate::report::{Report, Words};

static EMPTY: Words = Words {
    en: "the body is empty. Send an object with articles, an array of 1 to 8 articles.",
    zh: "请求体为空。请发送包含 articles（1 到 8 篇文章的数组）的对象。",
};
static OTHER: Words = Words {
    en: "this is no body of draft/add. Send an object with articles, an array of 1 to 8 articles.",
    zh: "这不是 draft/add 的请求体。请发送包含 articles（1 到 8 篇文章的数组）的对象。",
};
static UNKNOWN: Words = Words {
    en: "draft/add has no field of this name here. Remove it.",
    zh: "draft/add 在此处没有这个字段。请删除。",
};
static NEAR: Words = Words {
    en: "draft/add has no field of this name here. Did you mean {name}? If not, remove it.",
    zh: "draft/add 在此处没有这个字段。是不是想写 {name}？如果不是，请删除。",
};
static THERE: Words = Words {
    en: "draft/add has no field of this name here, and {name}, which it comes near, is there already. Remove it.",
    zh: "draft/add 在此处没有这个字段，而与它相近的 {name} 已经有了。请删除。",
};
static READ_ONLY: Words = Words {
    en: "draft/get answers with this field, but draft/add does not take it. Remove it before sending.",
    zh: "该字段由 draft/get 返回，draft/add 并不接受。发送前请删除。",
};

/// What is said of draft_update, and in its place of draft/add.
static INSTEAD: [(&Words, &Words); 10] = [
    (&json_words::EMPTY, &EMPTY),
    (&json_words::FILE, &OTHER),
    (&json_words::XML, &OTHER),
    (&json_words::FORM_DATA, &OTHER),
    (&json_words::BINARY, &OTHER),
    (&json_words::PLAIN_TEXT, &OTHER),
    (&unknown_field::RULE.message, &UNKNOWN),
    (&unknown_field::NEAR_NAME, &NEAR),
    (&unknown_field::NEAR_NAME_IS_THERE, &THERE),
    (&read_only_field::RULE.message, &READ_ONLY),
];

/// Has a report speak of draft/add.
pub(crate) fn speak_of_add(report: &mut Report) {
    for violation in report.violations_mut() {
        if let Some((_, instead)) = INSTEAD.iter().find(|(words, _)| *words == violation.words) {
            violation.words = instead;
        }
    }
}
