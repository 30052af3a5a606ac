//! Escapes of a JSON string, in rows and alone.

use weixin_draft_scan::{ESCAPE, decode_usual, find_any, usual_escapes};

use super::text::decode_escape;

/// Adds to a text what takes the place of an escape, given as it is written, and of its
/// character.
type Push<'p> = dyn FnMut(&[u8], char, &mut Vec<u8>) + 'p;

/// Copies the raw text of a JSON string to the end of `plain`. Rows of escapes become
/// their characters; what takes the place of any other is what `push` adds for the escape
/// as it is written and its character.
pub(super) fn unescape(raw: &[u8], plain: &mut Vec<u8>, push: &mut Push<'_>) {
    let mut rest = raw;
    loop {
        let (text, escaped) = rest.split_at(find_any(rest, *b"\\"));
        plain.extend_from_slice(text);
        let [_, second, ..] = escaped else { return };
        let run = if *second == b'u' { usual_escapes(escaped) } else { 0 };
        if run > 0 {
            let (row, after) = escaped.split_at(run * ESCAPE);
            decode_usual(row, plain);
            rest = after;
        } else {
            let (character, length) = decode_escape(escaped);
            let (escape, after) = escaped.split_at(length);
            push(escape, character, plain);
            rest = after;
        }
    }
}
