//! `typographic_quotes`.

use super::edits::part_of;
use super::{Checks, InSchema, Rule, RuleFix, Sightings, Source};
use crate::html::{Attribute, Element};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "typographic_quotes",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "Attribute values are in straight quotes, not in typographic ones.",
        zh: "属性值应使用英文直引号，不要用中文弯引号。",
    },
    reason: Words {
        en: "In HTML such quotes are a part of the value, so the attribute is lost.",
        zh: "在 HTML 中弯引号会成为属性值的一部分，该属性因此失效。",
    },
    message: Words {
        en: "an attribute value is in typographic quotes, so it is lost. Replace them with straight quotes.",
        zh: "属性值用了弯引号（“ ” ‘ ’），该属性会失效。请改为英文直引号。",
    },
    in_schema: InSchema::No,
    fixes: &[&STRAIGHT],
    typed: false,
    checks: Checks { element: Some(check), ..Checks::NONE },
};

const TYPOGRAPHIC: [char; 4] = ['\u{201C}', '\u{201D}', '\u{2018}', '\u{2019}'];

/// An opening quote and the closing one that belongs to it.
const PAIRS: [(char, char); 2] = [('\u{201C}', '\u{201D}'), ('\u{2018}', '\u{2019}')];

static STRAIGHT: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write straight quotes", zh: "改为英文直引号" },
};

fn check(element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let lost: Vec<_> = element.attributes.iter().filter(|it| is_typographic(it)).collect();
    if lost.is_empty() {
        return;
    }
    sightings.add(&RULE, element);
    let mends: Option<Vec<_>> = lost.into_iter().map(straightened).collect();
    sightings.mend(&RULE, &STRAIGHT, mends.into_iter().flatten().flatten());
}

pub(super) fn is_typographic(attribute: &Attribute<'_>) -> bool {
    let first = attribute.value.characters().next();
    !attribute.value.quoted && first.is_some_and(|first| TYPOGRAPHIC.contains(&first))
}

/// Straight quotes in the place of a pair of others, if that is what is around the
/// value, and nothing inside would end it. Quotes that make no pair may be left over from
/// something else, so nobody knows where the value was meant to end.
fn straightened(attribute: &Attribute<'_>) -> Option<[Edit; 2]> {
    let value = attribute.value.decode();
    let between = |(opening, closing)| value.strip_prefix(opening)?.strip_suffix(closing);
    let inside = PAIRS.into_iter().find_map(between)?;
    if inside.contains('"') || inside.contains(TYPOGRAPHIC) {
        return None;
    }
    let inside = part_of(&value, inside);
    let opening = attribute.raw_range(&(0..inside.start))?;
    let closing = attribute.raw_range(&(inside.end..value.len()))?;
    Some([Edit::new(opening, QUOTE), Edit::new(closing, QUOTE)])
}

/// A straight quote as it is written in JSON.
const QUOTE: &str = "\\\"";
