//! `missing_field`.

use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::report::{Finding, Level, Notes, Words};

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
        en: "draft_update replaces the whole article: it keeps nothing of the old one, so nothing required may be left out.",
        zh: "draft_update 会整篇替换文章，不保留旧内容，因此必填字段不可省略。",
    },
    message: Words {
        en: "this field is required and missing. Add it.",
        zh: "缺少必填字段。请补上。",
    },
    in_schema: InSchema::Shape,
    check: Check::WhileReading,
};

/// The fields that are required wherever they may stand.
const REQUIRED: [&str; 8] = [
    "media_id",
    "index",
    "articles",
    "title",
    "content",
    "image_info",
    "image_list",
    "image_media_id",
];

/// Whether a field of this name may never be left out.
pub(crate) fn is_required(name: &[u8]) -> bool {
    REQUIRED.iter().any(|required| required.as_bytes() == name)
}

/// Notes the names that are required and absent in an object that ends at
/// `end`: pairs of a name and whether it is missing.
pub(crate) fn note(
    required: &[(&'static str, bool)],
    end: usize,
    object: &Pointer<'_>,
    notes: &mut Notes<'_>,
) {
    for (name, missing) in required {
        if *missing {
            notes.add(Finding::of(&RULE, end), &object.name(name));
        }
    }
}
