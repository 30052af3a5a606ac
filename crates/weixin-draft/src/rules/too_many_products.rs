//! `too_many_products`.

use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::read::{ArticleType, Request};
use crate::report::{Finding, Level, Notes, Words};

const MOST_PRODUCTS: usize = 50;

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
        en: "the content holds {found} products, and {limit} is the most. Remove some.",
        zh: "正文中有 {found} 个商品卡片，最多 {limit} 个。请删减。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    if let Some(article) = request.article()
        && let Some(content) = article.content.given()
        && article.scan.products > MOST_PRODUCTS
    {
        let finding = Finding::of(&RULE, content.offset).limit(MOST_PRODUCTS);
        let finding = finding.found(article.scan.products);
        let is_error = article.kind == ArticleType::NewsPic;
        let finding = if is_error { finding } else { finding.at_most(Level::Warning) };
        notes.add(finding, &Pointer::ARTICLES.name("content"));
    }
}
