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
static SEVERAL: Words = Words {
    en: "{found}: above {limit}. Divide pixels by the picture's width (x) or height (y).",
    zh: "{found}：大于 {limit}。请把像素值除以图片的宽（x）或高（y）。",
};
static SEVERAL_OF_PERCENT: Words = Words {
    en: "{found}: above {limit}. Divide percent by 100.",
    zh: "{found}：大于 {limit}。请把百分数除以 100。",
};

fn check(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
    if !crop.flaws.out_of_range {
        return;
    }
    let mut broken = Vec::new();
    each_coordinate(crop, |name, coordinate| {
        if is_broken(&coordinate) {
            broken.push((name, coordinate.shortened()));
        }
    });
    let finding = Finding::of(&RULE, crop.text.range()).limit(MAX_COORDINATE);
    let (fix, edits) = in_range(crop).unwrap_or((&EDGE, Vec::new()));
    let is_of_percent = fix.words == PERCENT.words;
    let finding = if let [(name, found)] = &broken[..] {
        let words = if is_of_percent { &OF_PERCENT } else { &RULE.message };
        finding.words(words).name(name).found(found.clone())
    } else {
        let words = if is_of_percent { &SEVERAL_OF_PERCENT } else { &SEVERAL };
        let broken: Vec<_> =
            broken.into_iter().map(|(name, found)| [name, " = ", &found].concat()).collect();
        finding.words(words).found(broken.join(", "))
    };
    findings.add(finding.fix(fix, edits), crop.path);
}
