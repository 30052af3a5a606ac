//! `empty_value`.

use serde_json::json;

use super::{Check, InSchema, Keyword, Rule, Source};
use crate::json::{Pointer, Text};
use crate::read::{Request, Slot};
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "empty_value",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "media_id, title, content and image_media_id are not empty and not only white space.",
        zh: "media_id、title、content、image_media_id 不能为空，也不能只有空白。",
    },
    reason: Words {
        en: "The fields are required; an empty one is answered with 40007 or 45166, or stored as an article without a title.",
        zh: "这些字段必填；为空时会返回 40007 或 45166，或者存成没有标题的文章。",
    },
    message: Words {
        en: "this required field is empty or only white space. Give it a value.",
        zh: "该必填字段为空或只有空白。请填写内容。",
    },
    in_schema: InSchema::Keywords(&[Keyword {
        fields: &[
            ("DraftUpdate", "media_id"),
            ("NewsArticle", "title"),
            ("NewsArticle", "content"),
            ("NewsPicArticle", "title"),
            ("NewsPicArticle", "content"),
            ("Image", "image_media_id"),
        ],
        name: "minLength",
        value: || json!(1),
    }]),
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    let mut note = |value: &Slot<Text<'_>>, path: Pointer<'_>| {
        if let Some(text) = value.given()
            && text.is_blank()
        {
            notes.add(Finding::of(&RULE, text.offset), &path);
        }
    };
    note(&request.media_id, Pointer::ROOT.name("media_id"));
    let Some(article) = request.article() else {
        return;
    };
    note(&article.title, Pointer::ARTICLES.name("title"));
    note(&article.content, Pointer::ARTICLES.name("content"));
    article.each_image_media_id(|id, path| note(id, *path));
}
