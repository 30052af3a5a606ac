//! `article_count`.

use super::{Checks, Finding, InSchema, Rule, Source};
use crate::report::{Level, Words};

/// The most articles that a draft can have.
pub const MAX_ARTICLES: usize = 8;

pub(crate) static RULE: Rule = Rule {
    code: "article_count",
    level: Level::Error,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "A body of draft_add has 1 to 8 articles.",
        zh: "draft_add 的请求体含 1 到 8 篇文章。",
    },
    reason: Words {
        en: "A draft has at most 8 articles. draft_update sends one article, so this is checked for draft_add only.",
        zh: "一个草稿最多 8 篇文章。draft_update 只发送一篇，因此只对 draft_add 检查此项。",
    },
    message: Words {
        en: "articles has {found} entries, and should have 1 to {limit}. Make another draft of those that are too many.",
        zh: "articles 有 {found} 篇文章，应为 1 到 {limit} 篇。多出的文章请另建草稿。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};

/// The finding on a body with `count` articles, if there is one.
pub(crate) fn finding(count: usize, range: std::ops::Range<usize>) -> Option<Finding> {
    (!(1..=MAX_ARTICLES).contains(&count))
        .then(|| Finding::of(&RULE, range).limit(MAX_ARTICLES).found(count))
}
