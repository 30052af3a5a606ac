//! `newspic_long_text`.

use super::content_too_long::LONGEST_TEXT;
use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::read::{ArticleType, Request};
use crate::report::{Finding, Level, Notes, Words};

/// In code points of text.
const LONGEST_NEWSPIC_TEXT: usize = 1000;

pub(crate) static RULE: Rule = Rule {
    code: "newspic_long_text",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The text of a newspic has at most 1,000 characters.",
        zh: "图片消息的文字不超过 1,000 个字符。",
    },
    reason: Words {
        en: "Longer texts have been refused with 45166. Tags do not count.",
        zh: "更长的文字曾被服务器拒绝（45166）。标签不计入。",
    },
    message: Words {
        en: "the text has {found} characters; over {limit} have been refused with 45166. Shorten it.",
        zh: "文字有 {found} 个字符；超过 {limit} 个的曾被服务器拒绝（45166）。请缩短。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    if let Some(article) = request.article()
        && let Some(content) = article.content.given()
        && article.kind == ArticleType::NewsPic
        && (LONGEST_NEWSPIC_TEXT + 1..=LONGEST_TEXT).contains(&article.scan.text_length)
    {
        let finding = Finding::of(&RULE, content.offset).limit(LONGEST_NEWSPIC_TEXT);
        notes.add(finding.found(article.scan.text_length), &Pointer::ARTICLES.name("content"));
    }
}
