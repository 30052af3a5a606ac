//! `unknown_ratio`.

use super::{Checks, Finding, Findings, InSchema, Rule, Source};
use crate::crop::Ratio;
use crate::json::Pointer;
use crate::report::{Level, Words};
use crate::request::Crop;

pub(crate) static RULE: Rule = Rule {
    code: "unknown_ratio",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "ratio is 1_1, 16_9 or 2.35_1.",
        zh: "ratio 只能是 1_1、16_9 或 2.35_1。",
    },
    reason: Words {
        en: "The page names these three, with an underscore between the numbers.",
        zh: "文档只列出这三种，数字之间用下划线连接。",
    },
    message: Words {
        en: "ratio should be 1_1, 16_9 or 2.35_1, with underscores. Correct it, or remove the entry.",
        zh: "ratio 只能是 1_1、16_9 或 2.35_1，中间用下划线。请改正，或删除这一项。",
    },
    in_schema: InSchema::Shape,
    typed: true,
    checks: Checks { crop: Some(check), ..Checks::NONE },
};

fn check(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if let Some(ratio) = crop.ratio.given()
        && crop.known_ratio().is_none()
    {
        let finding = Finding::of(&RULE, ratio.range());
        let finding = finding.limit(Ratio::ALL.map(Ratio::as_str).join(", "));
        findings.add(finding, &path.name("ratio"));
    }
}
