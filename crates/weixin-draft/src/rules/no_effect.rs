//! `no_effect`.

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, Source};
use crate::crop::Ratio;
use crate::report::{Level, Words};
use crate::request::ArticleType;

pub(crate) static RULE: Rule = Rule {
    code: "no_effect",
    level: Level::Warning,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "Fields that mean nothing for the article's type are left out: digest, content_source_url, thumb_media_id and pic_crop_* on a newspic, ratio 16_9 on news.",
        zh: "对该类型文章不起作用的字段不必填写：图片消息的 digest、content_source_url、thumb_media_id、pic_crop_*，图文消息的 16_9 裁剪。",
    },
    reason: Words {
        en: "The server accepts them silently, and they change nothing.",
        zh: "服务器会不声不响地接受，但不会有任何效果。",
    },
    message: Words {
        en: "this has no effect on a newspic: its cover is the first image, and it shows no digest or source link. Remove it.",
        zh: "该字段对图片消息不起作用：封面取第一张图片，也不显示摘要和阅读原文。请删除。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

static WIDE_ON_NEWS: Words = Words {
    en: "a news article has no cover of this ratio. Remove the entry, or use 2.35_1 and 1_1.",
    zh: "图文消息没有这种比例的封面。请删除这一项，或使用 2.35_1 和 1_1。",
};

static CROP_ON_NEWSPIC: Words = Words {
    en: "a newspic takes its crops from cover_info. Write this one into its crop_percent_list.",
    zh: "图片消息的裁剪写在 cover_info 中。请改写到其中的 crop_percent_list。",
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    let article = context.article;
    match article.kind {
        ArticleType::NewsPic => {
            let fields = [
                ("digest", &article.digest),
                ("content_source_url", &article.content_source_url),
                ("thumb_media_id", &article.thumb_media_id),
            ];
            for (field, value) in fields {
                if let Some(text) = value.filled() {
                    context.add(Finding::of(&RULE, text.range()), field, findings);
                }
            }
            for (field, value) in article.crop_strings() {
                if let Some(text) = value.filled() {
                    let finding = Finding::of(&RULE, text.range()).words(&CROP_ON_NEWSPIC);
                    context.add(finding, field, findings);
                }
            }
        }
        ArticleType::News => {
            let crops = article.cover_info.given().and_then(|info| info.crop_percent_list.given());
            if let Some(first) = crops.and_then(|list| list.first[Ratio::Wide as usize].as_ref()) {
                let list = context.path.name("cover_info");
                let list = list.name("crop_percent_list");
                let finding = Finding::of(&RULE, first.ratio.clone()).words(&WIDE_ON_NEWS);
                findings.add(finding, &list.position(first.position).name("ratio"));
            }
        }
        ArticleType::Unknown => {}
    }
}
