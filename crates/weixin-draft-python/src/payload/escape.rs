//! Strings of JSON.

use std::io::Write as _;

/// So many bytes are looked at together, which compilers turn into few instructions.
const CHUNK: usize = 32;

/// Writes a text as a string of JSON.
pub(super) fn push_string(out: &mut Vec<u8>, text: &str) {
    out.reserve(text.len() + 2);
    out.push(b'"');
    let mut rest = text.as_bytes();
    while let Some((chunk, after)) = rest.split_first_chunk::<CHUNK>() {
        if chunk.iter().fold(false, |found, byte| found | is_special(*byte)) {
            push_escaped(out, chunk);
        } else {
            out.extend_from_slice(chunk);
        }
        rest = after;
    }
    push_escaped(out, rest);
    out.push(b'"');
}

fn is_special(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn push_escaped(out: &mut Vec<u8>, text: &[u8]) {
    for byte in text {
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            // Writing into memory cannot fail.
            0..0x20 => drop(write!(out, "\\u{byte:04x}")),
            _ => out.push(*byte),
        }
    }
}
