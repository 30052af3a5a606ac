//! `duplicate_ratio`.

use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::report::{Level, Words};
use crate::request::Crop;

pub(crate) static RULE: Rule = Rule {
    code: "duplicate_ratio",
    level: Level::Error,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "No ratio appears twice in one crop_percent_list.",
        zh: "同一个 crop_percent_list 中 ratio 不能重复。",
    },
    reason: Words {
        en: "A cover has one crop for each ratio; the vendor's page does not say which of two would count.",
        zh: "每种比例只能有一个裁剪区域；文档没有说明重复时以哪个为准。",
    },
    message: Words {
        en: "an earlier entry of the array has this ratio too. Keep one of the two.",
        zh: "列表前面已有这个 ratio。请只保留一个。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { crop: Some(check), ..Checks::NONE },
};

fn check(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if crop.repeats_ratio
        && let Some(ratio) = crop.ratio.given()
    {
        findings.add(Finding::of(&RULE, ratio.range()), &path.name("ratio"));
    }
}
