//! `removed_position`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, declarations};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "removed_position",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "No style holds position: absolute or position: fixed.",
        zh: "样式中不要使用 position: absolute 或 position: fixed。",
    },
    reason: Words {
        en: "The server removes such a position, and what it placed is shown elsewhere.",
        zh: "服务器会去除这类定位，相应内容会出现在别处。",
    },
    message: Words {
        en: "a style holds position: absolute or fixed, which the server removes. Use margins, a table or a flex box.",
        zh: "样式中有 position: absolute 或 fixed，会被服务器去除。请改用外边距、表格或 flex 布局。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let Some(attribute) = element.find(AttributeName::Style) else {
        return;
    };
    let style = attribute.value.decode();
    let is_removed = |(name, value): (&str, &str)| {
        name.eq_ignore_ascii_case("position")
            && value.split_ascii_whitespace().next().is_some_and(|word| {
                let word = word.trim_end_matches("!important");
                word.eq_ignore_ascii_case("absolute") || word.eq_ignore_ascii_case("fixed")
            })
    };
    if declarations(&style).any(is_removed) {
        sightings.add_found(&RULE, element, attribute.range(), None, None);
    }
}
