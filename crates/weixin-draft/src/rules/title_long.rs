//! `title_long`.

use super::limits::check_width;
use super::{ArticleContext, Checks, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};
use crate::request::ArticleType;

/// In widths, as the vendor's editor counts.
const MAX_TITLE: usize = 64;
/// The same in a picture message.
const MAX_NEWSPIC_TITLE: usize = 20;

pub(crate) static RULE: Rule = Rule {
    code: "title_long",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The title is at most 64 characters long in a news article, and at most 20 in a picture message.",
        zh: "图文消息的标题不超过 64 个字，图片消息的标题不超过 20 个字。",
    },
    reason: Words {
        en: "Longer titles have been refused with 45003. draft_add's page states 32, but up to 64 have been accepted. A letter of the Latin alphabet or a digit counts one half, a Chinese character 1, an emoji 2, as in the vendor's editor.",
        zh: "更长的标题曾被服务器拒绝（45003）。draft_add 文档写的是 32 个字，但实际上 64 个字以内都能通过。按公众号编辑器的算法计数：英文字母和数字算半个字，汉字算一个字，表情符号算两个字。",
    },
    message: Words {
        en: "the title counts as {found} character{s}, and more than {limit} have been refused with 45003. Shorten it.",
        zh: "标题按 {found} 个字计，超过 {limit} 个字的曾被服务器拒绝（45003）。请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let limit =
        if context.article.kind == ArticleType::NewsPic { MAX_NEWSPIC_TITLE } else { MAX_TITLE };
    check_width(&RULE, "title", &context.article.title, limit, context, findings);
}
