//! `thumb_missing`.

use super::{Check, InSchema, Rule, Source};
use crate::json::Pointer;
use crate::read::{ArticleType, Request, Slot};
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "thumb_missing",
    level: Level::Warning,
    movable: true,
    source: Source::DraftAdd,
    summary: Words {
        en: "A news article has a cover: thumb_media_id.",
        zh: "图文消息应有封面（thumb_media_id）。",
    },
    reason: Words {
        en: "draft_add demands a cover, and draft_update replaces the whole article, cover and all.",
        zh: "draft_add 要求必须有封面，而 draft_update 会整篇替换文章，封面也一并替换。",
    },
    message: Words {
        en: "a news article without thumb_media_id loses its cover. Send the cover's permanent media id along.",
        zh: "图文消息未填 thumb_media_id，会丢失封面。请一并填写封面图片的永久素材 ID。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    let Some(article) = request.article() else {
        return;
    };
    if article.kind != ArticleType::News {
        return;
    }
    let place = match &article.thumb_media_id {
        Slot::Absent => Some(article.end),
        Slot::Given(text) => text.is_empty().then_some(text.offset),
        Slot::Unusable => None,
    };
    if let Some(offset) = place {
        notes.add(Finding::of(&RULE, offset), &Pointer::ARTICLES.name("thumb_media_id"));
    }
}
