//! `newspic_markup`.

use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::html::{Element, ElementName, plain_text};
use crate::json::escaped;
use crate::report::{Applicability, Edit, Level, Words};

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
        en: "The page allows plain text and some special functions: <a> (topics, links, mini programs, mentions) and the product cards. A < that opens no tag is text.",
        zh: "文档规定图片消息只支持纯文本和部分特殊功能：<a>（话题、链接、小程序、提及等）和商品卡片。不构成标签的 < 视为文字。",
    },
    message: Words {
        en: "the content of a newspic holds HTML elements. Write plain text with line breaks; only <a> and product cards are allowed.",
        zh: "图片消息的正文含有 HTML 元素。请使用纯文本和换行，只允许 <a> 和商品卡片。",
    },
    in_schema: InSchema::No,
    fixes: &[&PLAIN],
    typed: false,
    checks: Checks { element: Some(check), mend: Some(mend), ..Checks::NONE },
};

static PLAIN: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "keep the text, links and products; <br> and the ends of blocks become line breaks",
        zh: "保留文字、链接和商品，<br> 和段落结尾改为换行",
    },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if sightings.context.on_newspic && !is_allowed(element) {
        sightings.add(&RULE, element);
    }
}

/// What was not meant as a tag is text, too.
fn is_allowed(element: &Element<'_>) -> bool {
    matches!(element.name, ElementName::Anchor | ElementName::Product)
        || !element.has_name_of_element()
}

fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let plain = escaped(&plain_text(content.raw, is_allowed)?);
    Some((&PLAIN, vec![Edit::new(0..content.raw.len(), plain)]))
}
