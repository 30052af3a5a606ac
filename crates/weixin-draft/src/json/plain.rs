//! Text without anything special in it, sixteen bytes at a time.

use wide::u8x16;

/// So many bytes are looked at together.
const LANES: usize = 16;

/// After so many bytes, other ways are faster.
const NEAR: usize = 4 * LANES;

/// How many bytes the text begins with that need no escape in a JSON string, if
/// something else follows soon: a quote, a backslash, a control character or the end.
#[expect(clippy::inline_always, reason = "a call would cost as much as a short string")]
#[inline(always)]
pub(super) fn short_plain_length(text: &[u8]) -> Option<usize> {
    let mut length = 0;
    while let Some(rest) = text.get(length..)
        && let Some(block) = rest.first_chunk::<LANES>()
    {
        let special = special(*block);
        if special != 0 {
            return Some(length + special.trailing_zeros() as usize);
        }
        length += LANES;
        if length == NEAR {
            return None;
        }
    }
    Some(length + plain_end(&text[length..]))
}

/// Whether every byte is visible ASCII.
pub(super) fn is_graphic(text: &[u8]) -> bool {
    let Some(last) = text.last_chunk() else {
        return text.iter().all(u8::is_ascii_graphic);
    };
    // Without a way out in the middle. The last block may hold bytes that were seen
    // before.
    let (blocks, _) = text.as_chunks();
    let graphic = blocks.iter().fold(graphic(last), |all, block| all & graphic(block));
    graphic.to_bitmask() == (1 << LANES) - 1
}

/// All bits of each byte that is visible ASCII.
#[inline]
fn graphic(block: &[u8; LANES]) -> u8x16 {
    let block = u8x16::new(*block);
    block.max(u8x16::splat(b'!')).min(u8x16::splat(b'~')).simd_eq(block)
}

/// A bit for each byte that ends or escapes something in a JSON string.
#[inline]
fn special(block: [u8; LANES]) -> u32 {
    const LAST_CONTROL: u8 = b' ' - 1;
    let block = u8x16::new(block);
    let quote = block.simd_eq(u8x16::splat(b'"'));
    let backslash = block.simd_eq(u8x16::splat(b'\\'));
    let control = block.min(u8x16::splat(LAST_CONTROL)).simd_eq(block);
    (quote | backslash | control).to_bitmask()
}

/// The same for less than a block.
fn plain_end(text: &[u8]) -> usize {
    let is_plain = |byte: &&u8| **byte >= b' ' && !matches!(byte, b'"' | b'\\');
    text.iter().take_while(is_plain).count()
}

/// Where the first of some signs is in a text, which nearly always is near; the
/// text's length if there is none.
#[inline]
pub(crate) fn find_any<const SIGNS: usize>(text: &[u8], signs: [u8; SIGNS]) -> usize {
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(block) = rest.first_chunk::<LANES>()
    {
        let block = u8x16::new(*block);
        let found = signs
            .iter()
            .fold(0, |found, sign| found | block.simd_eq(u8x16::splat(*sign)).to_bitmask());
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += LANES;
        if at == NEAR {
            return at + find_far(&text[at..], signs);
        }
    }
    let rest = &text[at..];
    at + rest.iter().position(|byte| signs.iter().any(|sign| sign == byte)).unwrap_or(rest.len())
}

/// The same where none is near.
#[inline(never)]
fn find_far<const SIGNS: usize>(text: &[u8], signs: [u8; SIGNS]) -> usize {
    let found = match *signs.as_slice() {
        [one] => memchr::memchr(one, text),
        [one, two] => memchr::memchr2(one, two, text),
        [one, two, three] => memchr::memchr3(one, two, three, text),
        _ => text.iter().position(|byte| signs.contains(byte)),
    };
    found.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_ends_at_every_special_byte_and_nowhere_else() {
        for byte in 0..=u8::MAX {
            let is_special = byte < b' ' || byte == b'"' || byte == b'\\';
            for place in 0..70 {
                let mut text = [b'x'; 70];
                text[place] = byte;
                let expected = match (is_special, place) {
                    (true, ..64) => Some(place),
                    _ => None,
                };
                assert_eq!(short_plain_length(&text), expected, "{byte} at {place}");
            }
        }
        assert_eq!(short_plain_length(b"abc"), Some(3));
        assert_eq!(short_plain_length(b""), Some(0));
    }

    #[test]
    fn graphic_text_has_no_other_byte_anywhere() {
        for byte in 0..=u8::MAX {
            for (length, place) in [(1, 0), (16, 0), (16, 15), (20, 2), (20, 17), (64, 40)] {
                let mut text = vec![b'x'; length];
                text[place] = byte;
                assert_eq!(is_graphic(&text), byte.is_ascii_graphic(), "{byte} at {place}");
            }
        }
        assert!(is_graphic(b""));
    }

    #[test]
    fn finds_a_sign_near_and_far() {
        for length in [0, 1, 15, 16, 17, 100] {
            let text = [vec![b'x'; length], b"<&".to_vec()].concat();
            assert_eq!(find_any(&text, *b"\\<&"), length);
            assert_eq!(find_any(&text, *b"\\?&"), length + 1);
            assert_eq!(find_any(&text, *b"abc"), length + 2);
        }
    }
}
