//! `newspic_long_text`.

use super::content_too_long::MAX_TEXT;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};
use crate::request::ArticleType;

/// In code points of text.
const MAX_NEWSPIC_TEXT: usize = 1000;

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
        en: "the text has {found} character{s}; over {limit} have been refused with 45166. Shorten it.",
        zh: "文字有 {found} 个字符；超过 {limit} 个的曾被服务器拒绝（45166）。请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(content) = context.article.content.given()
        && context.article.kind == ArticleType::NewsPic
        && (MAX_NEWSPIC_TEXT + 1..=MAX_TEXT).contains(&context.facts.text_length)
    {
        let finding = Finding::of(&RULE, content.range()).limit(MAX_NEWSPIC_TEXT);
        context.add(finding.found(context.facts.text_length), "content", findings);
    }
}
