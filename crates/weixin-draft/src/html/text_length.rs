//! How long a text is to its reader.

use super::units::is_white_space;
use crate::json::count_code_points;

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
        // A quick look that is nearly always the last one.
        let repeated = match count_pairs(text, |byte| byte <= b' ') {
            0 => 0,
            _ => count_pairs(text, is_white_space),
        };
        let joined = usize::from(self.ends_with_white_space && is_white_space(*first));
        self.code_points += count_code_points(text) - repeated - joined;
        self.ends_with_white_space = is_white_space(*last);
    }
}

/// Counts the neighbours that are both such. Counters of one byte let compilers
/// count many bytes at a time.
#[inline]
fn count_pairs(text: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    const CHUNK: usize = 192;
    let both = |(one, next): (&u8, &u8)| u8::from(is_such(*one) & is_such(*next));
    let count =
        |(one, next): (&[u8], &[u8])| usize::from(one.iter().zip(next).map(both).sum::<u8>());
    text.chunks(CHUNK).zip(text[1..].chunks(CHUNK)).map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::TextLength;

    fn length(parts: &[&str]) -> usize {
        let mut length = TextLength::default();
        for part in parts {
            length.add_plain(part.as_bytes());
        }
        length.code_points()
    }

    #[test]
    fn counts_characters_and_runs_of_white_space() {
        assert_eq!(length(&["", "中文", "😀"]), 3);
        assert_eq!(length(&[" a \n\t b ", " c"]), 6);
        assert_eq!(length(&["a\u{1}\u{1}b"]), 4);
        assert_eq!(length(&[&"中".repeat(1000), &" ".repeat(1000)]), 1001);
    }
}
