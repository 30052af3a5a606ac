//! `crop_too_precise`.

use super::coordinates::flawed;
use super::{Check, InSchema, Rule, Source, invalid_crop};
use crate::crop::{Decimal, MAX_DECIMALS};
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

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
        en: "a coordinate has more than {limit} digits after the point. Round it to {limit}.",
        zh: "坐标的小数位超过 {limit} 位。请四舍五入到 {limit} 位。",
    },
    in_schema: InSchema::With(&invalid_crop::RULE),
    check: Check::Request(check),
};

pub(super) fn is_broken(coordinate: &Decimal<'_>) -> bool {
    coordinate.decimals() > MAX_DECIMALS
}

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    for crop in flawed(request).filter(|crop| crop.flaws.too_precise) {
        crop.note(Finding::of(&RULE, crop.offset).limit(MAX_DECIMALS), notes);
    }
}
