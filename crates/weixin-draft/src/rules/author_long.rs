//! `author_long`.

use super::limits::check_width;
use super::{ArticleContext, Checks, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// In widths, as the vendor's editor counts.
const MAX_AUTHOR: usize = 8;

pub(crate) static RULE: Rule = Rule {
    code: "author_long",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The author is at most 8 characters long.", zh: "作者不超过 8 个字。"
    },
    reason: Words {
        en: "Longer authors have been refused with 45110. draft_add's page states 16. A letter of the Latin alphabet or a digit counts one half, a Chinese character 1, an emoji 2, as in the vendor's editor.",
        zh: "更长的作者名曾被服务器拒绝（45110）。draft_add 文档写的是 16 个字。按公众号编辑器的算法计数：英文字母和数字算半个字，汉字算一个字，表情符号算两个字。",
    },
    message: Words {
        en: "the author counts as {found} character{s}, and more than {limit} have been refused with 45110. Shorten it.",
        zh: "作者按 {found} 个字计，超过 {limit} 个字的曾被服务器拒绝（45110）。请缩短。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    check_width(&RULE, "author", &context.article.author, MAX_AUTHOR, context, findings);
}
