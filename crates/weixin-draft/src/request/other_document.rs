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
    (has("title") || has("content")).then_some(OtherDocument::Articles)
}

/// Where the first entry of the array begins that begins at `begin`, if it is an object.
fn first_object(text: &str, begin: usize) -> Option<usize> {
    let rest = text.get(begin + 1..)?.trim_ascii_start();
    rest.starts_with('{').then_some(text.len() - rest.len())
}

/// Whether a member is there and of this type.
fn is(member: Option<&(JsonType, Range<usize>)>, wanted: JsonType) -> bool {
    member.is_some_and(|(json_type, _)| *json_type == wanted)
}

/// So many objects are looked into, and so deep: more is no wrapper of a request.
const MAX_OBJECTS: usize = 8;
const MAX_WRAPPERS: usize = 3;
/// So many names are compared with those of fields, which takes long.
const MAX_NAMES: usize = 32;

/// The outermost members by which documents differ: type and range of each.
#[derive(Default)]
struct Members {
    news_item: Option<(JsonType, Range<usize>)>,
    item: Option<(JsonType, Range<usize>)>,
    content: Option<(JsonType, Range<usize>)>,
    title: Option<(JsonType, Range<usize>)>,
    articles: Option<(JsonType, Range<usize>)>,
    errcode: Option<(JsonType, Range<usize>)>,
    media_id: Option<(JsonType, Range<usize>)>,
    index: Option<(JsonType, Range<usize>)>,
    url: Option<(JsonType, Range<usize>)>,
    thumb_media_id: Option<(JsonType, Range<usize>)>,
    created_at: Option<(JsonType, Range<usize>)>,
    /// What kind of file was uploaded.
    file_type: Option<(JsonType, Range<usize>)>,
    publish_id: Option<(JsonType, Range<usize>)>,
    access_token: Option<(JsonType, Range<usize>)>,
    expires_in: Option<(JsonType, Range<usize>)>,
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
            members.count += 1;
            members.may_name_a_field |= members.count > MAX_NAMES
                || REQUEST.near(&name).is_some()
                || str::from_utf8(&name).is_ok_and(|name| home_of(name).is_some());
            let may_wrap = json_type == JsonType::Object
                || json_type == JsonType::String && holds_json(text, begin);
            if may_wrap && members.objects.len() < MAX_OBJECTS {
                members.objects.push(begin..reader.offset());
            }
            let slot = match &*name {
                b"news_item" => &mut members.news_item,
                b"item" => &mut members.item,
                b"content" => &mut members.content,
                b"title" => &mut members.title,
                b"articles" => &mut members.articles,
                b"errcode" => &mut members.errcode,
                b"media_id" => &mut members.media_id,
                b"index" => &mut members.index,
                b"url" => &mut members.url,
                b"thumb_media_id" => &mut members.thumb_media_id,
                b"created_at" => &mut members.created_at,
                b"type" => &mut members.file_type,
                b"publish_id" => &mut members.publish_id,
                b"access_token" => &mut members.access_token,
                b"expires_in" => &mut members.expires_in,
                _ => continue,
            };
            slot.get_or_insert((json_type, begin..reader.offset()));
        }
        Ok(members)
    }

    fn document(&self, text: &str, begin: usize) -> Option<OtherDocument> {
        if is(self.articles.as_ref(), JsonType::Array)
            && self.media_id.is_none()
            && self.index.is_none()
        {
            return Some(OtherDocument::AddRequest);
        }
        if self.articles.is_some() {
            return None;
        }
        if let Some(Range { start, end }) = self.wrapped(text, MAX_WRAPPERS) {
            return Some(OtherDocument::Wrapped { start, end });
        }
        if is(self.access_token.as_ref(), JsonType::String) && self.expires_in.is_some() {
            return Some(OtherDocument::Token);
        }
        let of_upload = [
            &self.media_id,
            &self.thumb_media_id,
            &self.url,
            &self.item,
            &self.file_type,
            &self.created_at,
        ];
        let is_uploaded = of_upload[..3].iter().any(|one| is(one.as_ref(), JsonType::String));
        if is_uploaded && of_upload.into_iter().flatten().count() == self.count {
            return Some(OtherDocument::MediaId);
        }
        if let Some(answer) = self.answer(text, begin) {
            return Some(answer);
        }
        if self.publish_id.is_some() {
            return Some(OtherDocument::Published);
        }
        if let Some(answer) = self.answer_inside(text, MAX_WRAPPERS) {
            return Some(answer);
        }
        if let Some(errcode) = self.errcode(text) {
            return Some(OtherDocument::Answer { errcode });
        }
        if self.title.is_some() || self.content.is_some() {
            return Some(OtherDocument::Article);
        }
        (self.count > 0 && !self.may_name_a_field).then_some(OtherDocument::NoField)
    }

    /// The answer whose members these are.
    fn answer(&self, text: &str, begin: usize) -> Option<OtherDocument> {
        if is(self.news_item.as_ref(), JsonType::Array) {
            return Some(OtherDocument::Draft { begin });
        }
        let (JsonType::Array, item) = self.item.as_ref()? else { return None };
        let entry = first_object(text, item.start);
        let has = |name: &[u8]| entry.map(|entry| find_member(text, entry, name).is_some());
        Some(if has(b"article_id") == Some(true) {
            OtherDocument::Published
        } else if has(b"name") == Some(true) {
            OtherDocument::Material
        } else {
            OtherDocument::Drafts { begin }
        })
    }

    /// The answer that is inside of so many objects at most.
    fn answer_inside(&self, text: &str, wrappers: usize) -> Option<OtherDocument> {
        let objects = self.objects.iter().filter(|object| text[object.start..].starts_with('{'));
        objects.map(|object| object.start).find_map(|begin| {
            let inside = Members::of(text, begin).ok()?;
            let deeper = || (wrappers > 1).then(|| inside.answer_inside(text, wrappers - 1))?;
            inside.answer(text, begin).or_else(deeper)
        })
    }

    /// The bytes of a request that is inside of so many objects at most.
    fn wrapped(&self, text: &str, wrappers: usize) -> Option<Range<usize>> {
        self.objects.iter().find_map(|object| {
            let string = serde_json::from_str::<String>(&text[object.clone()]);
            let (text, start) = match &string {
                Ok(string) => (string.as_str(), string.len() - string.trim_ascii_start().len()),
                Err(_) => (text, object.start),
            };
            let inside = Members::of(text, start).ok()?;
            if inside.articles.is_some() && (inside.media_id.is_some() || inside.index.is_some()) {
                return Some(object.clone());
            }
            // Inside of a string, places are not those of the text.
            (wrappers > 1 && string.is_err()).then(|| inside.wrapped(text, wrappers - 1))?
        })
    }

    /// The number of an answer. There are gateways that write it as a string.
    fn errcode(&self, text: &str) -> Option<i64> {
        let (json_type, range) = self.errcode.as_ref()?;
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
