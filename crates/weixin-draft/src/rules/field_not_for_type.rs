//! `field_not_for_type`.

use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::read::{Article, ArticleType};
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "field_not_for_type",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "image_info stands on a newspic only.",
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
    check: Check::WhileReading,
};

static TYPE_FORGOTTEN: Words = Words {
    en: "a news article has no image_info, and an article without article_type is news. \
         Add article_type: newspic if it was forgotten, else remove image_info.",
    zh: "图文消息（news）没有 image_info，而未填 article_type 时默认为 news。若是图片消息，请补上 article_type: newspic；否则请删除 image_info。",
};

/// Whether an article has a field that belongs to the other type.
fn is_broken(article: &Article<'_>) -> bool {
    article.kind == ArticleType::News && !article.image_info.is_absent()
}

/// Whether such a field is left out of what is sent, the caller having lowered the
/// rule.
pub(crate) fn is_left_out(article: &Article<'_>, notes: &Notes<'_>) -> bool {
    is_broken(article) && notes.level_of(&RULE) != Level::Error
}

/// Notes the fields of an article that belong to the other type.
pub(crate) fn note(article: &Article<'_>, path: &Pointer<'_>, notes: &mut Notes<'_>) {
    if !is_broken(article) {
        return;
    }
    let forgotten = article.article_type.is_absent();
    let finding = Finding::of(&RULE, article.image_info_offset);
    let finding = if forgotten { finding.words(&TYPE_FORGOTTEN) } else { finding };
    notes.add(finding, &path.name("image_info"));
}
