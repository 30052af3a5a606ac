//! Documents that people take for a request, known by their outermost members.

use std::ops::Range;

use super::fields::home_of;
use super::root::REQUEST;
use crate::json::{Integral, JsonType, NotJson, Number, Reader, Text, find_member};

/// A document that is no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OtherDocument {
    /// The answer of draft/get, or a draft of draft/batchget: where its `news_item` is.
    Draft {
        begin: usize,
    },
    /// The answer of draft/batchget: where its `item` is.
    Drafts {
        begin: usize,
    },
    /// The same, without a draft.
    NoDrafts,
    /// An article of an answer, alone.
    Item,
    /// Published articles, or how their publishing went.
    Published,
    /// An array of permanent material.
    Material,
    /// An answer that says how a call went.
    Answer {
        errcode: i64,
    },
    /// An article alone.
    Article,
    /// A body of draft/add.
    AddRequest,
    Requests,
    Articles,
    /// JSON in a string.
    JsonInString,
    /// A request that is the value of a member, at these bytes.
    Wrapped {
        start: usize,
        end: usize,
    },
    /// An answer with an access token.
    Token,
    /// A media id or an address alone, as draft/add and uploads answer with it.
    MediaId,
    /// An object that has no field of a request.
    NoField,
}

/// What a document is that is JSON, but lacks what a request begins with.
pub(crate) fn other_document(text: &str) -> Option<OtherDocument> {
    let begin = text.len() - text.trim_ascii_start().len();
    match text.as_bytes().get(begin)? {
        b'"' => holds_json(text, begin).then_some(OtherDocument::JsonInString),
        b'[' => of_array(text, begin),
        b'{' => Members::of(text, begin).ok()?.document(text, begin),
        _ => None,
    }
}

/// Whether a JSON string holds an object or an array.
fn holds_json(text: &str, begin: usize) -> bool {
    let mut reader = Reader::new(text);
    reader.go_to(begin);
    let first = reader.string().ok().and_then(|raw| {
        let string: Text<'_> = reader.text(raw, begin);
        string.characters().find(|character| !character.is_ascii_whitespace())
    });
    matches!(first, Some('{' | '['))
}

/// By the first entry of an array.
fn of_array(text: &str, begin: usize) -> Option<OtherDocument> {
    let entry = first_object(text, begin)?;
    let has = |name: &str| find_member(text, entry, name.as_bytes()).is_some();
    if has("articles") || has("media_id") {
        return Some(OtherDocument::Requests);
    }
    if has("title") || has("content") {
        return Some(OtherDocument::Articles);
    }
    // What is inside of the first, as n8n puts it into `json`.
    let members = Members::of(text, entry).ok()?;
    let wrapped = members.wrapped(text, MAX_WRAPPERS);
    wrapped
        .map(|Range { start, end }| OtherDocument::Wrapped { start, end })
        .or_else(|| members.answer(text, entry))
        .or_else(|| members.answer_inside(text, MAX_WRAPPERS))
}

/// Where the first entry of the array begins that begins at `begin`, if it is an object.
fn first_object(text: &str, begin: usize) -> Option<usize> {
    let rest = text.get(begin + 1..)?.trim_ascii_start();
    rest.starts_with('{').then_some(text.len() - rest.len())
}

/// How many objects are looked into: a wrapper of a request has fewer.
const MAX_OBJECTS: usize = 8;
/// How deep they are inside of each other.
const MAX_WRAPPERS: usize = 3;
/// How many names are compared with those of fields, which takes long.
const MAX_NAMES: usize = 32;

/// The names by which documents differ.
const NAMES: [&str; 16] = [
    "news_item",
    "item",
    "content",
    "title",
    "articles",
    "errcode",
    "media_id",
    "index",
    "url",
    "is_deleted",
    "thumb_media_id",
    "created_at",
    "type",
    "publish_id",
    "access_token",
    "expires_in",
];

/// What answers to uploads have: one of the first three, and nothing but these.
const OF_UPLOADS: [&str; 6] = ["media_id", "thumb_media_id", "url", "item", "type", "created_at"];

/// The outermost members of an object.
#[derive(Default)]
struct Members {
    /// The first of each name by which documents differ.
    known: Vec<(&'static str, JsonType, Range<usize>)>,
    /// The first members that are objects, or strings that hold JSON.
    objects: Vec<Range<usize>>,
    count: usize,
    /// Whether a name may be one of a field, misspelt or in the wrong place.
    may_name_a_field: bool,
}

impl Members {
    fn of(text: &str, begin: usize) -> Result<Self, NotJson> {
        let mut members = Members::default();
        let mut reader = Reader::new(text);
        reader.go_to(begin);
        reader.open()?;
        let mut first = true;
        while reader.next_member(first)? {
            first = false;
            let start = reader.offset();
            let raw = reader.name()?;
            let name = reader.text(raw, start).bytes();
            let json_type = reader.next_type()?;
            let begin = reader.offset();
            reader.skip_value()?;
            let range = begin..reader.offset();
            members.count += 1;
            members.may_name_a_field |= members.count > MAX_NAMES
                || REQUEST.near(&name).is_some()
                || str::from_utf8(&name).is_ok_and(|name| home_of(name).is_some());
            let may_wrap = json_type == JsonType::Object
                || json_type == JsonType::String && holds_json(text, begin);
            if may_wrap && members.objects.len() < MAX_OBJECTS {
                members.objects.push(range.clone());
            }
            if let Some(known) = NAMES.into_iter().find(|known| known.as_bytes() == &*name)
                && !members.has(known)
            {
                members.known.push((known, json_type, range));
            }
        }
        Ok(members)
    }

