//! From UTF-16, as other languages hold texts, to UTF-8.

use fearless_simd::{Level, Simd, dispatch, prelude::*, u8x32, u16x16};

/// The bytes of a unit.
const UNIT: usize = 2;

/// How many units are looked at together.
const LANES: usize = 16;

/// The bytes in UTF-8 of a unit from U+0800 on that is no surrogate.
const WIDTH: usize = 3;

/// How many bytes are written together, even where fewer of them are text: what follows is
/// written over the rest.
const WINDOW: usize = WIDTH * LANES + 4;

/// By how many bytes the text grows at a time: few enough to stay in the processor's cache.
const STEP: usize = 4096;

/// Writes UTF-16, the lower byte of each unit first, as UTF-8. Returns whether it could: a
/// surrogate without its partner has no UTF-8.
#[must_use]
pub fn push_utf16(units: &[u8], out: &mut Vec<u8>) -> bool {
    dispatch!(Level::new(), simd => push_in(simd, units, false, out))
}

/// The same for what is between the quotes of a JSON string, with its escapes.
#[must_use]
pub fn push_utf16_escaped(units: &[u8], out: &mut Vec<u8>) -> bool {
    dispatch!(Level::new(), simd => push_in(simd, units, true, out))
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn push_in<S: Simd>(simd: S, units: &[u8], escapes: bool, out: &mut Vec<u8>) -> bool {
    let join = u8x32::from_slice(simd, &JOIN);
    let (mut rest, mut end) = (units, out.len());
    out.reserve(units.len() / UNIT * WIDTH);
    while !rest.is_empty() {
        let Some(window) = out[end..].first_chunk_mut() else {
            out.resize(end + STEP, 0);
            continue;
        };
        if let Some((bytes, after)) = rest.split_first_chunk() {
            let block = block_of(simd, bytes);
            let wide = first_units(!is_wide(block));
            if wide > 0 {
                write_wide(block, join, window);
                end += wide * WIDTH;
                // A way of its own for whole blocks: the next one can then be looked at
                // before the units of this one are counted.
                rest = if wide == LANES { after } else { &rest[wide * UNIT..] };
                continue;
            }
            let plain = first_units(!is_plain(block, escapes));
            if plain > 0 {
                write_plain(block, window);
                end += plain;
                rest = if plain == LANES { after } else { &rest[plain * UNIT..] };
                continue;
            }
        }
        let Some((taken, written)) = write_one(rest, escapes, window) else {
            out.truncate(end);
            return false;
        };
        rest = &rest[taken * UNIT..];
        end += written;
    }
    out.truncate(end);
    true
}

#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn block_of<S: Simd>(simd: S, bytes: &[u8; UNIT * LANES]) -> u16x16<S> {
    let (pairs, _) = bytes.as_chunks::<UNIT>();
    let mut units = [0; LANES];
    for (unit, pair) in units.iter_mut().zip(pairs) {
        *unit = u16::from_le_bytes(*pair);
    }
    u16x16::from_slice(simd, &units)
}

/// A bit for each unit that is three bytes of UTF-8.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn is_wide<S: Simd>(block: u16x16<S>) -> u64 {
    (block.simd_ge(0x800) & (block - 0xD800).simd_ge(0x800)).to_bitmask()
}

/// A bit for each unit that is ASCII and written as it is.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn is_plain<S: Simd>(block: u16x16<S>, escapes: bool) -> u64 {
    let ascii = block.simd_lt(0x80).to_bitmask();
    if !escapes {
        return ascii;
    }
    let is_sign = block.simd_eq(u16::from(b'"')) | block.simd_eq(u16::from(b'\\'));
    ascii & !(is_sign | block.simd_lt(u16::from(b' '))).to_bitmask()
}

/// How many units the block begins with before the first whose bit is set.
fn first_units(others: u64) -> usize {
    LANES.min(others.trailing_zeros() as usize)
}

