//! Strings of JSON.

use std::io::Write as _;

use wide::u8x16;

/// So many bytes are looked at together.
const LANES: usize = 16;

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

/// How many bytes a text begins with that a string can hold as they are.
fn plain_length(text: &[u8]) -> usize {
    let Some(last) = text.last_chunk() else {
        let is_plain = |byte: &&u8| **byte >= b' ' && !matches!(byte, b'"' | b'\\');
        return text.iter().take_while(is_plain).count();
    };
    let (blocks, _) = text.as_chunks();
    for (position, block) in blocks.iter().enumerate() {
        let specials = specials(*block);
        if specials != 0 {
            return position * LANES + specials.trailing_zeros() as usize;
        }
    }
    // It may begin with bytes that were seen before, and are plain.
    match specials(*last) {
        0 => text.len(),
        specials => text.len() - LANES + specials.trailing_zeros() as usize,
    }
}

/// A bit for each byte that a string cannot hold as it is.
fn specials(block: [u8; LANES]) -> u32 {
    const LAST_CONTROL: u8 = b' ' - 1;
    let block = u8x16::new(block);
    let quote = block.simd_eq(u8x16::splat(b'"'));
    let backslash = block.simd_eq(u8x16::splat(b'\\'));
    let control = block.min(u8x16::splat(LAST_CONTROL)).simd_eq(block);
    (quote | backslash | control).to_bitmask()
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
