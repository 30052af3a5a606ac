//! `content_too_long`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// In code points of text: what is outside tags, comments, scripts and styles.
pub(super) const MAX_TEXT: usize = 19_999;

pub(crate) static RULE: Rule = Rule {
    code: "content_too_long",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "The content's text, without tags, has fewer than 20,000 characters.",
        zh: "正文去掉标签后的文字须少于 20,000 个字符。",
    },
    reason: Words {
        en: "The page says less than 20,000 characters. Contents that are longer with tags only have been stored whole, so the text is counted: entities decoded, a run of white space as one character.",
        zh: "文档要求少于 2 万字符。仅因标签而超长的正文可以完整保存，因此只计文字：实体按解码后计，连续空白计为一个字符。",
    },
    message: Words {
        en: "the text has {found} character{s} without its tags, and {limit} is the most. Shorten it, or split the article.",
        zh: "正文去掉标签后有 {found} 个字符，最多 {limit} 个。请缩短或拆成多篇。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(content) = context.article.content.given()
        && context.facts.text_length > MAX_TEXT
    {
        let finding = Finding::of(&RULE, content.range()).limit(MAX_TEXT);
        context.add(finding.found(context.facts.text_length), "content", findings);
    }
}
