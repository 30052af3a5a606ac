//! `too_few_images`.

use serde_json::json;

use super::{Check, InSchema, Keyword, Rule, Source};
use crate::json::Pointer;
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

const FEWEST_IMAGES: usize = 1;

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
        value: || json!(FEWEST_IMAGES),
    }]),
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    if let Some(list) = request.article().and_then(|article| article.image_list())
        && list.images.len() < FEWEST_IMAGES
    {
        let finding = Finding::of(&RULE, list.offset).limit(FEWEST_IMAGES).found(list.images.len());
        notes.add(finding, &Pointer::ARTICLES.name("image_info").name("image_list"));
    }
}
