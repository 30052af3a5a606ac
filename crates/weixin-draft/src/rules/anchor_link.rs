//! `anchor_link`.

use super::edits::unlinked;
use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::html::Element;
use crate::report::{Applicability, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "anchor_link",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "No link leads to a place inside the article (href=\"#...\").",
        zh: "不要使用页内锚点链接（href=\"#...\"）。",
    },
    reason: Words {
        en: "Such links, footnotes of Markdown tools above all, have been refused with 45166.",
        zh: "这类链接（多为 Markdown 工具生成的脚注）曾被服务器拒绝（45166）。",
    },
    message: Words {
        en: "a link leads to a place inside the article (#...), which has been refused with 45166. Remove the link and keep its text.",
        zh: "正文中有页内锚点链接（#...），此类链接曾被服务器拒绝（45166）。请去掉链接，保留文字。",
    },
    in_schema: InSchema::No,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { element: Some(check), mend: Some(mend), ..Checks::NONE },
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "remove the link and keep its text", zh: "删除链接，保留文字" },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if leads_inside(element) {
        sightings.add(&RULE, element);
    }
}

fn leads_inside(element: &Element<'_>) -> bool {
    element.link().is_some_and(|address| {
        address.characters().find(|character| !character.is_ascii_whitespace()) == Some('#')
    })
}

fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    Some((&REMOVAL, unlinked(content, leads_inside)?))
}
