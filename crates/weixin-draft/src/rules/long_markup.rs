//! `long_markup`.

use super::content_too_long::LONGEST_TEXT;
use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "long_markup",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The content has fewer than 20,000 characters even with its tags.",
        zh: "正文连同标签少于 20,000 个字符。",
    },
    reason: Words {
        en: "The page does not say whether tags count. Contents that are longer with tags only have been stored and read back whole, so this is not a error.",
        zh: "文档没有说明标签是否计入。仅因标签而超长的正文实际可以完整保存和读回，因此不算错误。",
    },
    message: Words {
        en: "the content has {found} characters with its tags; its text alone is within the limit of {limit}. It is usually accepted; remove needless styles if it is not.",
        zh: "正文连同标签有 {found} 个字符，仅文字未超过 {limit} 的限制。通常可以通过；若被拒绝，请删减多余的样式。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    if let Some(article) = request.article()
        && let Some(content) = article.content.given()
        && article.scan.text_length <= LONGEST_TEXT
        && content.is_longer_than(LONGEST_TEXT)
    {
        let finding = Finding::of(&RULE, content.offset).limit(LONGEST_TEXT);
        notes.add(finding.found(content.code_points()), &Pointer::ARTICLES.name("content"));
    }
}
