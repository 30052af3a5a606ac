//! `too_many_products`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};
use crate::request::ArticleType;

const MAX_PRODUCTS: usize = 50;

pub(crate) static RULE: Rule = Rule {
    code: "too_many_products",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "The content holds at most 50 products.",
        zh: "正文中最多 50 个商品卡片。",
    },
    reason: Words {
        en: "The page sets this limit for picture messages; in a news article, more is a warning. \
             A picture link is two elements for one product and counts once.",
        zh: "文档对图片消息规定了这一上限；图文消息超过时只作警告。图片形式的商品卡片由两个元素组成，只计一个。",
    },
    message: Words {
        en: "the content holds {found} product{s}, and {limit} is the most. Remove some.",
        zh: "正文中有 {found} 个商品卡片，最多 {limit} 个。请删减。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(content) = context.article.content.given()
        && context.facts.products > MAX_PRODUCTS
    {
        let finding = Finding::of(&RULE, content.range()).limit(MAX_PRODUCTS);
        let finding = finding.found(context.facts.products);
        let is_error = context.article.kind == ArticleType::NewsPic;
        let finding = if is_error { finding } else { finding.at_most(Level::Warning) };
        context.add(finding, "content", findings);
    }
}
