//! Strings of JSON.

use std::io::Write as _;

use weixin_draft_scan::plain_length;

/// Writes a text in UTF-8 as a string of JSON.
pub(super) fn push_string(out: &mut Vec<u8>, text: &[u8]) {
    // Room for some escapes: a text that grows beyond is copied once more.
    out.reserve(text.len() + text.len() / 16 + 2);
    out.push(b'"');
    let mut rest = text;
    loop {
        let (plain, special) = rest.split_at(plain_length(rest));
        out.extend_from_slice(plain);
        let Some((first, after)) = special.split_first() else { break };
        push_escape(out, *first);
        rest = after;
    }
    out.push(b'"');
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
