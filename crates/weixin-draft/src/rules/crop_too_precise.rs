//! `crop_too_precise`.

use super::context::FlawedCrop;
use super::coordinates::each_coordinate;
use super::crop_fixes::{ROUNDING, ZEROS, shortened};
use super::{Checks, Finding, Findings, InSchema, Rule, Source, invalid_crop};
use crate::crop::{Decimal, MAX_DECIMALS};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "crop_too_precise",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "A coordinate has at most six digits after the point, trailing zeros counted.",
        zh: "坐标小数点后不超过六位，末尾的零也计入。",
    },
    reason: Words {
        en: "The page states this precision for every coordinate.",
        zh: "文档对每个坐标都规定了这一精度。",
    },
    message: Words {
        en: "{name} has {found} digit{s} after the point; the maximum is {limit}. Round it to {limit}.",
        zh: "{name} 有 {found} 位小数，最多 {limit} 位。请四舍五入到 {limit} 位。",
    },
    in_schema: InSchema::With(&invalid_crop::RULE),
    fixes: &[&ZEROS, &ROUNDING],
    typed: true,
    checks: Checks { flawed_crop: Some(check), ..Checks::NONE },
};

pub(super) fn is_broken(coordinate: &Decimal<'_>) -> bool {
    coordinate.decimals() > MAX_DECIMALS
}

static OF_SEVERAL: Words = Words {
    en: "{position} of the coordinates are too precise: {name} has {found} digit{s} after the point; the maximum is {limit}. Round each.",
    zh: "有 {position} 个坐标的小数位过多：{name} 有 {found} 位小数，最多 {limit} 位。请都四舍五入。",
};

fn check(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
    if !crop.flaws.too_precise {
        return;
    }
    let (mut first, mut count) = (None, 0);
    each_coordinate(crop, |name, coordinate| {
        if is_broken(&coordinate) {
            first.get_or_insert((name, coordinate.decimals()));
            count += 1;
        }
    });
    let (name, found) = first.unwrap_or_default();
    let finding = Finding::of(&RULE, crop.text.range()).limit(MAX_DECIMALS);
    let (fix, edits) = shortened(crop).unwrap_or((&ZEROS, Vec::new()));
    let finding = if count > 1 { finding.words(&OF_SEVERAL).position(count) } else { finding };
    findings.add(finding.name(name).found(found).fix(fix, edits), crop.path);
}
