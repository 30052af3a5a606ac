//! `crop_inverted`.

use std::cmp::Ordering;

use super::limits::article;
use super::{Check, InSchema, Rule, Source};
use crate::crop::{Decimal, crop_corners};
use crate::json::{Pointer, Text};
use crate::read::{Request, Slot};
use crate::report::{Finding, Level, Notes, Words};

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
        zh: "(x1, y1) 是左上角，(x2, y2) 是右下角；两值相等则图片一点不剩。按十进制精确比较，0.5 与 0.50 相等。",
    },
    message: Words {
        en: "the corners are exchanged or equal. Put the upper left corner first: x1 less than x2, y1 less than y2.",
        zh: "两个角颠倒或重合。请先写左上角：x1 小于 x2，y1 小于 y2。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn is_ordered(first: Decimal<'_>, second: Decimal<'_>) -> bool {
    first.compare(second) == Ordering::Less
}

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    let Some(article) = article(request) else {
        return;
    };
    for (field, crop) in article.crop_strings() {
        let Some(text) = crop.filled() else {
            continue;
        };
        if let Some([x1, y1, x2, y2]) = crop_corners(&text.decode())
            && !(is_ordered(x1, x2) && is_ordered(y1, y2))
        {
            notes.add(Finding::of(&RULE, text.offset), &Pointer::ARTICLES.name(field));
        }
    }
    article.each_crop(|crop, path| {
        for (field, first, second) in [("x2", &crop.x1, &crop.x2), ("y2", &crop.y1, &crop.y2)] {
            if let Some(offset) = inverted(first, second) {
                notes.add(Finding::of(&RULE, offset), &path.name(field));
            }
        }
    });
}

/// Where the second coordinate stands, if it is not greater than the first.
fn inverted(first: &Slot<Text<'_>>, second: &Slot<Text<'_>>) -> Option<usize> {
    let (first, second) = (first.given()?, second.given()?);
    let (first_text, second_text) = (first.decode(), second.decode());
    let ordered = is_ordered(Decimal::parse(&first_text)?, Decimal::parse(&second_text)?);
    (!ordered).then_some(second.offset)
}
