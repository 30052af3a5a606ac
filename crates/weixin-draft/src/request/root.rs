//! The request itself.

use super::article::Article;
use super::fields::{Field, Kind, ObjectFields, Presence};
use super::object::{Object, Value, object};
use super::read::Form;
use super::slot::Slot;
use super::walk::{Member, Read, Walk};
use crate::json::{JsonType, Number, Text};

object! {
    /// A body of draft_update.
    Request<'a> in "", read only: &[], {
        media_id: Text<'a>, Required;
        index: Number<'a>, Required;
        articles: Articles, Required;
    }
}

object! {
    /// A body of draft_add.
    AddRequest in "", read only: &[], {
        articles: Articles, Required;
    }
}

/// The fields of a request.
pub(crate) const REQUEST: &ObjectFields = Request::FIELDS;

/// The fields of an article, which an item of draft/get is too.
pub(crate) const ARTICLE: &ObjectFields = Article::FIELDS;

/// The value of `articles`: one article in draft_update, in spite of its name, and an
/// array of them in draft_add. Articles were shown when they were read, and nothing of
/// them is kept: the slot only says that there was something.
#[derive(Clone)]
pub(crate) struct Articles;

impl<'a> Value<'a> for Articles {
    const KIND: Kind = Kind::Object(ARTICLE);

    /// Articles are read whether there is an array around them or not; that the form
    /// of the body wants the other is an issue.
    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()> {
        let expected = match walk.form() {
            Form::Update => JsonType::Object,
            Form::Add => JsonType::Array,
        };
        let first = slot.is_absent();
        if first && walk.next_type(&member.path)? == JsonType::Array {
            let begin = walk.offset();
            *slot = Slot::Unusable;
            walk.items(&member.path, |walk, offset, path| {
                if expected == JsonType::Object && walk.next_type(&path)? != JsonType::Object {
                    // Of an array that is reported itself.
                    return walk.skip(&path);
                }
                Article::read(
                    walk,
                    &mut Slot::Absent,
                    &Member { name: b"", offset, object: begin, path },
                )
            })?;
            if expected == JsonType::Object {
                walk.wrong_type(expected.into(), JsonType::Array, begin, &member.path);
            }
            return Ok(());
        }
        let mut article = if first { Slot::Absent } else { Slot::Unusable };
        let begin = walk.offset();
        Article::read(walk, &mut article, member)?;
        if first {
            *slot = Slot::Unusable;
            if article.given().is_some() && expected == JsonType::Array {
                walk.wrong_type(expected.into(), JsonType::Object, begin, &member.path);
            }
        }
        Ok(())
    }
}
