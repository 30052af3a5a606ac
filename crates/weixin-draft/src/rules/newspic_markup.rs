//! `newspic_markup`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{Element, ElementName};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "newspic_markup",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "The content of a newspic is plain text with no elements but <a> and product cards.",
        zh: "图片消息的正文只能是纯文本，可含 <a> 和商品卡片等特殊功能标签。",
    },
    reason: Words {
        en: "The page allows plain text and some special functions. Allowed elements are <a> (topics, links, mini programs, mentions) and the product cards; a < that opens no tag is text.",
        zh: "文档规定图片消息只支持纯文本和部分特殊功能。允许的元素有 <a>（话题、链接、小程序、提及等）和商品卡片；不构成标签的 < 视为文字。",
    },
    message: Words {
        en: "the content of a newspic holds HTML elements. Write plain text with line breaks; only <a> and product cards are allowed.",
        zh: "图片消息的正文含有 HTML 元素。请使用纯文本和换行，只允许 <a> 和商品卡片。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_allowed = matches!(element.name, ElementName::Anchor | ElementName::Product);
    if sightings.context.on_newspic && !is_allowed {
        sightings.add(&RULE, element);
    }
}