/// Writes all units as if each were three bytes.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn write_wide<S: Simd>(block: u16x16<S>, join: u8x32<S>, window: &mut [u8; WINDOW]) {
    let (low, high) = block.widen();
    for (at, units) in [(0, low), (WIDTH * LANES / 2, high)] {
        // The first byte of each character is the lowest.
        let second = (units << 2) & 0x3F00;
        let third = (units << 16) & 0x3F_0000;
        let spread = (units >> 12) | second | third | 0x80_80E0;
        let joined = spread.bitcast::<u8x32<S>>().swizzle_dyn_within_blocks(join);
        let (one, other) = joined.split();
        window[at..][..16].copy_from_slice(one.as_slice());
        window[at + 12..][..16].copy_from_slice(other.as_slice());
    }
}

/// Where the three bytes of each character are, four of which have 16 bytes.
const JOIN: [u8; 32] = {
    const HALF: [u8; 16] = [0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 3, 3, 3];
    let mut join = [0; 32];
    let mut at = 0;
    while at < join.len() {
        join[at] = HALF[at % HALF.len()];
        at += 1;
    }
    join
};

/// Writes all units as if each were ASCII.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn write_plain<S: Simd>(block: u16x16<S>, window: &mut [u8; WINDOW]) {
    for (byte, unit) in window.iter_mut().zip(block.as_slice()) {
        *byte = unit.to_le_bytes()[0];
    }
}

/// Writes the first character: how many units it took, and how many bytes were written.
#[inline(never)]
fn write_one(units: &[u8], escapes: bool, window: &mut [u8; WINDOW]) -> Option<(usize, usize)> {
    let (pairs, _) = units.as_chunks::<UNIT>();
    let units = pairs.iter().take(2).map(|pair| u16::from_le_bytes(*pair));
    let character = char::decode_utf16(units).next()?.ok()?;
    let short = match character {
        '"' => b'"',
        '\\' => b'\\',
        '\n' => b'n',
        '\r' => b'r',
        '\t' => b't',
        _ => 0,
    };
    if escapes && short != 0 {
        window[..2].copy_from_slice(&[b'\\', short]);
        return Some((1, 2));
    }
    if escapes && character < ' ' {
        let escape = format!("\\u{:04x}", u32::from(character));
        window[..escape.len()].copy_from_slice(escape.as_bytes());
        return Some((1, escape.len()));
    }
    Some((character.len_utf16(), character.encode_utf8(window).len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    /// Both ways to write a text, at every place of a block.
    fn assert_same(text: &str) {
        for before in (0..=LANES).chain([STEP / WIDTH]) {
            for filling in ["中", "x"] {
                let text = filling.repeat(before) + text;
                let mut plain = b"before".to_vec();
                assert!(push_utf16(&units(&text), &mut plain));
                assert!(plain == ["before", &text].concat().as_bytes(), "{before}: {text}");
                let mut string = b"\"".to_vec();
                assert!(push_utf16_escaped(&units(&text), &mut string));
                string.push(b'"');
                let read: String = serde_json::from_slice(&string).expect("a string");
                assert!(read == text, "{before}: {text}");
            }
        }
    }

    #[test]
    fn writes_text_and_strings() {
        assert_same("");
        assert_same("<p style=\"a\">中文，标点。</p>\n中文\\\r\t\u{1}\u{7f}é߿ࠀ퟿\u{ffff}😀x");
        let all: String = ('\0'..='\u{2000}').chain('\u{d000}'..='\u{11000}').collect();
        assert_same(&all);
    }

    #[test]
    fn surrogates_without_partner_have_no_utf8() {
        for before in [0, 1, LANES - 1, LANES, 2 * LANES + 3] {
            for odd in [[0xD83D, 0x4E2D], [0xDE00, 0xD83D], [0x78, 0xD83D], [0xD83D, 0xD83D]] {
                let mut bytes = units(&"中".repeat(before));
                bytes.extend(odd.into_iter().flat_map(u16::to_le_bytes));
                let mut out = b"\"".to_vec();
                assert!(!push_utf16_escaped(&bytes, &mut out), "{odd:x?} after {before}");
                assert!(!push_utf16(&bytes, &mut out), "{odd:x?} after {before}");
            }
        }
    }
}
