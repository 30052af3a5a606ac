//! `long_markup`.

use super::content_too_large::is_too_large;
use super::content_too_long::MAX_TEXT;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

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
        en: "The page does not say whether tags count. Such contents have been stored whole, so this is not an error.",
        zh: "文档没有说明标签是否计入。这样的正文实际可以完整保存，因此不算错误。",
    },
    message: Words {
        en: "the content has {found} character{s} with its tags; its text alone is within the limit of {limit}. It is usually accepted; remove needless styles if it is not.",
        zh: "正文连同标签有 {found} 个字符，仅文字未超过 {limit} 的限制。通常可以通过；若被拒绝，请删减多余的样式。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(content) = context.article.content.given()
        && context.facts.text_length <= MAX_TEXT
        // A quick look is nearly always enough.
        && context.facts.max_code_points > MAX_TEXT
        && content.is_longer_than(MAX_TEXT)
        && !is_too_large(content)
    {
        let finding = Finding::of(&RULE, content.range()).limit(MAX_TEXT);
        context.add(finding.found(content.code_points()), "content", findings);
    }
}
