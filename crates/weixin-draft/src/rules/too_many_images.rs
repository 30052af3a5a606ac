//! `too_many_images`.

use serde_json::json;

use super::{Check, InSchema, Keyword, Rule, Source};
use crate::json::Pointer;
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

const MOST_IMAGES: usize = 20;

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
        en: "image_list has {found} images, and {limit} is the most. Remove some, or make a second draft.",
        zh: "image_list 有 {found} 张图片，最多 {limit} 张。请删减，或另建一个草稿。",
    },
    in_schema: InSchema::Keywords(&[Keyword {
        fields: &[("ImageInfo", "image_list")],
        name: "maxItems",
        value: || json!(MOST_IMAGES),
    }]),
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    if let Some(list) = request.article().and_then(|article| article.image_list())
        && list.images.len() > MOST_IMAGES
    {
        let finding = Finding::of(&RULE, list.offset).limit(MOST_IMAGES).found(list.images.len());
        notes.add(finding, &Pointer::ARTICLES.name("image_info").name("image_list"));
    }
}
