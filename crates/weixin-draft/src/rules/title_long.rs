//! `title_long`.

use super::limits::check_length;
use super::{ArticleContext, Checks, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// In code points.
const MAX_TITLE: usize = 32;

pub(crate) static RULE: Rule = Rule {
    code: "title_long",
    level: Level::Warning,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "The title has at most 32 characters.", zh: "标题不超过 32 个字。"
    },
    reason: Words {
        en: "draft_add states this limit, draft_update does not. Longer titles get published, but we know of none above 64. A title that is too long is answered with 45003.",
        zh: "draft_add 文档写明了这一限制，draft_update 没有；已发表的标题不少超过 32 字，但没有超过 64 字的。标题过长会返回 45003。",
    },
    message: Words {
        en: "the title has {found} characters; draft_add allows {limit}, draft_update states no limit. Shorten it to be safe.",
        zh: "标题有 {found} 个字；draft_add 最多允许 {limit} 个，draft_update 未写明。为稳妥起见请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    check_length(&RULE, "title", &context.article.title, MAX_TITLE, context, findings);
}
