//! Escapes in rows, as in text of languages that write `\u4e2d` for every character.

use wide::u8x16;

use super::plain::LANES;

/// The length of `\u4e2d`.
pub(super) const ESCAPE: usize = 6;

/// So many escapes fill whole blocks.
const ROW: usize = 8;

const BLOCKS: usize = ROW * ESCAPE / LANES;

/// How many escapes a text begins with that all are sound, mean a character from U+1000 on
/// and are no surrogates. Some may be left out at the end.
#[inline(never)]
pub(super) fn usual_escapes(text: &[u8]) -> usize {
    let (rows, _) = text.as_chunks::<{ ROW * ESCAPE }>();
    rows.iter().take_while(|row| are_usual(row)).count() * ROW
}

/// What is expected of each byte of a row.
const FORM: [Form; BLOCKS] = {
    let mut form = [Form { sign: [0; LANES], first: [0; LANES] }; BLOCKS];
    let mut at = 0;
    while at < ROW * ESCAPE {
        let (block, lane) = (&mut form[at / LANES], at % LANES);
        match at % ESCAPE {
            0 => block.sign[lane] = b'\\',
            1 => block.sign[lane] = b'u',
            2 => block.first[lane] = u8::MAX,
            _ => {}
        }
        at += 1;
    }
    form
};

#[derive(Clone, Copy)]
struct Form {
    /// The sign that is expected; zero for a digit.
    sign: [u8; LANES],
    /// All bits for the first digit of an escape.
    first: [u8; LANES],
}

fn are_usual(row: &[u8; ROW * ESCAPE]) -> bool {
    let (blocks, _) = row.as_chunks();
    let check = |(block, form): (&[u8; LANES], &Form)| {
        let (block, sign) = (u8x16::new(*block), u8x16::new(form.sign));
        let lower = block | u8x16::splat(0x20);
        let is_digit = is_between(block, b'0', 9) | is_between(lower, b'a', 5);
        let wants_digit = sign.simd_eq(u8x16::ZERO);
        let is_sound = block.simd_eq(sign) & !wants_digit | is_digit & wants_digit;
        // These begin small characters and surrogates.
        let is_unusual = block.simd_eq(u8x16::splat(b'0')) | lower.simd_eq(u8x16::splat(b'd'));
        is_sound & !(is_unusual & u8x16::new(form.first))
    };
    blocks.iter().zip(&FORM).map(check).fold(!u8x16::ZERO, |all, block| all & block).all()
}

/// All bits of each byte that is `first` or one of so many after it.
#[inline]
fn is_between(block: u8x16, first: u8, more: u8) -> u8x16 {
    let distance = block - u8x16::splat(first);
    distance.min(u8x16::splat(more)).simd_eq(distance)
}

/// Decodes the escapes that a text begins with, as far as their characters take three bytes,
/// to the end of `plain`; how many there were.
pub(super) fn decode_row(text: &[u8], plain: &mut Vec<u8>) -> usize {
    const AT_ONCE: usize = 64;
    const WIDTH: usize = 3;
    let (escapes, _) = text.as_chunks::<ESCAPE>();
    let mut count = 0;
    for escapes in escapes.chunks(AT_ONCE) {
        let mut decoded = [[0; WIDTH]; AT_ONCE];
        let mut length = 0;
        for ([backslash, u, digits @ ..], decoded) in escapes.iter().zip(&mut decoded) {
            let unit = code_unit_of(*digits);
            let is_escape = u16::from_be_bytes([*backslash, *u]) == u16::from_be_bytes(*b"\\u");
            if !is_escape || unit < 0x800 || unit & 0xF800 == 0xD800 {
                break;
            }
            let byte = |first: u32, bits: u32| (first | bits & 0x3F).to_le_bytes()[0];
            *decoded = [byte(0xE0, unit >> 12), byte(0x80, unit >> 6), byte(0x80, unit)];
            length += 1;
        }
        plain.extend_from_slice(decoded[..length].as_flattened());
        count += length;
        if length < AT_ONCE {
            break;
        }
    }
    count
}

/// The value of four hexadecimal digits, all at once.
#[inline]
fn code_unit_of(digits: [u8; 4]) -> u32 {
    let digits = u32::from_be_bytes(digits);
    // Letters are one above nine in their lower half, and have a bit that digits lack.
    let values = (digits & 0x0F0F_0F0F) + 9 * (digits >> 6 & 0x0101_0101);
    let pairs = (values | values >> 4) & 0x00FF_00FF;
    (pairs | pairs >> 8) & 0xFFFF
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(units: impl IntoIterator<Item = u16>) -> String {
        let written = |unit| format!("\\u{unit:04x}");
        units.into_iter().map(written).collect::<Vec<_>>().concat()
    }

    #[test]
    fn usual_escapes_are_sound_and_large() {
        let usual = row([0x4E2D, 0xFFFD, 0x1000, 0xCFFF, 0xE000, 0x9FFF, 0x3001, 0xABCD]);
        assert_eq!(
            usual_escapes((usual.to_uppercase().replace("\\U", "\\u") + &usual).as_bytes()),
            16
        );
        assert_eq!(usual_escapes(&usual.as_bytes()[..47]), 0);
        for unit in [0, 0x41, 0xFFF, 0xD000, 0xD83D, 0xDFFF] {
            for place in 0..8 {
                let mut units = [0x4E2D; 8];
                units[place] = unit;
                assert_eq!(usual_escapes(row(units).as_bytes()), 0, "{unit:x} at {place}");
            }
        }
        for place in 0..48 {
            for byte in 0..=u8::MAX {
                let mut bytes = row([0x4E2D; 8]).into_bytes();
                bytes[place] = byte;
                let text = String::from_utf8_lossy(&bytes);
                let is_json =
                    serde_json::from_str::<String>(&format!("\"{text}\"")).is_ok_and(|text| {
                        text.chars().count() == 8
                            && text.chars().all(|character| character >= '\u{1000}')
                            && !text.contains('\u{fffd}')
                    });
                let is_left_out = place % 6 == 2 && matches!(byte, b'd' | b'D');
                assert_eq!(
                    usual_escapes(&bytes) == 8,
                    is_json && !is_left_out,
                    "{byte} at {place}"
                );
            }
        }
    }

    #[test]
    fn decodes_what_takes_three_bytes() {
        let units: Vec<u16> = (0x800..0xD800).chain(0xE000..=0xFFFF).collect();
        let mut plain = Vec::new();
        assert_eq!(decode_row(row(units.clone()).as_bytes(), &mut plain), units.len());
        assert_eq!(plain, String::from_utf16(&units).expect("no surrogates").into_bytes());
        assert_eq!(decode_row((row([0x4E2D, 0x7FF]) + "x").as_bytes(), &mut Vec::new()), 1);
    }
}
