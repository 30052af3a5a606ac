//! Escapes in rows, as in text of languages that write `\u4e2d` for every character.

use fearless_simd::{Level, Simd, dispatch, mask8x32, prelude::*, u8x32};

use crate::plain::has_block;

/// The length of `\u4e2d`.
pub const ESCAPE: usize = 6;

/// How many bytes are looked at together.
const LANES: usize = 32;

/// How many escapes fill whole blocks.
const ROW: usize = 16;

const BLOCKS: usize = ROW * ESCAPE / LANES;

/// How many escapes a text begins with that all are sound, mean a character from U+1000 to
/// U+FFEF and are no surrogates. Some may be left out at the text's end.
#[inline(never)]
pub fn usual_escapes(text: &[u8]) -> usize {
    dispatch!(Level::new(), simd => usual_escapes_in(simd, text))
}

#[expect(clippy::inline_always, reason = "to be compiled for each kind of processor")]
#[inline(always)]
fn usual_escapes_in<S: Simd>(simd: S, text: &[u8]) -> usize {
    let mut rest = text;
    while rest.len() >= ROW * ESCAPE + 2 && has_block(simd, rest) {
        for form in &FORM {
            let odd = odd_bytes(simd, rest, form);
            if odd != 0 {
                return (text.len() - rest.len() + odd.trailing_zeros() as usize) / ESCAPE;
            }
            rest = &rest[LANES..];
        }
    }
    // What is left at the end, or all where blocks are not looked at.
    let (escapes, _) = rest.as_chunks();
    let left = escapes.iter().take_while(|escape| is_usual(**escape)).count();
    (text.len() - rest.len()) / ESCAPE + left
}

fn is_usual([backslash, u, digits @ ..]: [u8; ESCAPE]) -> bool {
    let unit = code_unit(&digits).unwrap_or(0);
    let is_large = matches!(unit, 0x1000..0xD000 | 0xE000..0xFFF0);
    is_large && [backslash, u] == *b"\\u"
}

/// What is expected of each byte of a row.
const FORM: [Form; BLOCKS] = {
    let none = Form { sign: [NONE; LANES], digit: [0; LANES], first: [0; LANES] };
    let mut form = [none; BLOCKS];
    let mut at = 0;
    while at < ROW * ESCAPE {
        let (block, lane) = (&mut form[at / LANES], at % LANES);
        match at % ESCAPE {
            0 => block.sign[lane] = b'\\',
            1 => block.sign[lane] = b'u',
            place => {
                block.digit[lane] = u8::MAX;
                block.first[lane] = if place == 2 { u8::MAX } else { 0 };
            }
        }
        at += 1;
    }
    form
};

/// A byte that no UTF-8 has.
const NONE: u8 = 0xFF;

#[derive(Clone, Copy)]
struct Form {
    /// The sign that is expected; none where a digit is.
    sign: [u8; LANES],
    /// All bits for each digit.
    digit: [u8; LANES],
    /// All bits for the first digit of an escape.
    first: [u8; LANES],
}

/// A bit for each byte of the first block that is not as expected.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn odd_bytes<S: Simd>(simd: S, text: &[u8], form: &Form) -> u64 {
    let load = |bytes: &[u8]| u8x32::from_slice(simd, &bytes[..LANES]);
    let block = load(text);
    let lower = block | 0x20;
    let is_digit = is_between(block, b'0', 9) | is_between(lower, b'a', 5);
    // These begin small characters and surrogates, and these the last ones, among which is
    // the replacement character.
    let is_f = |at: usize| (load(&text[at..]) | 0x20).simd_eq(b'f');
    let is_last = lower.simd_eq(b'f') & is_f(1) & is_f(2);
    let is_unusual = block.simd_eq(b'0') | lower.simd_eq(b'd') | is_last;
    let is_unusual = is_unusual & load(&form.first).simd_ne(0);
    let is_sound = block.simd_eq(load(&form.sign)) | is_digit & load(&form.digit).simd_ne(0);
    (is_unusual | !is_sound).to_bitmask()
}

/// The bytes that are `first` or one of the `more` bytes after it.
#[expect(clippy::inline_always, reason = "loops are made of nothing else")]
#[inline(always)]
fn is_between<S: Simd>(block: u8x32<S>, first: u8, more: u8) -> mask8x32<S> {
    (block - first).simd_le(more)
}

/// Decodes usual escapes and nothing else, to the end of `plain`.
pub fn decode_usual(escapes: &[u8], plain: &mut Vec<u8>) {
    dispatch!(Level::new(), _ => decode_usual_in(escapes, plain));
}

