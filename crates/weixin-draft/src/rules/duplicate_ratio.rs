//! `duplicate_ratio`.

use std::ops::Range;

use serde_json::Value;

use super::edits::{value_range, with_comma};
use super::{Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::json::Pointer;
use crate::report::{Applicability, Edit, Level, Words};
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
        en: "A cover has one crop for each ratio.",
        zh: "每种比例只能有一个裁剪区域。",
    },
    message: Words {
        en: "an earlier entry of the array has this ratio too. Keep one of the two.",
        zh: "列表前面已有这个 ratio。请只保留一个。",
    },
    in_schema: InSchema::No,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { crop: Some(check), ..Checks::NONE },
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words {
        en: "remove this entry, which is equal to the earlier one",
        zh: "删除这一项：与前面的一项完全相同",
    },
};

fn check(crop: &Crop<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if let Some(earlier) = crop.same_ratio
        && let Some(ratio) = crop.ratio.given()
    {
        let removal = without_equal(findings.text(), earlier, crop.begin..crop.end + 1);
        let finding = Finding::of(&RULE, ratio.range()).fix(&REMOVAL, removal);
        findings.add(finding, &path.name("ratio"));
    }
}

/// Removes an entry if it says the same as the one that begins at `earlier`.
fn without_equal(text: &[u8], earlier: usize, entry: Range<usize>) -> Vec<Edit> {
    let value =
        |range: Range<usize>| -> Option<Value> { serde_json::from_slice(text.get(range)?).ok() };
    let first = value_range(text, earlier).and_then(value);
    let is_equal = first.is_some() && first == value(entry.clone());
    if is_equal { vec![Edit::removal(with_comma(text, entry))] } else { Vec::new() }
}
