//! `preview_link`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::Element;
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "preview_link",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "No link leads to the preview of a draft (tempkey=).",
        zh: "不要链接到草稿的临时预览地址（tempkey=）。",
    },
    reason: Words {
        en: "Previews expire, and links to them have been refused with 45166.",
        zh: "预览链接会过期，也曾被服务器拒绝（45166）。",
    },
    message: Words {
        en: "a link leads to a temporary preview (tempkey=), which has been refused with 45166. Use the published article's address.",
        zh: "正文中有指向临时预览的链接（tempkey=），此类链接曾被服务器拒绝（45166）。请改用已发表文章的地址。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

const MARK: &str = "tempkey=";

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if element.link().is_some_and(|address| address.decode().contains(MARK)) {
        sightings.add(&RULE, element);
    }
}
