//! `empty_value`.

use serde_json::json;

use super::control_character::is_hidden;
use super::suspects::Suspect;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Keyword, Rule, Source};
use crate::json::{Pointer, Text, is_invisible};
use crate::report::{Level, Words};
use crate::request::{Image, Request, Slot};

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
        en: "this required field is empty. Give it a value.",
        zh: "该必填字段为空。请填写内容。",
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
    fixes: &[],
    typed: false,
    checks: Checks {
        request: Some(check_request),
        suspect: Some(check_suspect),
        article: Some(check_article),
        image: Some(check_image),
        ..Checks::NONE
    },
};

static WHITE_SPACE: Words = Words {
    en: "this required field holds only white space. Give it a value.",
    zh: "该必填字段只有空白。请填写内容。",
};

static INVISIBLE: Words = Words {
    en: "this required field holds only characters that nobody sees. Give it a value.",
    zh: "该必填字段只有不可见的字符。请填写内容。",
};

/// There are articles whose title is meant to be invisible.
fn check_suspect(suspect: &Suspect<'_, '_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    let Suspect { field, text, decoded } = suspect;
    // Some of them are told by another rule, and the Mongolian one is part of words.
    let is_told = |character| is_hidden(character) || character == '\u{180E}';
    let is_unseen = |character| is_invisible(character) && !is_told(character);
    if *field == "title" && !text.is_blank() && decoded.chars().all(is_unseen) {
        let finding = Finding::of(&RULE, text.range()).words(&INVISIBLE);
        findings.add(finding.at_most(Level::Warning), path);
    }
}

fn check_request(request: &Request<'_>, findings: &mut Findings<'_>) {
    check(&request.media_id, &Pointer::ROOT.name("media_id"), findings);
}

fn check_article(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    check(&context.article.title, &context.path.name("title"), findings);
    check(&context.article.content, &context.path.name("content"), findings);
}

fn check_image(image: &Image<'_>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    check(&image.image_media_id, &path.name("image_media_id"), findings);
}

fn check(value: &Slot<Text<'_>>, path: &Pointer<'_>, findings: &mut Findings<'_>) {
    if let Some(text) = value.given()
        && text.is_blank()
    {
        let finding = Finding::of(&RULE, text.range());
        let finding = if text.is_empty() { finding } else { finding.words(&WHITE_SPACE) };
        findings.add(finding, path);
    }
}
