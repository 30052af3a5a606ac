//! `digest_long`.

use super::limits::check_width;
use super::{ArticleContext, Checks, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// In widths, as the vendor's editor counts.
const MAX_DIGEST: usize = 120;

pub(crate) static RULE: Rule = Rule {
    code: "digest_long",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The digest is at most 120 characters long.",
        zh: "摘要不超过 120 个字。",
    },
    reason: Words {
        en: "Longer digests have been refused with 45004. draft_add's page states 128. A letter of the Latin alphabet or a digit counts one half, a Chinese character 1, an emoji 2, as in the vendor's editor.",
        zh: "更长的摘要曾被服务器拒绝（45004）。draft_add 文档写的是 128 个字。按公众号编辑器的算法计数：英文字母和数字算半个字，汉字算一个字，表情符号算两个字。",
    },
    message: Words {
        en: "the digest counts as {found} character{s}, and more than {limit} have been refused with 45004. Shorten it, or leave it out: the first words of the text then take its place.",
        zh: "摘要按 {found} 个字计，超过 {limit} 个字的曾被服务器拒绝（45004）。请缩短，或者省略，由正文开头的文字代替。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    check_width(&RULE, "digest", &context.article.digest, MAX_DIGEST, context, findings);
}
