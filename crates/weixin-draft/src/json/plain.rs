//! Text without anything special in it, sixteen bytes at a time.

use wide::u8x16;

/// So many bytes are looked at together.
pub(crate) const LANES: usize = 16;

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

/// Whether every byte may be in a media id of the vendor's: visible ASCII without what only
/// paths, addresses and markup have.
pub(crate) fn is_plain_id(text: &[u8]) -> bool {
    all_blocks(text, |block| {
        // Two bytes at a time that differ in one bit: `.` and `/`; `<` and the backslash, and
        // `|` with them.
        let is_path = (block | u8x16::splat(1)).simd_eq(u8x16::splat(b'/'));
        let is_markup = (block & u8x16::splat(!0x60)).simd_eq(u8x16::splat(b'<' & !0x60));
        graphic(block) & !(is_path | is_markup)
    })
}

/// Whether a short text has nothing that a rule on texts may ask for: no sign of a template,
/// of Markdown or of markup, no escape, no control character and no letter that comes of
/// decoding a text wrongly. The replacement character is not looked for.
pub(crate) fn is_plain_text(text: &[u8]) -> bool {
    all_blocks(text, |block| {
        let is = |byte: u8| block.simd_eq(u8x16::splat(byte));
        // `[`, `_`, `{` and U+007F differ in two bits alone.
        let is_bracket = (block | u8x16::splat(0x24)).simd_eq(u8x16::splat(0x7F));
        let is_sign = is(b'*') | is(b'?') | is(b'<') | is(b'&') | is(b'\\');
        !(is_bracket | is_sign | is(0xC3))
    })
}

/// Whether every byte is visible ASCII.
pub(super) fn is_graphic(text: &[u8]) -> bool {
    all_blocks(text, graphic)
}

/// Whether a question that is answered with all bits of a byte is answered so for every
/// byte of a text.
#[inline]
fn all_blocks(text: &[u8], are_such: impl Fn(u8x16) -> u8x16) -> bool {
    let Some(last) = text.last_chunk() else {
        // A letter in the place of what is not there.
        return are_such(padded(text, b'x')).all();
    };
    // Without a way out in the middle. The last block may hold bytes that were seen
    // before.
    let (blocks, _) = text.as_chunks();
    let last = are_such(u8x16::new(*last));
    blocks.iter().fold(last, |all, block| all & are_such(u8x16::new(*block))).all()
}

/// A text of less than a block, and other bytes after it. Never inline: compilers would copy
/// every block for its sake.
#[inline(never)]
fn padded(text: &[u8], filling: u8) -> u8x16 {
    let mut block = [filling; LANES];
    block[..text.len()].copy_from_slice(text);
    u8x16::new(block)
}

/// All bits of each byte that is visible ASCII.
#[inline]
fn graphic(block: u8x16) -> u8x16 {
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
        let found = any_of(u8x16::new(*block), signs);
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += LANES;
        if at == NEAR {
            return at + find_far(&text[at..], signs);
        }
    }
    let rest = &text[at..];
    if rest.is_empty() {
        return at;
    }
    // The first byte of what is not there is a sign, too.
    at + any_of(padded(rest, signs[0]), signs).trailing_zeros() as usize
}

/// A bit for each of the next bytes, as many as [`LANES`], that is one of some signs.
#[inline]
pub(crate) fn signs_at<const SIGNS: usize>(text: &[u8], at: usize, signs: [u8; SIGNS]) -> u32 {
    let rest = &text[at..];
    let block = rest.first_chunk().map_or_else(|| padded(rest, b' '), |block| u8x16::new(*block));
    any_of(block, signs)
}

/// A bit for each byte that is one of some signs.
#[inline]
fn any_of<const SIGNS: usize>(block: u8x16, signs: [u8; SIGNS]) -> u32 {
    let found = |sign: u8| block.simd_eq(u8x16::splat(sign));
    signs.into_iter().map(found).fold(u8x16::ZERO, |all, found| all | found).to_bitmask()
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
