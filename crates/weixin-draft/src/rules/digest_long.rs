//! `digest_long`.

use super::limits::check_length;
use super::{ArticleContext, Checks, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// In code points.
const MAX_DIGEST: usize = 120;

pub(crate) static RULE: Rule = Rule {
    code: "digest_long",
    level: Level::Warning,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "The digest has at most 120 characters.", zh: "摘要不超过 120 个字。"
    },
    reason: Words {
        en: "draft_add states this limit, draft_update does not. A digest that is too long is answered with 45004.",
        zh: "draft_add 文档写明了这一限制，draft_update 没有。摘要过长会返回 45004。",
    },
    message: Words {
        en: "the digest has {found} characters; draft_add allows {limit}, draft_update states no limit. Shorten it to be safe.",
        zh: "摘要有 {found} 个字；draft_add 最多允许 {limit} 个，draft_update 未写明。为稳妥起见请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    check_length(&RULE, "digest", &context.article.digest, MAX_DIGEST, context, findings);
}
