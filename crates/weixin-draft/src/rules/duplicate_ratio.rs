//! `duplicate_ratio`.

use super::{Check, InSchema, Rule, Source};
use crate::crop::Ratio;
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "duplicate_ratio",
    level: Level::Error,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "No ratio stands twice in one crop_percent_list.",
        zh: "同一个 crop_percent_list 中 ratio 不能重复。",
    },
    reason: Words {
        en: "A cover has one crop for each ratio; the vendor's page does not say which of two would count.",
        zh: "每种比例只能有一个裁剪区域；文档没有说明重复时以哪个为准。",
    },
    message: Words {
        en: "this ratio stands in an earlier entry of the list too. Keep one of the two.",
        zh: "列表前面已有这个 ratio。请只保留一个。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    let Some(article) = request.article() else {
        return;
    };
    let mut seen = [false; Ratio::ALL.len()];
    article.each_crop(|_, crop, path| {
        if let Some(text) = crop.ratio.given()
            && let Some(ratio) = crop.known_ratio()
        {
            if seen[ratio as usize] {
                notes.add(Finding::of(&RULE, text.offset), &path.name("ratio"));
            }
            seen[ratio as usize] = true;
        }
    });
}
