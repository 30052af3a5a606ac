//! Where reading begins, and what it reports.

use std::ops::Range;

use super::article::Article;
use super::cover::Crop;
use super::image::Image;
use super::issue::ShapeIssue;
use super::object::Value;
use super::path_at::path_at;
use super::root::{AddRequest, Articles, Request};
use super::slot::Slot;
use super::walk::{Member, Walk};
use crate::json::{Pointer, member_at};

/// What reading reports, each with its path. Whatever is inside of something comes
/// before it.
pub(crate) enum Event<'r, 'a> {
    Issue(ShapeIssue<'r>),
    /// An entry of `image_list`.
    Image(&'r Image<'a>),
    /// An entry of `crop_percent_list`.
    Crop(&'r Crop<'a>),
    /// An article.
    Article(&'r Article<'a>),
    /// The body has strings with escapes that it does not need: the bytes of each.
    NeedlessEscapes(&'r [Range<usize>]),
}

/// Who is told.
pub(crate) type Listener<'l, 'a> = dyn FnMut(Event<'_, 'a>, &Pointer<'_>) + 'l;

/// The form of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// draft_update: `articles` is one article.
    #[default]
    Update,
    /// draft_add: `articles` is an array of articles, and news need a cover.
    Add,
}

/// How a body is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReadSettings {
    pub(crate) form: Form,
    /// Whether members that are null count as left out.
    pub(crate) drop_nulls: bool,
    /// Whether what is inside of a misspelt member is read as that of the field meant, too.
    pub(crate) reads_misspelt: bool,
}

/// Reads a request. `None` when the text is not JSON to its end, or when the
/// document is no object; either has been reported then.
pub(crate) fn read_request<'a>(
    text: &'a str,
    settings: ReadSettings,
    listener: &mut Listener<'_, 'a>,
) -> Option<Request<'a>> {
    read_document(text, settings, listener)
}

/// Reads a body of draft_add; whether it is JSON and an object.
pub(crate) fn read_add_request<'a>(
    text: &'a str,
    settings: ReadSettings,
    listener: &mut Listener<'_, 'a>,
) -> bool {
    read_document::<AddRequest>(text, settings, listener).is_some()
}

/// Reads an article that is a document of its own; `None` as above.
pub(crate) fn read_article<'a>(
    text: &'a str,
    settings: ReadSettings,
    listener: &mut Listener<'_, 'a>,
) -> Option<Article<'a>> {
    read_document(text, settings, listener)
}

/// Reads the article that begins at `begin` of a text that is JSON, where `path` leads.
pub(crate) fn read_item<'a>(
    text: &'a str,
    begin: usize,
    path: Pointer<'_>,
    settings: ReadSettings,
    listener: &mut Listener<'_, 'a>,
) -> Option<Article<'a>> {
    let mut walk = Walk::new(text, settings, listener);
    walk.reader.go_to(begin);
    let mut slot = Slot::Absent;
    let read = Article::read(
        &mut walk,
        &mut slot,
        &Member { name: b"", offset: begin, object: begin, path },
    );
    match (read, slot) {
        (Ok(()), Slot::Given(article)) => Some(article),
        _ => None,
    }
}

/// Reads the article, or the array of them, that is the value of the member whose name
/// begins at `name` of a text that is JSON, where `path` leads.
pub(crate) fn read_nested<'a>(
    text: &'a str,
    name: usize,
    path: Pointer<'_>,
    settings: ReadSettings,
    listener: &mut Listener<'_, 'a>,
) {
    let Some(member) = member_at(text.as_bytes(), name) else { return };
    let begin = member.value.start;
    let mut walk = Walk::new(text, settings, listener);
    walk.reader.go_to(begin);
    let member = Member { name: b"", offset: begin, object: begin, path };
    // Whatever stops the reading has been told.
    let _ = Articles::read(&mut walk, &mut Slot::Absent, &member);
}

fn read_document<'a, T: Value<'a>>(
    text: &'a str,
    settings: ReadSettings,
    listener: &mut Listener<'_, 'a>,
) -> Option<T> {
    let mut walk = Walk::new(text, settings, listener);
    let mut slot = Slot::Absent;
    let document = Member { name: b"", offset: 0, object: 0, path: Pointer::ROOT };
    let result = T::read(&mut walk, &mut slot, &document).and_then(|()| walk.end());
    let escaped = walk.reader.take_needlessly_escaped();
    if let (Ok(()), [first, ..]) = (&result, &*escaped) {
        let tail = path_at(text, first.start);
        walk.emit(Event::NeedlessEscapes(&escaped), &Pointer::ROOT.with_tail(&tail));
    }
    match (result, slot) {
        (Ok(()), Slot::Given(value)) => Some(value),
        _ => None,
    }
}
