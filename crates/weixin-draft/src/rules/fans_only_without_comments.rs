//! `fans_only_without_comments`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::json::{Integral, Number};
use crate::report::{Level, Words};
use crate::request::Slot;

pub(crate) static RULE: Rule = Rule {
    code: "fans_only_without_comments",
    level: Level::Warning,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "only_fans_can_comment is 1 only where need_open_comment is 1.",
        zh: "only_fans_can_comment 为 1 时，need_open_comment 也应为 1。",
    },
    reason: Words {
        en: "Comments are closed unless need_open_comment is 1, so nobody can comment, not even fans.",
        zh: "need_open_comment 不为 1 时评论是关闭的，粉丝也无法评论。",
    },
    message: Words {
        en: "comments are limited to fans, but comments are closed. Set need_open_comment to 1, or leave this field out.",
        zh: "设置了仅粉丝可评论，但评论并未打开。请将 need_open_comment 设为 1，或省略该字段。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn is(flag: &Slot<Number<'_>>, value: i64) -> bool {
    flag.given().is_some_and(|number| number.integral() == Integral::Small(value))
}

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let article = context.article;
    let closed = article.need_open_comment.is_absent() || is(&article.need_open_comment, 0);
    if closed
        && let Slot::Given(number) = &article.only_fans_can_comment
        && is(&article.only_fans_can_comment, 1)
    {
        context.add(Finding::of(&RULE, number.range()), "only_fans_can_comment", findings);
    }
}
