//! A look at text that is written as it is, one for all who ask.

use fearless_simd::{Level, Simd, dispatch, prelude::*};

use crate::count::continuations;
use crate::plain::{any_of, block_of};
use crate::whole::padded;

/// What a text begins with: everything up to the next `<`, `&` or backslash.
pub struct Stretch {
    /// In bytes.
    pub length: usize,
    /// How many more bytes than code points it has.
    pub surplus: usize,
    /// There may be white space after white space.
    pub repeats_white_space: bool,
    /// It may hold what a rule on texts asks for: a template, Markdown, a control character,
    /// or text that was decoded wrongly.
    pub is_odd: bool,
}

impl Stretch {
    /// Of what a text begins with.
    pub fn of(text: &[u8]) -> Self {
        dispatch!(Level::new(), simd => look(simd, text))
    }
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn look<S: Simd>(simd: S, text: &[u8]) -> Stretch {
    let mut found = Found {
        simd,
        surplus: 0,
        least: S::u8s::simd_from(simd, u8::MAX),
        odd: S::mask8s::splat(simd, false),
    };
    let mut at = 0;
    // Each block beside the one that begins a byte later.
    let later = text.get(1..).unwrap_or_default().chunks_exact(S::u8s::LEN);
    for (block, next) in text.chunks_exact(S::u8s::LEN).zip(later) {
        if let Some(stretch) = found.look(at, block, next) {
            return stretch;
        }
        at += S::u8s::LEN;
    }
    // After the text's end is a sign, so the stretch ends here or just after.
    let rest = padded(&text[at..], END);
    let stretch = found.look(at, &rest, &rest[1..]);
    stretch.unwrap_or_else(|| found.end(text.len()))
}

/// One of the signs that end a stretch.
const END: u8 = b'<';

/// What was found so far.
struct Found<S: Simd> {
    simd: S,
    surplus: usize,
    /// Of a byte and the next one the larger, the least of all so far.
    least: S::u8s,
    odd: S::mask8s,
}

impl<S: Simd> Found<S> {
    /// Looks at the block that is next, and at the one a byte later: the stretch, if it ends
    /// there.
    #[expect(clippy::inline_always, reason = "the loop is made of nothing else")]
    #[inline(always)]
    fn look(&mut self, at: usize, block: &[u8], next: &[u8]) -> Option<Stretch> {
        let [block, next] = [block, next].map(|bytes| block_of(self.simd, bytes));
        let ends = any_of::<S, 3>(block, [END, b'&', b'\\']);
        let continuations = continuations::<S>(block);
        let larger = block.max(next);
        let odd = are_odd::<S>(block, next);
        if ends == 0 {
            self.surplus += continuations.count_ones() as usize;
            self.least = self.least.min(larger);
            self.odd |= odd;
            return None;
        }
        // The bytes before the first sign.
        let inside = (ends & ends.wrapping_neg()) - 1;
        let mut stretch = self.end(at + ends.trailing_zeros() as usize);
        stretch.surplus += (continuations & inside).count_ones() as usize;
        stretch.repeats_white_space |= are_blank::<S>(larger).to_bitmask() & inside != 0;
        stretch.is_odd |= odd.to_bitmask() & inside != 0;
        Some(stretch)
    }

    fn end(&self, length: usize) -> Stretch {
        Stretch {
            length,
            surplus: self.surplus,
            repeats_white_space: are_blank::<S>(self.least).any_true(),
            is_odd: self.odd.any_true(),
        }
    }
}

#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn are_blank<S: Simd>(block: S::u8s) -> S::mask8s {
    // No sign of white space is larger.
    block.simd_le(b' ')
}

/// The bytes that a rule on texts may ask for.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn are_odd<S: Simd>(block: S::u8s, next: S::u8s) -> S::mask8s {
    // `[`, `_`, `{` and U+007F differ in two bits alone; what was decoded wrongly has a
    // letter from U+00C0 to U+00FF, or is U+FFFD.
    let is_bracket = (block | 0x24).simd_eq(0x7F);
    let is_replacement = block.simd_eq(0xEF) & next.simd_eq(0xBF);
    is_bracket | block.simd_eq(b'*') | block.simd_eq(0xC3) | is_replacement
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
