//! `crop_inverted`.

use std::cmp::Ordering;

use super::context::FlawedCrop;
use super::crop_fixes::{SWAP, swapped};
use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::crop::{Decimal, crop_corners};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "crop_inverted",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "x1 is less than x2, and y1 is less than y2.",
        zh: "x1 小于 x2，且 y1 小于 y2。",
    },
    reason: Words {
        en: "(x1, y1) is the upper left corner and (x2, y2) the lower right one; equal values leave nothing of the picture. \
             Decimals are compared exactly: 0.5 and 0.50 are equal.",
        zh: "x1、y1 是左上角，x2、y2 是右下角；两值相等时裁剪区域为空。按十进制精确比较，0.5 与 0.50 相等。",
    },
    message: Words {
        en: "x2 is {found}, not above x1: the corners are swapped or equal. Write the upper left corner first.",
        zh: "x2 为 {found}，不大于 x1：两个角颠倒或重合。请先写左上角。",
    },
    in_schema: InSchema::No,
    fixes: &[&SWAP],
    typed: true,
    checks: Checks { flawed_crop: Some(check), ..Checks::NONE },
};

static UPRIGHT: Words = Words {
    en: "y2 is {found}, not above y1: the corners are swapped or equal. Write the upper left corner first.",
    zh: "y2 为 {found}，不大于 y1：两个角颠倒或重合。请先写左上角。",
};
static BOTH: Words = Words {
    en: "neither x2 is above x1 nor y2 above y1: the corners are swapped or equal. Write the upper left corner first.",
    zh: "x2 不大于 x1，y2 也不大于 y1：两个角颠倒或重合。请先写左上角。",
};

/// Whether the second coordinate is not greater than the first.
pub(super) fn is_broken(first_to_second: Ordering) -> bool {
    first_to_second != Ordering::Less
}

fn check(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
    if crop.flaws.inverted {
        let edits = swapped(crop).unwrap_or_default();
        findings.add(finding(crop).fix(&SWAP, edits), crop.path);
    }
}

fn finding(crop: &FlawedCrop<'_, '_>) -> Finding {
    let finding = Finding::of(&RULE, crop.text.range());
    let text = crop.text.bytes();
    if crop.is_crop_string() {
        let Some([x1, y1, x2, y2]) = crop_corners(&text) else {
            return finding;
        };
        return match (is_broken(x1.compare(x2)), is_broken(y1.compare(y2))) {
            (true, true) => finding.words(&BOTH),
            (true, false) => finding.found(x2.shortened()),
            (false, _) => finding.words(&UPRIGHT).found(y2.shortened()),
        };
    }
    let finding = if crop.corner() == "y2" { finding.words(&UPRIGHT) } else { finding };
    finding.found(Decimal::parse(&text).map_or_else(String::new, Decimal::shortened))
}
