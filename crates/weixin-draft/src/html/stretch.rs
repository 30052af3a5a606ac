//! A look at text that is written as it is, one for all who ask.

use wide::{bytemuck, i8x16, u8x16};

use crate::json::{LANES, find_any};

/// What a text begins with: everything up to the next `<`, `&` or backslash.
pub(super) struct Stretch {
    /// In bytes.
    pub(super) length: usize,
    /// How many more bytes than code points it has.
    pub(super) surplus: usize,
    /// There may be white space after white space.
    pub(super) repeats_white_space: bool,
    /// It may hold what a rule on texts asks for: a template, Markdown, a control character,
    /// or text that was decoded wrongly.
    pub(super) is_odd: bool,
}

/// After so many blocks, a byte can count no further.
const BLOCKS: usize = 255;

const POSITIONS: u8x16 = u8x16::new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

impl Stretch {
    pub(super) fn of(text: &[u8]) -> Self {
        let length = find_any(text, *b"<&\\");
        let (blocks, _) = text[..length].as_chunks();
        let (next, _) = text[..length].get(1..).unwrap_or_default().as_chunks();
        let mut found = Found { surplus: u8x16::ZERO, pairs: !u8x16::ZERO, odd: u8x16::ZERO };
        let mut surplus = 0;
        for (blocks, next) in blocks.chunks(BLOCKS).zip(next.chunks(BLOCKS)) {
            for (block, next) in blocks.iter().zip(next) {
                found.look(u8x16::new(*block), u8x16::new(*next), !u8x16::ZERO);
            }
            surplus += sum(std::mem::take(&mut found.surplus));
        }
        // What is left, and a byte more.
        let at = next.len() * LANES;
        let mut end = [b'<'; LANES + 1];
        let rest = &text[at..];
        let window = rest.first_chunk().unwrap_or_else(|| {
            end[..rest.len()].copy_from_slice(rest);
            &end
        });
        found.look(first(window), second(window), before(length - at));
        Stretch {
            length,
            surplus: surplus + sum(found.surplus),
            repeats_white_space: found.pairs.min(BLANK).simd_eq(found.pairs).any(),
            is_odd: found.odd.any(),
        }
    }
}

/// What was found, byte by byte of a block.
struct Found {
    surplus: u8x16,
    /// Of a byte and the next one the larger, the least of all so far.
    pairs: u8x16,
    odd: u8x16,
}

/// No sign of white space is larger.
const BLANK: u8x16 = u8x16::splat(b' ');

impl Found {
    /// Looks at a block and at what is one byte further, as far as the block is `inside`.
    #[expect(clippy::inline_always, reason = "the loop is made of nothing else")]
    #[inline(always)]
    fn look(&mut self, block: u8x16, next: u8x16, inside: u8x16) {
        let is = |byte: u8| block.simd_eq(u8x16::splat(byte));
        // As signed numbers, the bytes that go on with a character are the smallest.
        let signed: i8x16 = bytemuck::cast(block);
        let continues: u8x16 = bytemuck::cast(i8x16::splat(-0x40).simd_gt(signed));
        // All bits are minus one.
        self.surplus -= continues & inside;
        self.pairs = self.pairs.min(block.max(next) | !inside);
        // `[`, `_`, `{` and U+007F differ in two bits alone; what was decoded wrongly has a
        // letter from U+00C0 to U+00FF, or is U+FFFD.
        let is_bracket = (block | u8x16::splat(0x24)).simd_eq(u8x16::splat(0x7F));
        let is_replacement = is(0xEF) & next.simd_eq(u8x16::splat(0xBF));
        self.odd |= (is_bracket | is(b'*') | is(0xC3) | is_replacement) & inside;
    }
}

fn first(window: &[u8; LANES + 1]) -> u8x16 {
    window.first_chunk().map_or(u8x16::ZERO, |block| u8x16::new(*block))
}

fn second(window: &[u8; LANES + 1]) -> u8x16 {
    window.last_chunk().map_or(u8x16::ZERO, |block| u8x16::new(*block))
}

/// All bits of so many bytes.
#[inline]
fn before(count: usize) -> u8x16 {
    POSITIONS.simd_lt(u8x16::splat(u8::try_from(count).unwrap_or(u8::MAX)))
}

#[inline]
fn sum(bytes: u8x16) -> usize {
    bytes.to_array().into_iter().map(usize::from).sum()
}

#[cfg(test)]
mod tests {
    use super::Stretch;

    #[test]
    fn ends_at_signs_and_counts() {
        for length in [0, 1, 15, 16, 17, 31, 32, 100, 255 * 16 + 5] {
            for sign in ["", "<", "&", "\\", "<[ "] {
                let text = "中".repeat(length) + sign;
                let stretch = Stretch::of(text.as_bytes());
                assert_eq!((stretch.length, stretch.surplus), (3 * length, 2 * length));
                assert!(!stretch.is_odd && !stretch.repeats_white_space);
            }
        }
    }

    #[test]
    fn sees_what_rules_on_texts_ask_for() {
        let odd =
            ["{{a}}", "${a}", "a[b](c)", "**a**", "ç®¡ç", "中\u{fffd}", "\u{7f}", "管理\u{fffd}"];
        for (text, before) in
            odd.iter().flat_map(|text| [0, 10, 14, 15, 16, 40].map(|before| (text, before)))
        {
            assert!(Stretch::of(("x".repeat(before) + text).as_bytes()).is_odd, "{text}");
        }
        for text in ["", "中文，标点。", "a b-c (d) # h / i", "“引”…—·①", "！？｛", "a<b[c]"]
        {
            assert!(!Stretch::of(text.as_bytes()).is_odd, "{text}");
        }
    }

    #[test]
    fn sees_white_space_in_a_row() {
        for before in [0, 14, 15, 16, 31] {
            let text = |end: &str| "x".repeat(before) + end;
            assert!(Stretch::of(text(" \ty").as_bytes()).repeats_white_space);
            assert!(!Stretch::of(text(" y ").as_bytes()).repeats_white_space);
            assert!(!Stretch::of(text(" <").as_bytes()).repeats_white_space);
        }
    }
}
