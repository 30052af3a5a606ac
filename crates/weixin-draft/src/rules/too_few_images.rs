//! `too_few_images`.

use serde_json::json;

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Keyword, Rule, Source};
use crate::report::{Level, Words};
use crate::request::ArticleType;

const MIN_IMAGES: usize = 1;

pub(crate) static RULE: Rule = Rule {
    code: "too_few_images",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "image_list has at least one image; the first is the cover.",
        zh: "image_list 至少有一张图片，第一张为封面。",
    },
    reason: Words {
        en: "A picture message without pictures cannot be shown.",
        zh: "没有图片的图片消息无法展示。",
    },
    message: Words {
        en: "image_list is empty. Add at least {limit} image; the first becomes the cover.",
        zh: "image_list 为空。请至少添加 {limit} 张图片，第一张为封面。",
    },
    in_schema: InSchema::Keywords(&[Keyword {
        fields: &[("ImageInfo", "image_list")],
        name: "minItems",
        value: || json!(MIN_IMAGES),
    }]),
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if context.article.kind != ArticleType::News
        && let Some(list) = context.images
        && list.length < MIN_IMAGES
    {
        let finding = Finding::of(&RULE, list.range.clone()).limit(MIN_IMAGES).found(list.length);
        findings.add(finding, &context.path.name("image_info").name("image_list"));
    }
}
