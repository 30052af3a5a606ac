//! What is wrong with the shape of a body, as a fact.

use std::ops::Range;

use super::fields::ObjectFields;
use super::other_document::OtherDocument;
use crate::json::{Diagnosis, JsonType};
use crate::report::Datum;

/// Something about the shape of a body, and its bytes in the body.
#[derive(Clone, Debug)]
pub(crate) struct ShapeIssue<'i> {
    pub(crate) issue: Issue<'i>,
    pub(crate) range: Range<usize>,
}

#[derive(Clone, Debug)]
pub(crate) enum Issue<'i> {
    /// The text stops being JSON here; nothing more was read.
    InvalidJson(Diagnosis),
    /// The object, which begins at `object`, has an earlier member of this name. The
    /// range is that of the name.
    DuplicateKey { object: usize },
    /// Another type was expected; `value` is the text of what was found.
    WrongType { expected: Datum, found: JsonType, value: &'i [u8] },
    /// A number that should be an integer has a fraction.
    Fraction,
    /// The range is where the field would be added: at the closing brace.
    Missing,
    /// No field of the object, which begins at `object`, has this name. The range is
    /// that of the name.
    Unknown { name: &'i [u8], fields: &'static ObjectFields, object: usize },
    /// A name that draft/get answers with. The range is that of the name.
    ReadOnly,
    /// No rule is broken, but the request does not fit the types of the model.
    Unreadable,
    /// The whole document is something else than a request.
    Other(OtherDocument),
    /// There is no article to be converted.
    NoItem(NoItem),
    /// `image_info` on a news article. The range is that of the name. An empty value of
    /// another type than an object says nothing at all, and this is all that is to be said
    /// of it.
    NotForType { type_missing: bool, is_empty: bool },
}

/// Why there is no article to be converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoItem {
    /// There is nothing at all.
    Nothing,
    /// A request already.
    Request,
    /// An answer that says how a call went.
    Answer {
        errcode: i64,
    },
    /// A list, an object or an answer that holds no draft.
    NoDraft,
    /// Another document, whose own words say what to do.
    Document(OtherDocument),
    /// `news_item` is there, and is no array.
    NoList,
    EmptyDraft,
    /// The draft has only `length` articles.
    Index {
        length: usize,
    },
    /// The answer has several drafts, and none was chosen, or another.
    ManyDrafts {
        media_ids: Vec<String>,
        is_chosen: bool,
    },
}
