//! Strings of JSON.

use std::io::Write as _;

/// So many bytes are looked at together, which compilers turn into few instructions.
const CHUNK: usize = 32;

/// Writes a text in UTF-8 as a string of JSON.
pub(super) fn push_string(out: &mut Vec<u8>, text: &[u8]) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text;
    while let Some(plain) = first_special(rest) {
        out.extend_from_slice(&rest[..plain]);
        push_escape(out, rest[plain]);
        rest = &rest[plain + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Where the first byte is that a string cannot hold as it is.
fn first_special(text: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| *byte < 0x20 || *byte == b'"' || *byte == b'\\';
    let mut begin = 0;
    for chunk in text.chunks(CHUNK) {
        if chunk.iter().fold(false, |found, byte| found | is_special(byte)) {
            return chunk.iter().position(is_special).map(|found| begin + found);
        }
        begin += chunk.len();
    }
    None
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
