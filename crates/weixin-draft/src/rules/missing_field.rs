//! `missing_field`.

use std::ops::Range;

use super::{Checks, Finding, InSchema, Rule, Source, unknown_field};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "missing_field",
    level: Level::Error,
    movable: false,
    source: Source::Page,
    summary: Words {
        en: "media_id, index, articles, title and content are there; a newspic also has image_info with its image_list, and each image its image_media_id.",
        zh: "media_id、index、articles、title、content 必填；图片消息还须有 image_info 及其 image_list，每张图片须有 image_media_id。",
    },
    reason: Words {
        en: "draft_update replaces the whole article, so nothing required may be left out.",
        zh: "draft_update 会整篇替换文章，因此必填字段不可省略。",
    },
    message: Words {
        en: "this field is required and missing. Add it.",
        zh: "缺少必填字段。请补上。",
    },
    in_schema: InSchema::Shape,
    fixes: &[],
    typed: false,
    checks: Checks::NONE,
};

static MISSPELT: Words = Words {
    en: "the field {name} is missing, but this name comes near it. Rename it.",
    zh: "缺少字段 {name}，而此处的字段名与它相近。请改正字段名。",
};

/// The finding on a missing field with the misspelt name that was probably meant, which
/// its own rule weighs less. `None` where that is no name for one field.
pub(super) fn with_name(misspelt: &Finding) -> Option<Finding> {
    let near = unknown_field::near_name_of(misspelt)?;
    let finding = Finding::of(&RULE, misspelt.range.clone()).words(&MISSPELT).name(near);
    Some(Finding { fix: misspelt.fix.clone(), ..finding })
}

/// A required field is not there.
pub(super) fn finding(range: Range<usize>) -> Finding {
    Finding::of(&RULE, range)
}
