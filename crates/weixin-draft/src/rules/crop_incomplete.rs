//! `crop_incomplete`.

use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::report::{Level, Words};
use crate::request::Crop;

pub(crate) static RULE: Rule = Rule {
    code: "crop_incomplete",
    level: Level::Error,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "An entry of crop_percent_list has all of ratio, x1, y1, x2, y2.",
        zh: "crop_percent_list 的每一项都有 ratio、x1、y1、x2、y2。",
    },
    reason: Words {
        en: "All are optional on the vendor's page, but an entry that lacks one has no meaning.",
        zh: "文档没有要求必填，但缺少任何一个，这一项就没有意义。",
    },
    message: Words {
        en: "this entry of crop_percent_list lacks {name}. Add it, or remove the entry.",
        zh: "crop_percent_list 的这一项缺少 {name}。请补上，或删除这一项。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: true,
    checks: Checks { crop: Some(check), ..Checks::NONE },
};

fn check(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    for (field, value) in [("ratio", &crop.ratio)].into_iter().chain(crop.corners()) {
        if value.is_absent() {
            findings.add(Finding::of(&RULE, crop.end..crop.end).name(field), &path.name(field));
        }
    }
}
