//! `crop_inverted`.

use std::cmp::Ordering;

use super::context::FlawedCrop;
use super::crop_fixes::{SWAP, swapped};
use super::{Checks, Finding, Findings, InSchema, Rule, Source};
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
        zh: "(x1, y1) 是左上角，(x2, y2) 是右下角；两值相等时裁剪区域为空。按十进制精确比较，0.5 与 0.50 相等。",
    },
    message: Words {
        en: "the corners are swapped or equal. Write the upper left corner first: x1 less than x2, y1 less than y2.",
        zh: "两个角颠倒或重合。请先写左上角：x1 小于 x2，y1 小于 y2。",
    },
    in_schema: InSchema::No,
    fixes: &[&SWAP],
    typed: true,
    checks: Checks { flawed_crop: Some(check), ..Checks::NONE },
};

/// Whether the second coordinate is not greater than the first.
pub(super) fn is_broken(first_to_second: Ordering) -> bool {
    first_to_second != Ordering::Less
}

fn check(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
    if crop.flaws.inverted {
        let edits = swapped(crop).unwrap_or_default();
        findings.add(Finding::of(&RULE, crop.text.range()).fix(&SWAP, edits), crop.path);
    }
}
