//! Strings of JSON.

use std::io::Write as _;

use fearless_simd::{Level, Simd, dispatch, prelude::*};

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
    dispatch!(Level::baseline(), simd => plain_length_in(simd, text))
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn plain_length_in<S: Simd>(simd: S, text: &[u8]) -> usize {
    let lanes = S::u8s::LEN;
    let Some(before_last) = text.len().checked_sub(lanes) else {
        let is_plain = |byte: &&u8| **byte >= b' ' && !matches!(byte, b'"' | b'\\');
        return text.iter().take_while(is_plain).count();
    };
    for (position, block) in text.chunks_exact(lanes).enumerate() {
        let specials = specials(simd, block);
        if specials != 0 {
            return position * lanes + specials.trailing_zeros() as usize;
        }
    }
    // It may begin with bytes that were seen before, and are plain.
    match specials(simd, &text[before_last..]) {
        0 => text.len(),
        specials => before_last + specials.trailing_zeros() as usize,
    }
}

/// A bit for each byte of a block that a string cannot hold as it is.
#[expect(clippy::inline_always, reason = "the loop is made of nothing else")]
#[inline(always)]
fn specials<S: Simd>(simd: S, block: &[u8]) -> u64 {
    let block = S::u8s::from_slice(simd, block);
    (block.simd_eq(b'"') | block.simd_eq(b'\\') | block.simd_lt(b' ')).to_bitmask()
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
