//! How long a text is to its reader.

use super::units::is_white_space;

/// Counts code points of text; a run of ASCII white space counts as one.
#[derive(Default)]
pub(super) struct TextLength {
    code_points: usize,
    ends_with_white_space: bool,
}

impl TextLength {
    pub(super) fn code_points(&self) -> usize {
        self.code_points
    }

    /// Counts a character.
    #[inline]
    pub(super) fn add(&mut self, character: char) {
        let white_space = u8::try_from(character).is_ok_and(is_white_space);
        self.code_points += usize::from(!(white_space && self.ends_with_white_space));
        self.ends_with_white_space = white_space;
    }

    /// Counts a stretch of UTF-8 that is nothing but text. In a form that
    /// compilers vectorise.
    pub(super) fn add_plain(&mut self, text: &[u8]) {
        let (Some(first), Some(last)) = (text.first(), text.last()) else {
            return;
        };
        let is_continuation = |byte: u8| byte & 0xC0 == 0x80;
        let characters = text.iter().filter(|byte| !is_continuation(**byte)).count();
        let repeated = text
            .iter()
            .zip(&text[1..])
            .filter(|(one, next)| is_white_space(**one) & is_white_space(**next))
            .count();
        let joined = usize::from(self.ends_with_white_space && is_white_space(*first));
        self.code_points += characters - repeated - joined;
        self.ends_with_white_space = is_white_space(*last);
    }
}
