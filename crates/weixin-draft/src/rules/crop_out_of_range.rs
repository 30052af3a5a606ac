//! `crop_out_of_range`.

use super::context::FlawedCrop;
use super::coordinates::each_coordinate;
use super::crop_fixes::{EDGE, PERCENT, in_range};
use super::{Checks, Finding, Findings, InSchema, Rule, Source, invalid_crop};
use crate::crop::Decimal;
use crate::report::{Level, Words};

/// The picture's right or lower edge.
const MAX_COORDINATE: i64 = 1;

pub(crate) static RULE: Rule = Rule {
    code: "crop_out_of_range",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "A coordinate is from 0 to 1: a fraction of the picture's width or height.",
        zh: "坐标取值 0 到 1，是图片宽或高的比例。",
    },
    reason: Words {
        en: "The picture reaches from (0,0) to (1,1). Pixels have to be divided by its width or height.",
        zh: "图片左上角为 (0,0)，右下角为 (1,1)。像素值须除以图片的宽或高。",
    },
    message: Words {
        en: "{name} is {found}, above {limit}. Divide pixels by the picture's width (x) or height (y).",
        zh: "{name} 为 {found}，大于 {limit}。请把像素值除以图片的宽（x）或高（y）。",
    },
    in_schema: InSchema::With(&invalid_crop::RULE),
    fixes: &[&EDGE, &PERCENT],
    typed: true,
    checks: Checks { flawed_crop: Some(check), ..Checks::NONE },
};

pub(super) fn is_broken(coordinate: &Decimal<'_>) -> bool {
    coordinate.is_above_one()
}

static OF_PERCENT: Words = Words {
    en: "{name} is {found}, above {limit}. Divide percent by 100.",
    zh: "{name} 为 {found}，大于 {limit}。请把百分数除以 100。",
};

/// Of several coordinates, the first is told as `900 (y2: 2)`: with all others.
fn check(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
    if !crop.flaws.out_of_range {
        return;
    }
    let (mut first, mut found, mut separator) = ("", String::new(), " (");
    each_coordinate(crop, |name, coordinate| {
        if !is_broken(&coordinate) {
            return;
        }
        if first.is_empty() {
            first = name;
        } else {
            for part in [separator, name, ": "] {
                found.push_str(part);
            }
            separator = ", ";
        }
        found.push_str(&coordinate.shortened());
    });
    if separator == ", " {
        found.push(')');
    }
    let finding = Finding::of(&RULE, crop.text.range()).limit(MAX_COORDINATE);
    let (fix, edits) = in_range(crop).unwrap_or((&EDGE, Vec::new()));
    let is_of_percent = fix.words == PERCENT.words;
    let finding = if is_of_percent { finding.words(&OF_PERCENT) } else { finding };
    findings.add(finding.name(first).found(found).fix(fix, edits), crop.path);
}
