//! Questions that are answered for a text as a whole, many bytes at a time.

use fearless_simd::{Level, Simd, dispatch, prelude::*};

use crate::plain::block_of;

/// No processor looks at more bytes together.
const MAX_LANES: usize = 64;

/// Whether every byte may be in a media id of the vendor's: visible ASCII without what only
/// paths, addresses and markup have.
pub fn is_plain_id(text: &[u8]) -> bool {
    dispatch!(Level::baseline(), simd => all_blocks(simd, text, |block| {
        // Two bytes at a time that differ in one bit: `.` and `/`; `<` and the backslash, and
        // `|` with them.
        let is_path = (block | 1).simd_eq(b'/');
        let is_markup = (block & !0x60).simd_eq(b'<' & !0x60);
        graphic(block) & !(is_path | is_markup)
    }))
}

/// Whether a short text has nothing that a rule on texts may ask for: no sign of a template,
/// of Markdown or of markup, no escape, no control character and no letter that comes of
/// decoding a text wrongly. The replacement character is not looked for.
pub fn is_plain_text(text: &[u8]) -> bool {
    dispatch!(Level::baseline(), simd => all_blocks(simd, text, |block| {
        let is = |byte: u8| block.simd_eq(byte);
        // `[`, `_`, `{` and U+007F differ in two bits alone.
        let is_bracket = (block | 0x24).simd_eq(0x7F);
        let is_sign = is(b'*') | is(b'?') | is(b'<') | is(b'&') | is(b'\\');
        !(is_bracket | is_sign | is(0xC3))
    }))
}

/// Whether every byte is visible ASCII, and neither `=`, `;`, `{` nor a backslash.
pub fn is_plain_address(text: &[u8]) -> bool {
    dispatch!(Level::baseline(), simd => all_blocks(simd, text, |block| {
        // `;` and `{` differ in one bit.
        let is_brace = (block | 0x40).simd_eq(b'{');
        graphic(block) & !(block.simd_eq(b'=') | block.simd_eq(b'\\') | is_brace)
    }))
}

/// Whether every byte is visible ASCII.
pub fn is_graphic(text: &[u8]) -> bool {
    dispatch!(Level::baseline(), simd => all_blocks(simd, text, graphic))
}

/// Whether a question that is answered for each byte of a block is answered with yes for
/// every byte of a text.
#[expect(clippy::inline_always, reason = "a call would cost as much as a short text")]
#[inline(always)]
fn all_blocks<S: Simd>(simd: S, text: &[u8], are_such: impl Fn(S::u8s) -> S::mask8s) -> bool {
    let Some(before_last) = text.len().checked_sub(S::u8s::LEN) else {
        // A letter in the place of what is not there.
        return are_such(block_of(simd, &padded(text, b'x'))).all_true();
    };
    // Without a way out in the middle. The last block may hold bytes that were seen
    // before.
    let last = are_such(block_of(simd, &text[before_last..]));
    let blocks = text.chunks_exact(S::u8s::LEN);
    blocks.fold(last, |all, block| all & are_such(block_of(simd, block))).all_true()
}

/// A text of at most a block, and other bytes after it, at least one. Never inline:
/// compilers would copy every block for its sake.
#[inline(never)]
pub(crate) fn padded(text: &[u8], filling: u8) -> [u8; MAX_LANES + 1] {
    let mut block = [filling; MAX_LANES + 1];
    block[..text.len()].copy_from_slice(text);
    block
}

/// The bytes that are visible ASCII.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn graphic<S: Simd, Block: SimdInt<S, Element = u8>>(block: Block) -> Block::Mask {
    block.max(b'!').min(b'~').simd_eq(block)
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn plain_addresses_have_no_queries_references_and_escapes() {
        for byte in 0..=u8::MAX {
            let expected = byte.is_ascii_graphic() && !b"=;{\\".contains(&byte);
            for (length, place) in [(1, 0), (20, 2), (20, 17), (64, 40)] {
                let mut text = vec![b'x'; length];
                text[place] = byte;
                assert_eq!(is_plain_address(&text), expected, "{byte} at {place}");
            }
        }
    }
}
