//! Documents that people take for a request, known by their outermost members.

use std::ops::Range;

use crate::json::{Integral, JsonType, NotJson, Number, Reader, Text, find_member};

/// A document that is no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OtherDocument {
    /// The answer of draft/get.
    Draft,
    /// The answer of draft/batchget.
    Drafts,
    /// An entry of what draft/batchget answers with.
    DraftOfMany,
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
    /// A media id alone, as draft/add and uploads answer with it.
    MediaId,
}

/// What a document is that is JSON, but lacks what a request begins with.
pub(crate) fn other_document(text: &str) -> Option<OtherDocument> {
    let begin = text.len() - text.trim_ascii_start().len();
    match text.as_bytes().get(begin)? {
        b'"' => holds_json(text, begin).then_some(OtherDocument::JsonInString),
        b'[' => of_array(text, begin),
        b'{' => Members::of(text, begin).ok()?.document(text),
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
    let rest = text.get(begin + 1..)?;
    let entry = text.len() - rest.trim_ascii_start().len();
    if text.as_bytes().get(entry) != Some(&b'{') {
        return None;
    }
    let has = |name: &str| find_member(text, entry, name.as_bytes()).is_some();
    if has("articles") || has("media_id") {
        return Some(OtherDocument::Requests);
    }
    (has("title") || has("content")).then_some(OtherDocument::Articles)
}

/// So many objects are looked into, and so deep: more is no wrapper of a request.
const MAX_OBJECTS: usize = 8;
const MAX_WRAPPERS: usize = 3;

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
    access_token: Option<(JsonType, Range<usize>)>,
    expires_in: Option<(JsonType, Range<usize>)>,
    /// The first members that are objects, or strings that hold JSON.
    objects: Vec<Range<usize>>,
    count: usize,
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
                b"access_token" => &mut members.access_token,
                b"expires_in" => &mut members.expires_in,
                _ => continue,
            };
            slot.get_or_insert((json_type, begin..reader.offset()));
        }
        Ok(members)
    }

    fn document(&self, text: &str) -> Option<OtherDocument> {
        let is = |member: &Option<(JsonType, Range<usize>)>, wanted| {
            member.as_ref().is_some_and(|(json_type, _)| *json_type == wanted)
        };
        if is(&self.articles, JsonType::Array) && self.media_id.is_none() && self.index.is_none() {
            return Some(OtherDocument::AddRequest);
        }
        if self.articles.is_some() {
            return None;
        }
        if let Some(Range { start, end }) = self.wrapped(text, MAX_WRAPPERS) {
            return Some(OtherDocument::Wrapped { start, end });
        }
        if is(&self.access_token, JsonType::String) && self.expires_in.is_some() {
            return Some(OtherDocument::Token);
        }
        let of_upload = [&self.media_id, &self.url, &self.item];
        if is(&self.media_id, JsonType::String)
            && of_upload.into_iter().flatten().count() == self.count
        {
            return Some(OtherDocument::MediaId);
        }
        if is(&self.news_item, JsonType::Array) {
            return Some(OtherDocument::Draft);
        }
        if is(&self.item, JsonType::Array) {
            return Some(OtherDocument::Drafts);
        }
        if let Some((JsonType::Object, content)) = &self.content
            && find_member(text, content.start, b"news_item").is_some()
        {
            return Some(OtherDocument::DraftOfMany);
        }
        if let Some(errcode) = self.errcode(text) {
            return Some(OtherDocument::Answer { errcode });
        }
        let is_article = self.title.is_some() && self.content.is_some();
        is_article.then_some(OtherDocument::Article)
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
