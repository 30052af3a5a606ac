//! Strings of JSON.

use std::io::Write as _;

use weixin_draft_scan::plain_length;

/// Writes a text in UTF-8 as a string of JSON.
pub(super) fn push_string(out: &mut Vec<u8>, text: &[u8]) {
    // Room for some escapes: a text that grows beyond is copied once more.
    out.reserve(text.len() + text.len() / 16 + 2);
    out.push(b'"');
    let (plain, special) = text.split_at(plain_length(text));
    out.extend_from_slice(plain);
    if !special.is_empty() {
        push_escaped(out, special);
    }
    out.push(b'"');
}

/// The text from its first special byte on.
#[inline(never)]
fn push_escaped(out: &mut Vec<u8>, text: &[u8]) {
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        push_escape(out, *first);
        let (plain, special) = after.split_at(plain_length(after));
        out.extend_from_slice(plain);
        rest = special;
    }
}

fn push_escape(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'"' => out.extend_from_slice(b"\\\""),
        b'\\' => out.extend_from_slice(b"\\\\"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        b'\t' => out.extend_from_slice(b"\\t"),
        // Writing into memory cannot fail.
        _ => drop(write!(out, "\\u{byte:04x}")),
    }
}
