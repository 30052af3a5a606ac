//! `mini_program_card`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{Element, ElementName};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "mini_program_card",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "The content holds no <mp-miniprogram> and no <mpvoice>.",
        zh: "正文中不要有 <mp-miniprogram> 和 <mpvoice>。",
    },
    reason: Words {
        en: "These cards of the editor have been refused with 45166 when sent by draft_update; mp-common-miniprogram and mp-common-mpaudio are fine.",
        zh: "编辑器中的这两种卡片通过 draft_update 发送时曾被服务器拒绝（45166）；mp-common-miniprogram 和 mp-common-mpaudio 没有问题。",
    },
    message: Words {
        en: "the content holds a mini program or voice card that has been refused with 45166. Use a link, or add the card in the editor.",
        zh: "正文中有小程序或语音卡片，曾被服务器拒绝（45166）。请改用链接，或在编辑器中添加卡片。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if element.name == ElementName::RefusedCard {
        sightings.add(&RULE, element);
    }
}
