//! `too_many_images`.

use serde_json::json;

use super::{ArticleContext, Checks, Finding, Findings, InSchema, Keyword, Rule, Source};
use crate::report::{Level, Words};

const MAX_IMAGES: usize = 20;

pub(crate) static RULE: Rule = Rule {
    code: "too_many_images",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "image_list has at most 20 images.", zh: "image_list 最多 20 张图片。"
    },
    reason: Words {
        en: "The page allows up to 20 images in a picture message.",
        zh: "文档规定图片消息最多 20 张图片。",
    },
    message: Words {
        en: "image_list has {found} image{s}, and {limit} is the most. Remove some, or make a second draft.",
        zh: "image_list 有 {found} 张图片，最多 {limit} 张。请删减，或另建一个草稿。",
    },
    in_schema: InSchema::Keywords(&[Keyword {
        fields: &[("ImageInfo", "image_list")],
        name: "maxItems",
        value: || json!(MAX_IMAGES),
    }]),
    fixes: &[],
    typed: false,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(list) = context.images
        && list.length > MAX_IMAGES
    {
        let finding = Finding::of(&RULE, list.range.clone()).limit(MAX_IMAGES).found(list.length);
        findings.add(finding, &context.path.name("image_info").name("image_list"));
    }
}
