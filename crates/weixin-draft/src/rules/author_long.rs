//! `author_long`.

use super::limits::check_length;
use super::{ArticleContext, Checks, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// In code points.
const MAX_AUTHOR: usize = 16;

pub(crate) static RULE: Rule = Rule {
    code: "author_long",
    level: Level::Warning,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "The author has at most 16 characters.", zh: "作者不超过 16 个字。"
    },
    reason: Words {
        en: "draft_add states this limit, draft_update does not. An author that is too long has been answered with 45110.",
        zh: "draft_add 文档写明了这一限制，draft_update 没有。作者过长曾返回 45110。",
    },
    message: Words {
        en: "the author has {found} characters; draft_add allows {limit}, draft_update states no limit. Shorten it to be safe.",
        zh: "作者有 {found} 个字；draft_add 最多允许 {limit} 个，draft_update 未写明。为稳妥起见请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    check_length(&RULE, "author", &context.article.author, MAX_AUTHOR, context, findings);
}