    fn get(&self, name: &str) -> Option<(JsonType, &Range<usize>)> {
        let member = self.known.iter().find(|(known, ..)| *known == name);
        member.map(|(_, json_type, range)| (*json_type, range))
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Whether a member of this name has this type.
    fn is(&self, name: &str, wanted: JsonType) -> bool {
        self.get(name).is_some_and(|(json_type, _)| json_type == wanted)
    }

    fn document(&self, text: &str, begin: usize) -> Option<OtherDocument> {
        if self.has("articles") {
            let is_of_add =
                self.is("articles", JsonType::Array) && !self.has("media_id") && !self.has("index");
            return is_of_add.then_some(OtherDocument::AddRequest);
        }
        if let Some(Range { start, end }) = self.wrapped(text, MAX_WRAPPERS) {
            return Some(OtherDocument::Wrapped { start, end });
        }
        if self.is("access_token", JsonType::String) && self.has("expires_in") {
            return Some(OtherDocument::Token);
        }
        let is_uploaded = OF_UPLOADS[..3].iter().any(|name| self.is(name, JsonType::String));
        if is_uploaded && OF_UPLOADS.iter().filter(|name| self.has(name)).count() == self.count {
            return Some(OtherDocument::MediaId);
        }
        if let Some(answer) = self.answer(text, begin) {
            return Some(answer);
        }
        if self.has("publish_id") {
            return Some(OtherDocument::Published);
        }
        if let Some(answer) = self.answer_inside(text, MAX_WRAPPERS) {
            return Some(answer);
        }
        if let Some(errcode) = self.errcode(text) {
            return Some(OtherDocument::Answer { errcode });
        }
        if self.has("title") || self.has("content") {
            let is_answered = self.has("url") || self.has("is_deleted");
            return Some(if is_answered { OtherDocument::Item } else { OtherDocument::Article });
        }
        (self.count > 0 && !self.may_name_a_field).then_some(OtherDocument::NoField)
    }

    /// The answer whose members these are.
    fn answer(&self, text: &str, begin: usize) -> Option<OtherDocument> {
        if self.is("news_item", JsonType::Array) {
            return Some(OtherDocument::Draft { begin });
        }
        let (JsonType::Array, item) = self.get("item")? else { return None };
        let entry = first_object(text, item.start);
        let has = |name: &[u8]| entry.map(|entry| find_member(text, entry, name).is_some());
        Some(if has(b"article_id") == Some(true) {
            OtherDocument::Published
        } else if has(b"name") == Some(true) {
            OtherDocument::Material
        } else if text[item.start + 1..].trim_ascii_start().starts_with(']') {
            OtherDocument::NoDrafts
        } else {
            OtherDocument::Drafts { begin }
        })
    }

    /// The answer that is inside of `wrappers` objects at most.
    fn answer_inside(&self, text: &str, wrappers: usize) -> Option<OtherDocument> {
        let objects = self.objects.iter().filter(|object| text[object.start..].starts_with('{'));
        objects.map(|object| object.start).find_map(|begin| {
            let inside = Members::of(text, begin).ok()?;
            let deeper = || (wrappers > 1).then(|| inside.answer_inside(text, wrappers - 1))?;
            inside.answer(text, begin).or_else(deeper)
        })
    }

    /// The bytes of a request that is inside of `wrappers` objects at most.
    fn wrapped(&self, text: &str, wrappers: usize) -> Option<Range<usize>> {
        self.objects.iter().find_map(|object| {
            let string = serde_json::from_str::<String>(&text[object.clone()]);
            let (text, start) = match &string {
                Ok(string) => (string.as_str(), string.len() - string.trim_ascii_start().len()),
                Err(_) => (text, object.start),
            };
            let inside = Members::of(text, start).ok()?;
            if inside.has("articles") && (inside.has("media_id") || inside.has("index")) {
                return Some(object.clone());
            }
            // Inside of a string, places are not those of the text.
            (wrappers > 1 && string.is_err()).then(|| inside.wrapped(text, wrappers - 1))?
        })
    }

    /// The number of an answer. There are gateways that write it as a string.
    fn errcode(&self, text: &str) -> Option<i64> {
        let (json_type, range) = self.get("errcode")?;
        match json_type {
            JsonType::Number => {
                let number = Number::new(&text.as_bytes()[range.clone()], range.start);
                match number.integral() {
                    Integral::Small(errcode) => Some(errcode),
                    Integral::No | Integral::Huge => None,
                }
            }
            JsonType::String => text[range.start + 1..range.end - 1].parse().ok(),
            _ => None,
        }
    }
}
