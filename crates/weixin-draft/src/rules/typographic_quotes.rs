//! `typographic_quotes`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::Element;
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "typographic_quotes",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "Attribute values stand in straight quotes, not in typographic ones.",
        zh: "属性值应使用英文直引号，不要用中文弯引号。",
    },
    reason: Words {
        en: "In HTML such quotes are a part of the value, so the styles are lost. Word processors put them in.",
        zh: "在 HTML 中弯引号会成为属性值的一部分，样式因此丢失。多由文字处理软件自动替换造成。",
    },
    message: Words {
        en: "an attribute value stands in typographic quotes, so it is lost. Replace them with straight quotes.",
        zh: "属性值用了弯引号（“ ” ‘ ’），样式会丢失。请改为英文直引号。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

const TYPOGRAPHIC: [char; 4] = ['\u{201C}', '\u{201D}', '\u{2018}', '\u{2019}'];

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_lost = element.attributes.iter().any(|attribute| {
        let first = attribute.value.characters().next();
        !attribute.value.quoted && first.is_some_and(|first| TYPOGRAPHIC.contains(&first))
    });
    if is_lost {
        sightings.add(&RULE, element);
    }
}
