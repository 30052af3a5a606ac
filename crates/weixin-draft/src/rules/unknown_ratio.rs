//! `unknown_ratio`.

use super::edits::replace_text;
use super::{Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::crop::Ratio;
use crate::json::{Pointer, Text};
use crate::report::{Applicability, Edit, Level, Words};
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
    fixes: &[&SPELLING],
    typed: true,
    checks: Checks { crop: Some(check), ..Checks::NONE },
};

static OTHER_SIGN: Words = Words {
    en: "this ratio is spelt otherwise. Write {name}.",
    zh: "该比例的写法不对。请写作 {name}。",
};

fn check(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if let Some(ratio) = crop.ratio.given()
        && crop.known_ratio().is_none()
    {
        let finding = Finding::of(&RULE, ratio.range());
        let finding = match Ratio::near(&ratio.decode()) {
            Some(near) => finding.words(&OTHER_SIGN).name(near.as_str()),
            None => finding,
        };
        let finding = finding.limit(Ratio::ALL.map(Ratio::as_str).join(", "));
        findings.add(finding.fix(&SPELLING, spelled(ratio)), &path.name("ratio"));
    }
}

static SPELLING: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write the ratio as the page does", zh: "改为文档中的写法" },
};

/// `1:1`, `16:9`, `2.35:1`, `235_1` and the like, as the page spells them.
fn spelled(ratio: &Text<'_>) -> Vec<Edit> {
    let meant = Ratio::near(&ratio.decode());
    meant.map_or_else(Vec::new, |meant| replace_text(ratio, meant.as_str()))
}