/// In steps that compilers turn into vectors.
#[inline(always)]
fn decode_usual_in(escapes: &[u8], plain: &mut Vec<u8>) {
    const AT_ONCE: usize = 64;
    const WIDTH: usize = 3;
    let (escapes, _) = escapes.as_chunks::<ESCAPE>();
    for escapes in escapes.chunks(AT_ONCE) {
        let mut characters = [0; AT_ONCE];
        for ([_, _, digits @ ..], character) in escapes.iter().zip(&mut characters) {
            *character = u32::from_le_bytes(*digits);
        }
        let mut decoded = [[0; WIDTH]; AT_ONCE];
        for (character, decoded) in characters.into_iter().zip(&mut decoded) {
            let [first, second, third, _] = utf8_of(character).to_le_bytes();
            *decoded = [first, second, third];
        }
        plain.extend_from_slice(decoded[..escapes.len()].as_flattened());
    }
}

/// The three bytes of UTF-8 of four hexadecimal digits, the first of each lowest.
#[inline]
fn utf8_of(digits: u32) -> u32 {
    // Letters are one above nine in their lower half, and have a bit that digits lack.
    let letters = digits >> 6 & 0x0101_0101;
    let values = (digits & 0x0F0F_0F0F) + (letters << 3) + letters;
    // Of each six bits in a byte, two are of the third digit.
    let second = (values & 0x0F00) << 2 | values >> 10 & 0x0300;
    let third = values << 4 & 0x30_0000 | values >> 8 & 0x0F_0000;
    0x80_80E0 | values & 0x0F | second | third
}

/// The value of four hexadecimal digits, if that is what they are.
#[inline]
pub fn code_unit(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, digit| match DIGITS[usize::from(*digit)] {
        NO_DIGIT => None,
        digit => Some(value << 4 | u32::from(digit)),
    })
}

const NO_DIGIT: u8 = 16;

/// The value of each byte as a hexadecimal digit.
const DIGITS: [u8; 256] = {
    let mut table = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        table[b"0123456789abcdef"[value as usize] as usize] = value;
        table[b"0123456789ABCDEF"[value as usize] as usize] = value;
        value += 1;
    }
    table
};
#[cfg(test)]
mod tests {
    use super::*;

    fn row(units: impl IntoIterator<Item = u16>) -> String {
        let written = |unit| format!("\\u{unit:04x}");
        units.into_iter().map(written).collect::<Vec<_>>().concat()
    }

    #[test]
    fn usual_escapes_are_sound_and_large() {
        let eight = [0x4E2D, 0xFFEF, 0x1000, 0xCFFF, 0xE000, 0x9FFF, 0x3001, 0xABCD];
        let usual = row([eight; 2].concat());
        let upper = usual.to_uppercase().replace("\\U", "\\u");
        assert_eq!(usual_escapes((upper + &usual + "..").as_bytes()), 2 * ROW);
        assert_eq!(usual_escapes(usual.as_bytes()), ROW);
        assert_eq!(usual_escapes(&usual.as_bytes()[..ROW * ESCAPE - 1]), ROW - 1);
        for unit in [0, 0x41, 0xFFF, 0xD000, 0xD83D, 0xDFFF, 0xFFF0, 0xFFFD] {
            for place in 0..ROW {
                let mut units = [0x4E2D; ROW];
                units[place] = unit;
                assert_eq!(
                    usual_escapes((row(units) + "..").as_bytes()),
                    place,
                    "{unit:x} at {place}"
                );
            }
        }
        for place in 0..ROW * ESCAPE {
            // All that UTF-8 has.
            for byte in 0..NONE {
                let mut bytes = (row([0x4E2D; ROW]) + "..").into_bytes();
                bytes[place] = byte;
                let escape = &bytes[place / ESCAPE * ESCAPE..][..ESCAPE];
                let text = String::from_utf8_lossy(escape);
                let is_json =
                    serde_json::from_str::<String>(&format!("\"{text}\"")).is_ok_and(|text| {
                        text.chars().count() == 1
                            && text.chars().all(|character| character >= '\u{1000}')
                            && !text.contains('\u{fffd}')
                    });
                let is_left_out = place % ESCAPE == 2 && matches!(byte, b'd' | b'D');
                let expected = if is_json && !is_left_out { ROW } else { place / ESCAPE };
                assert_eq!(usual_escapes(&bytes), expected, "{byte} at {place}");
            }
        }
    }

    #[test]
    fn decodes_usual_escapes() {
        let units: Vec<u16> = (0x1000..0xD000).chain(0xE000..0xFFF0).collect();
        let text = row(units.clone());
        assert_eq!(usual_escapes(text.as_bytes()), units.len());
        for text in [text.to_uppercase().replace("\\U", "\\u"), text] {
            let mut plain = Vec::new();
            decode_usual(text.as_bytes(), &mut plain);
            let expected = String::from_utf16(&units).expect("no surrogates");
            assert!(plain == expected.as_bytes());
        }
    }
}
