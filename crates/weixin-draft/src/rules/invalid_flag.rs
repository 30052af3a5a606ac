//! `invalid_flag`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::json::Integral;
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "invalid_flag",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "need_open_comment and only_fans_can_comment are 0 or 1.",
        zh: "need_open_comment 和 only_fans_can_comment 只能是 0 或 1。",
    },
    reason: Words {
        en: "The page gives a meaning to 0 and 1 only.",
        zh: "文档只说明了 0 和 1 的含义。",
    },
    message: Words {
        en: "this is {found}, and should be 0 or 1. Write 1 for yes and 0 for no.",
        zh: "此处为 {found}，只能是 0 或 1：1 表示是，0 表示否。",
    },
    in_schema: InSchema::Shape,
    fixes: &[],
    typed: true,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let article = context.article;
    let flags = [
        ("need_open_comment", &article.need_open_comment),
        ("only_fans_can_comment", &article.only_fans_can_comment),
    ];
    for (field, flag) in flags {
        let Some(number) = flag.given() else {
            continue;
        };
        let integral = number.integral();
        if matches!(integral, Integral::Small(0 | 1)) {
            continue;
        }
        let finding = Finding::of(&RULE, number.range()).limit("0, 1");
        let finding = match integral {
            Integral::Small(value) => finding.found(value),
            Integral::Huge | Integral::No => finding.found(number.shortened()),
        };
        context.add(finding, field, findings);
    }
}
