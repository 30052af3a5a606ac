//! Strings without the escapes that they do not need.

use super::text::{decode_escape, push_escaped};
use super::unescape::unescape;

/// A JSON string's raw text without needless escapes, if it has any: characters are
/// written as they are, but for quotes, backslashes and control characters.
pub(crate) fn raw_utf8(raw: &[u8]) -> Option<String> {
    // A copy costs less than the standard library's look at every byte.
    simdutf8::basic::from_utf8(&raw_utf8_bytes(raw)?).ok().map(str::to_owned)
}

/// The same as bytes.
fn raw_utf8_bytes(raw: &[u8]) -> Option<Vec<u8>> {
    let (before, rest) = raw.split_at(first_needless_escape(raw)?);
    let mut plain = Vec::with_capacity(raw.len());
    plain.extend_from_slice(before);
    let mut written = String::new();
    unescape(rest, &mut plain, &mut |escape, character, plain| {
        if matches!(escape, [_, b'u' | b'/', ..]) {
            written.clear();
            push_escaped([character].into_iter(), &mut written);
            plain.extend_from_slice(written.as_bytes());
        } else {
            plain.extend_from_slice(escape);
        }
    });
    Some(plain)
}

/// Where the first escape begins of a character that needs none, or that
/// has a shorter one.
fn first_needless_escape(raw: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(place) = memchr::memchr(b'\\', raw.get(at..)?) {
        at += place;
        let (character, length) = decode_escape(&raw[at..]);
        let is_needless = match raw.get(at + 1) {
            Some(b'/') => true,
            Some(b'u') => {
                !character.is_ascii_control()
                    || character == '\u{7f}'
                    || matches!(character, '\n' | '\r' | '\t' | '\u{8}' | '\u{c}')
            }
            _ => false,
        };
        if is_needless {
            return Some(at);
        }
        at += length;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn keeps_the_text(
            parts in proptest::collection::vec("\\\\u[4-9][0-9a-f]{3}|\\\\u00[0-9a-f]{2}|\\\\u0[0-9a-fA-F]{3}|\\\\[\"\\\\/bfnrt]|\\\\ud83d\\\\ude00|[a-z中😀<&]", 0..80)
        ) {
            let raw = parts.concat();
            let text: String = serde_json::from_str(&format!("\"{raw}\"")).expect("a string");
            let plain = raw_utf8(raw.as_bytes()).unwrap_or_else(|| raw.clone());
            prop_assert_eq!(&serde_json::from_str::<String>(&format!("\"{plain}\"")).expect("a string"), &text);
            prop_assert!(raw_utf8(plain.as_bytes()).is_none());
        }
    }
}
