//! `invalid_crop`.

use serde_json::json;

use super::context::FlawedCrop;
use super::coordinates::CORNERS;
use super::crop_fixes::{SPELLING, respelled};
use super::placeholder_value::is_placeholder;
use super::{Checks, Finding, Findings, InSchema, Keyword, Rule, Source, placeholder_value};
use crate::crop::{Decimal, coordinate_pattern, crop_pattern};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "invalid_crop",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "pic_crop_* is four plain decimals joined by _, and a coordinate of crop_percent_list is one.",
        zh: "pic_crop_* 是用 _ 连接的四个十进制数，crop_percent_list 的每个坐标是一个十进制数。",
    },
    reason: Words {
        en: "Only ASCII digits, and at most one point between digits: 00.5, .5, +1, 1e-3 and blanks are refused.",
        zh: "只用 ASCII 数字和至多一个小数点：不能有正负号、空格、指数和前导零（00.5），小数点前后都要有数字（不能写 .5 或 1.）。",
    },
    message: Words {
        en: "this has {found} part{s} joined by _ where four belong: x1, y1, x2 and y2, such as 0.1945_0_1_0.5236. Write four plain decimals.",
        zh: "用 _ 连接的部分有 {found} 个，而应为四个：x1、y1、x2、y2，例如 0.1945_0_1_0.5236。请写四个十进制数。",
    },
    in_schema: InSchema::Keywords(&[
        Keyword { fields: COORDINATES, name: "pattern", value: || json!(coordinate_pattern()) },
        Keyword { fields: CROPS, name: "pattern", value: || json!(crop_pattern()) },
    ]),
    fixes: &[&SPELLING],
    typed: true,
    checks: Checks { flawed_crop: Some(check), ..Checks::NONE },
};

static COORDINATE: Words = Words {
    en: "no plain decimal: {found}. Write digits and a point only, such as 0.1945.",
    zh: "不是十进制数：{found}。请只用数字和小数点书写，例如 0.1945。",
};
static POINT: Words = Words {
    en: "no plain decimal: {found}. Write it as 0.5, not as .5, 1. or 00.5.",
    zh: "不是十进制数：{found}。请写成 0.5 的形式，不写 .5、1. 或 00.5。",
};

const COORDINATES: &[(&str, &str)] =
    &[("CropPercent", "x1"), ("CropPercent", "y1"), ("CropPercent", "x2"), ("CropPercent", "y2")];

/// More parts of a crop string are not counted.
const MANY_PARTS: usize = 100;

const CROPS: &[(&str, &str)] = &[
    ("NewsArticle", "pic_crop_235_1"),
    ("NewsArticle", "pic_crop_1_1"),
    ("NewsPicArticle", "pic_crop_235_1"),
    ("NewsPicArticle", "pic_crop_1_1"),
];

fn check(crop: &FlawedCrop<'_, '_>, findings: &mut Findings<'_>) {
    if crop.flaws.invalid {
        let finding = Finding::of(&RULE, crop.text.range());
        let text = crop.text.decode();
        let finding = if is_placeholder(&text) {
            finding.words(&placeholder_value::RULE.message)
        } else if crop.is_crop_string() {
            of_crop_string(finding, crop)
        } else {
            finding.words(words_of(text.as_bytes())).found(crop.corner())
        };
        findings.add(finding.fix(&SPELLING, respelled(crop)), crop.path);
    }
}

/// What is wrong with a crop string: how many parts it has, or which of the four.
fn of_crop_string(finding: Finding, crop: &FlawedCrop<'_, '_>) -> Finding {
    let text = crop.text.bytes();
    let parts: Vec<_> = text.split(|byte| *byte == b'_').take(MANY_PARTS).collect();
    if parts.len() != CORNERS.len() {
        return finding.found(parts.len());
    }
    let (mut wrong, mut words) = (String::new(), &POINT);
    for (name, part) in CORNERS.into_iter().zip(parts) {
        if Decimal::parse(part).is_none() {
            wrong.push_str(if wrong.is_empty() { "" } else { ", " });
            wrong.push_str(name);
            if *words == POINT {
                words = words_of(part);
            }
        }
    }
    finding.words(words).found(wrong)
}

/// The words for a part that is no plain decimal, by whether it has other signs than one.
fn words_of(part: &[u8]) -> &'static Words {
    let is_of_digits = part.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    if is_of_digits { &POINT } else { &COORDINATE }
}
