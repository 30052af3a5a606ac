//! The few characters that the names of ratios are made of.

/// Width of a character in its own pixels.
pub(super) const WIDTH: u32 = 5;
/// Height of a character in its own pixels.
pub(super) const HEIGHT: u32 = 7;

/// The rows of a character from top to bottom; in each, the highest of the
/// five bits is the leftmost pixel.
fn rows(character: char) -> [u8; HEIGHT as usize] {
    match character {
        '1' => [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        '2' => [0b01110, 0b10001, 0b00001, 0b00010, 0b00100, 0b01000, 0b11111],
        '3' => [0b11111, 0b00010, 0b00100, 0b00010, 0b00001, 0b10001, 0b01110],
        '5' => [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
        '6' => [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        '9' => [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
        '.' => [0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b01100, 0b01100],
        '_' => [0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b11111],
        _ => [0; HEIGHT as usize],
    }
}

/// Whether a character has ink there.
pub(super) fn is_inked(character: char, x: u32, y: u32) -> bool {
    let row = rows(character)[y as usize];
    row >> (WIDTH - 1 - x) & 1 == 1
}

#[cfg(test)]
mod tests {
    use weixin_draft::Ratio;

    use super::*;

    #[test]
    fn every_name_of_a_ratio_can_be_written() {
        for character in Ratio::ALL.iter().flat_map(|ratio| ratio.as_str().chars()) {
            assert_ne!(rows(character), [0; HEIGHT as usize], "{character}");
        }
    }
}
