//! `field_not_for_type`.

use std::ops::Range;

use super::edits::remove_member;
use super::{Checks, Finding, InSchema, Rule, RuleFix, Source};
use crate::report::{Applicability, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "field_not_for_type",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "Only a newspic has image_info.",
        zh: "image_info 只能用于图片消息（newspic）。",
    },
    reason: Words {
        en: "A news article shows no image list. Usually article_type was forgotten, and the draft would become a news article. Lowered, the field is reported and not sent.",
        zh: "图文消息不显示图片列表。多半是漏写了 article_type，草稿会因此变成图文消息。调低级别后，该字段只会被提示，不会发送。",
    },
    message: Words {
        en: "a news article has no image_info. Remove it, or set article_type to newspic.",
        zh: "图文消息（news）没有 image_info。请删除，或将 article_type 设为 newspic。",
    },
    in_schema: InSchema::Shape,
    fixes: &[&EMPTY_REMOVAL, &REMOVAL],
    typed: false,
    checks: Checks::NONE,
};

static TYPE_FORGOTTEN: Words = Words {
    en: "a news article has no image_info, and an article without article_type is news. \
         Add article_type: newspic if it was forgotten, else remove image_info.",
    zh: "图文消息（news）没有 image_info，而未填 article_type 时默认为 news。若是图片消息，请补上 article_type: newspic；否则请删除 image_info。",
};

static EMPTY: Words = Words {
    en: "a news article has no image_info, and this one is empty. Remove it.",
    zh: "图文消息（news）没有 image_info，而此处的值为空。请删除该字段。",
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words { en: "remove the field", zh: "删除该字段" },
};
/// Where nothing is in the field, nothing is lost.
static EMPTY_REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove the empty field", zh: "删除空字段" },
};

/// An article has a field that belongs to the other type.
pub(super) fn finding(
    type_missing: bool,
    is_empty: bool,
    range: Range<usize>,
    text: &[u8],
) -> Finding {
    let edits = remove_member(text, range.start);
    let finding = Finding::of(&RULE, range);
    match (is_empty, type_missing) {
        (true, _) => finding.words(&EMPTY).fix(&EMPTY_REMOVAL, edits),
        // Where no type is given, it may be the type that is missing.
        (false, true) => finding.words(&TYPE_FORGOTTEN),
        (false, false) => finding.fix(&REMOVAL, edits),
    }
}
