//! Titles, authors and digests that deserve a closer look.

use weixin_draft_scan::{find_any, is_plain_text};

use std::borrow::Cow;

use crate::json::Text;
use crate::request::{Article, Slot};

/// One of them, decoded.
pub(crate) struct Suspect<'c, 'a> {
    pub(crate) field: &'static str,
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

/// Of shorter texts, each byte is looked at for less than all together.
const SHORT: usize = 16;

fn is_suspect(text: &Text<'_>) -> bool {
    let raw = text.raw();
    // As most titles and authors are.
    let is_plain = raw.len() < SHORT && raw.iter().all(|byte| PLAIN[usize::from(*byte)]);
    begins_like_a_placeholder(raw) || !(is_plain || is_plain_text(raw) && !may_be_damaged(raw))
}

/// Bytes that no rule on texts asks for, alone or together.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        // `_` and signs are for a closer look, and the bytes that begin letters of texts that
        // were decoded wrongly, the replacement character and characters that nobody sees.
        plain[byte as usize] = byte == b' '
            || byte.is_ascii_alphanumeric()
            || !(byte.is_ascii() || matches!(byte, 0xC2 | 0xC3 | 0xE2 | 0xEF));
        byte -= 1;
    }
    plain
};

/// Or like what is left of damaged text, or like Markdown.
fn begins_like_a_placeholder(raw: &[u8]) -> bool {
    // The last two are 锟斤 and 烫烫.
    matches!(
        raw,
        [b'u' | b'n' | b'N' | b'S' | b'#', ..]
            | [0xE9, 0x94, 0x9F, 0xE6, 0x96, 0xA4, ..]
            | [0xE7, 0x83, 0xAB, 0xE7, 0x83, 0xAB, ..]
    )
}

/// Whether a text may hold the replacement character or one that nobody sees.
fn may_be_damaged(raw: &[u8]) -> bool {
    find_any(raw, [0xC2, 0xE2, 0xEF]) < raw.len() && is_damaged(raw)
}

/// U+0080 to U+009F, U+00AD, U+200B to U+200F, U+2028 to U+202E, U+2060 to U+2064, U+2800, U+FEFF, U+FFFD, and
/// what comes near them.
#[inline(never)]
fn is_damaged(raw: &[u8]) -> bool {
    (0..raw.len()).any(|at| {
        matches!(
            raw[at..],
            [0xC2, 0x80..=0x9F | 0xAD, ..]
                | [0xE2, 0x80, 0x8B..=0x8F | 0xA8..=0xAE, ..]
                | [0xE2, 0x81, 0xA0..=0xA4, ..]
                | [0xE2, 0xA0, 0x80, ..]
                | [0xEF, 0xBB | 0xBF, ..]
        )
    })
}
