//! `content_too_large`.

use serde_json::json;

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Keyword, Rule, Source};
use crate::json::Text;
use crate::report::{Level, Words};

/// In bytes of UTF-8: the content stays below 1 MiB.
const MAX_CONTENT: usize = 1_048_575;

pub(crate) static RULE: Rule = Rule {
    code: "content_too_large",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "The content has fewer than 1,048,576 bytes of UTF-8, tags and all.",
        zh: "正文（含标签）的 UTF-8 编码须小于 1,048,576 字节（1M）。",
    },
    reason: Words {
        en: "The vendor's page allows less than 1M. The schema counts characters, not bytes, so it catches only a part.",
        zh: "文档要求小于 1M。JSON Schema 只能按字符计数，因此只能拦住一部分。",
    },
    message: Words {
        en: "the content has {found} byte{s}, and {limit} is the most. Shorten it; upload pictures and link to them instead of embedding them.",
        zh: "正文有 {found} 字节，最多 {limit} 字节。请缩短；图片请上传后引用，不要内嵌。",
    },
    in_schema: InSchema::Partly(&[Keyword {
        fields: &[("NewsArticle", "content"), ("NewsPicArticle", "content")],
        name: "maxLength",
        value: || json!(MAX_CONTENT),
    }]),
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let Some(content) = context.article.content.given() else {
        return;
    };
    if is_too_large(content) {
        let finding = Finding::of(&RULE, content.range()).limit(MAX_CONTENT);
        context.add(finding.found(content.byte_length()), "content", findings);
    }
}

/// Whether a content breaks this rule.
pub(super) fn is_too_large(content: &Text<'_>) -> bool {
    // As written it is never shorter than it is: nearly always that is enough to know.
    content.raw().len() > MAX_CONTENT && content.byte_length() > MAX_CONTENT
}
