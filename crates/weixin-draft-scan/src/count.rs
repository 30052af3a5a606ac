//! How many bytes of a text are of some kind, many bytes at a time.

use fearless_simd::{Level, Simd, dispatch, prelude::*};

use crate::plain::{block_of, has_block};

/// The code points of a text in UTF-8.
pub fn count_code_points(text: &[u8]) -> usize {
    look(text).0
}

/// The code points of a text in UTF-8, and its units in UTF-16.
pub fn count_units(text: &[u8]) -> (usize, usize) {
    /// The least byte that begins a character of four. These characters are two units.
    const FOUR_BYTES: u8 = 0xF0;
    let (code_points, largest) = look(text);
    // Most texts have none, as their largest byte tells.
    let pairs = match largest {
        FOUR_BYTES.. => count_bytes(text, |byte| byte >= FOUR_BYTES),
        _ => 0,
    };
    (code_points, code_points + pairs)
}

/// The code points of a text in UTF-8, and its largest byte.
fn look(text: &[u8]) -> (usize, u8) {
    dispatch!(Level::new(), simd => look_in(simd, text))
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn look_in<S: Simd>(simd: S, text: &[u8]) -> (usize, u8) {
    let mut rest = text;
    let mut code_points = 0;
    let mut largest = S::u8s::simd_from(simd, 0);
    while has_block(simd, rest) {
        let block = block_of(simd, rest);
        largest = largest.max(block);
        code_points += S::u8s::LEN - continuations::<S>(block).count_ones() as usize;
        rest = &rest[S::u8s::LEN..];
    }
    code_points += count_bytes(rest, |byte| byte.cast_signed() > LAST_CONTINUATION);
    let largest = largest.as_slice().iter().chain(rest).fold(0, |one, other| *other.max(&one));
    (code_points, largest)
}

/// As signed numbers, the bytes that go on with a character are the smallest, up to this.
const LAST_CONTINUATION: i8 = -0x41;

/// A bit for each byte that goes on with a character.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
pub(crate) fn continuations<S: Simd>(block: S::u8s) -> u64 {
    block.bitcast::<S::i8s>().simd_lt(LAST_CONTINUATION + 1).to_bitmask()
}

/// How many bytes are such. Counters of one byte let compilers count many bytes at a time.
#[inline]
pub fn count_bytes(text: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    // What a byte can count, and a multiple of what registers hold.
    const CHUNK: usize = 192;
    let such = |byte: &u8| u8::from(is_such(*byte));
    let count = |chunk: &[u8]| usize::from(chunk.iter().map(such).sum::<u8>());
    text.chunks(CHUNK).map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_the_standard_library_counts() {
        for text in ["a", "é", "中", "😀", "a中", "é😀x"] {
            for times in [0, 1, 5, 31, 32, 33, 300, 255 * 32, 255 * 32 + 1, 20_000] {
                let text = text.repeat(times);
                let code_points = text.chars().count();
                let units = (code_points, text.encode_utf16().count());
                assert_eq!(count_code_points(text.as_bytes()), code_points);
                assert_eq!(count_units(text.as_bytes()), units);
                let small = text.bytes().filter(u8::is_ascii).count();
                assert_eq!(count_bytes(text.as_bytes(), |byte| byte.is_ascii()), small);
            }
        }
    }
}
