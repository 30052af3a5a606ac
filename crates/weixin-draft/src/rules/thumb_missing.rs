//! `thumb_missing`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::report::{Level, Words};
use crate::request::{ArticleType, Slot};

pub(crate) static RULE: Rule = Rule {
    code: "thumb_missing",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "A news article has a cover: thumb_media_id.",
        zh: "图文消息应有封面（thumb_media_id）。",
    },
    reason: Words {
        en: "draft_add demands a cover, draft_update replaces the whole article, and updates without a cover have been refused with 40007.",
        zh: "draft_add 要求必须有封面；draft_update 会整篇替换文章，缺少封面的更新曾被服务器拒绝（40007）。",
    },
    message: Words {
        en: "a news article without thumb_media_id has been refused with 40007. Send the permanent media id of its cover, even if the cover does not change.",
        zh: "图文消息未填 thumb_media_id，曾被服务器拒绝（40007）。即使封面不变，也请填写封面图片的永久素材 ID。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let article = context.article;
    if article.kind != ArticleType::News {
        return;
    }
    let end = article.range.end.saturating_sub(1);
    let place = match &article.thumb_media_id {
        Slot::Absent => (!article.requires_cover).then_some(end..end),
        Slot::Given(text) => text.is_empty().then(|| text.range()),
        Slot::Unusable => None,
    };
    // Unless its images are left out.
    let is_newspic_meant = || article.is_newspic_meant() && context.images.is_some();
    if let Some(range) = place.filter(|_| !is_newspic_meant()) {
        context.add(Finding::of(&RULE, range), "thumb_media_id", findings);
    }
}
