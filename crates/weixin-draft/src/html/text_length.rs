//! How long a text is to its reader.

use weixin_draft_scan::Stretch;

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

    /// Counts characters, none of which is white space.
    pub(super) fn add_visible(&mut self, count: usize) {
        self.code_points += count;
        self.ends_with_white_space = false;
    }

    /// Counts a stretch of text.
    pub(super) fn add_stretch(&mut self, text: &[u8], stretch: &Stretch) {
        let (Some(first), Some(last)) = (text.first(), text.last()) else {
            return;
        };
        let repeated = if stretch.repeats_white_space { count_repeated(text) } else { 0 };
        let joined = usize::from(self.ends_with_white_space && is_white_space(*first));
        self.code_points += text.len() - stretch.surplus - repeated - joined;
        self.ends_with_white_space = is_white_space(*last);
    }
}

/// Counts the white space after white space. Counters of one byte let compilers count many
/// bytes at a time.
#[inline(never)]
fn count_repeated(text: &[u8]) -> usize {
    const CHUNK: usize = 192;
    let both = |(one, next): (&u8, &u8)| u8::from(is_white_space(*one) & is_white_space(*next));
    let count =
        |(one, next): (&[u8], &[u8])| usize::from(one.iter().zip(next).map(both).sum::<u8>());
    text.chunks(CHUNK).zip(text[1..].chunks(CHUNK)).map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::{Stretch, TextLength};

    fn length(parts: &[&str]) -> usize {
        let mut length = TextLength::default();
        for part in parts {
            let stretch = Stretch::of(part.as_bytes());
            length.add_stretch(part.as_bytes(), &stretch);
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
