//! Titles, authors and digests that deserve a closer look.

use std::borrow::Cow;

use crate::json::{Text, find_any, is_plain_text};
use crate::request::{Article, Slot};

/// One of them, decoded.
pub(crate) struct Suspect<'c, 'a> {
    pub(super) field: &'static str,
    pub(super) text: &'c Text<'a>,
    pub(super) decoded: Cow<'a, str>,
}

/// Title, author and digest, as far as a quick look cannot tell that they are in order.
#[inline]
pub(crate) fn suspects<'c, 'a>(article: &'c Article<'a>) -> Vec<Suspect<'c, 'a>> {
    let mut suspects = Vec::new();
    let mut see = |field, slot: &'c Slot<Text<'a>>| {
        if let Some(text) = slot.given()
            && is_suspect(text)
        {
            add(&mut suspects, field, text);
        }
    };
    see("title", &article.title);
    see("author", &article.author);
    see("digest", &article.digest);
    suspects
}

#[cold]
fn add<'c, 'a>(suspects: &mut Vec<Suspect<'c, 'a>>, field: &'static str, text: &'c Text<'a>) {
    suspects.push(Suspect { field, text, decoded: text.decode() });
}

fn is_suspect(text: &Text<'_>) -> bool {
    let raw = text.raw();
    let is_replacement = |pair: &[u8]| pair == [0xEF, 0xBF];
    !is_plain_text(raw)
        // The first letters of placeholders.
        || raw.first().is_some_and(|first| b"unNS".contains(first))
        || find_any(raw, [0xEF]) < raw.len() && raw.windows(2).any(is_replacement)
}
