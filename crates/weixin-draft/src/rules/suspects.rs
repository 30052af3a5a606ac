//! Titles, authors and digests that deserve a closer look.

use std::borrow::Cow;

use super::ArticleContext;
use crate::html::is_odd;
use crate::json::Text;
use crate::request::Slot;

/// Title, author and digest, decoded, unless a quick look shows that they are
/// in order, each with its name.
#[inline]
pub(super) fn suspects<'c, 'a>(
    context: &ArticleContext<'c, 'a>,
) -> impl Iterator<Item = (&'static str, &'c Text<'a>, Cow<'a, str>)> {
    let article = context.article;
    let fields =
        [("title", &article.title), ("author", &article.author), ("digest", &article.digest)];
    fields
        .into_iter()
        .filter(|(_, text)| is_suspect(text))
        .filter_map(|(name, text)| text.given().map(|text| (name, text, text.decode())))
}

#[inline]
fn is_suspect(text: &Slot<Text<'_>>) -> bool {
    text.given().is_some_and(|text| {
        let raw = text.raw();
        text.has_escapes()
            || is_odd(raw)
            || memchr::memchr(b'?', raw).is_some()
            // The first letters of placeholders.
            || raw.first().is_some_and(|first| b"unNS<".contains(first))
    })
}
