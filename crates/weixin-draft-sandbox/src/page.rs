//! The body of an update, down to where the article begins.

use serde_json::Value;

use crate::answer::{Refusal, refuse};
use crate::escape::keep_unicode_escapes;
use crate::fields::{Fields, as_object};

/// Parses a body the way the endpoint does.
pub(crate) fn parse(body: &[u8]) -> Result<Value, Refusal> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return refuse(44002, "the body is empty");
    }
    let Ok(text) = std::str::from_utf8(body) else {
        return refuse(47001, "the body is not UTF-8");
    };
    serde_json::from_str(&keep_unicode_escapes(text))
        .map_err(|_| Refusal { errcode: 47001, reason: "the body is not JSON" })
}

/// The media id of a draft, which every draft endpoint wants.
pub(crate) fn media_id(body: &Value) -> Result<&str, Refusal> {
    match as_object(body)?.text("media_id")? {
        "" => refuse(41006, "media_id is missing or empty"),
        id => Ok(id),
    }
}

/// The position of the article, not yet held against the draft.
pub(crate) fn index(body: &Value) -> Result<usize, Refusal> {
    let Some(index) = as_object(body)?.integer("index")? else {
        return refuse(40114, "index is missing");
    };
    match usize::try_from(index) {
        Ok(index) => Ok(index),
        Err(_) => refuse(40114, "index is below 0"),
    }
}

/// The article: one object, for all that its name says.
pub(crate) fn articles(body: &Value) -> Result<Fields<'_>, Refusal> {
    let Some(value) = as_object(body)?.0.get("articles") else {
        return refuse(44003, "articles is missing");
    };
    if value.is_array() {
        return refuse(47001, "articles is a list; it is one object");
    }
    let articles = as_object(value)?;
    if articles.0.is_empty() {
        return refuse(44003, "articles is empty");
    }
    if articles.0.contains_key("articles") {
        return refuse(44003, "articles lies within another articles");
    }
    Ok(articles)
}

/// The articles of a new draft: an array of 1 to 8.
pub(crate) fn new_articles(body: &Value) -> Result<Vec<Fields<'_>>, Refusal> {
    let fields = as_object(body)?;
    if !fields.0.contains_key("articles") {
        return refuse(44003, "articles is missing");
    }
    let articles = fields.objects("articles")?;
    match articles.len() {
        0 => refuse(44003, "articles is empty"),
        1..=8 => Ok(articles),
        _ => refuse(45008, "a draft has more than 8 articles"),
    }
}

/// Whether this could be a media id at all: visible ASCII, not too long.
pub(crate) fn looks_like_media_id(id: &str) -> bool {
    (1..=128).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}
