//! The line that a violation is in, with a caret under the place.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::escape::Visible;

/// A part of one line, made visible, with a place in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// What is shown of the line.
    pub(super) text: String,
    /// Columns before the place.
    pub(super) indent: usize,
    /// Columns of the place, at least 1.
    pub(super) width: usize,
}

impl Excerpt {
    /// The line of `text` in which `range` begins. When it has more than `width`
    /// columns, what is near the place.
    pub(super) fn of(text: &[u8], range: &Range<usize>, width: usize) -> Self {
        let start = range.start.min(text.len());
        // No more is looked at than could be shown: a body may be one long line.
        let most = width * MAX_BYTES;
        let near = character(text, start.saturating_sub(most))..character(text, start + most);
        let line_start = text[near.start..start].iter().rposition(|byte| *byte == b'\n');
        let line_start = line_start.map_or(near.start, |at| near.start + at + 1);
        let line_end = text[start..near.end].iter().position(|byte| *byte == b'\n');
        let line_end = line_end.map_or(near.end, |length| start + length);
        let end = range.end.clamp(start, line_end);

        let marked = Cut::at_end(&text[start..end], width / 2);
        let spare = width.saturating_sub(marked.width());
        // What precedes the place says more about it than what follows.
        let before = Cut::at_start(&text[line_start..start], spare * 2 / 3);
        let after = Cut::at_end(&text[end..line_end], spare.saturating_sub(before.width()));
        Excerpt {
            indent: before.width(),
            width: marked.width().max(1),
            text: [before.text, marked.text, after.text].concat(),
        }
    }
}

/// A text of bounded width.
struct Cut {
    text: String,
}

impl Cut {
    /// Cuts off the beginning of what is too long.
    fn at_start(bytes: &[u8], width: usize) -> Self {
        let text = visible(bytes);
        if text.width() <= width {
            return Cut { text };
        }
        let kept = fitting(text.chars().rev(), width.saturating_sub(1));
        Cut { text: format!("…{}", &text[text.len() - kept..]) }
    }

    /// Cuts off the end of what is too long.
    fn at_end(bytes: &[u8], width: usize) -> Self {
        let text = visible(bytes);
        if text.width() <= width {
            return Cut { text };
        }
        let kept = fitting(text.chars(), width.saturating_sub(1));
        Cut { text: format!("{}…", &text[..kept]) }
    }

    fn width(&self) -> usize {
        self.text.width()
    }
}

/// The bytes of the first characters that have at most `width` columns.
fn fitting(characters: impl Iterator<Item = char>, width: usize) -> usize {
    let (mut columns, mut bytes) = (0, 0);
    for character in characters {
        columns += character.width().unwrap_or(0);
        if columns > width {
            break;
        }
        bytes += character.len_utf8();
    }
    bytes
}

/// Where the character of this byte begins, or the text ends.
fn character(text: &[u8], mut offset: usize) -> usize {
    while offset > 0 && text.get(offset).is_some_and(|byte| byte & 0xC0 == 0x80) {
        offset -= 1;
    }
    offset.min(text.len())
}

/// No column takes more bytes than a character with a few marks on it.
const MAX_BYTES: usize = 8;

fn visible(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    Visible(text.trim_end_matches('\r')).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, marked: &str, width: usize) -> String {
        let start = text.find(marked).unwrap();
        let excerpt = Excerpt::of(text.as_bytes(), &(start..start + marked.len()), width);
        assert!(excerpt.text.width() <= width + 1, "{excerpt:?}");
        format!("{}\n{}{}", excerpt.text, " ".repeat(excerpt.indent), "^".repeat(excerpt.width))
    }

    #[test]
    fn the_caret_is_under_the_place() {
        assert_eq!(
            show("{\n  \"index\": \"0\",\n}", "\"0\"", 40),
            "  \"index\": \"0\",\n           ^^^"
        );
        assert_eq!(show("\"春🌸\": 中文", "中文", 40), "\"春🌸\": 中文\n        ^^^^");
        assert_eq!(show("a\tb\u{1B}c x", "x", 40), "a\\tb\\u{1b}c x\n            ^");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("{}<img>{}", "前".repeat(50), "b".repeat(50));
        assert_eq!(
            show(&text, "<img>", 30),
            "…前前前前前前前<img>bbbbbbbbb…\n               ^^^^^"
        );
        assert_eq!(show(&"x".repeat(100), &"x".repeat(100), 20), "xxxxxxxxx…\n^^^^^^^^^^");
    }

    #[test]
    fn a_place_may_be_empty_or_at_the_end_and_hold_anything() {
        let excerpt = Excerpt::of(b"ab\xFF\n", &(4..9), 20);
        assert_eq!(excerpt, Excerpt { text: String::new(), indent: 0, width: 1 });
        let excerpt = Excerpt::of(b"ab\xFFc", &(2..2), 20);
        assert_eq!(excerpt, Excerpt { text: "ab\u{FFFD}c".to_owned(), indent: 2, width: 1 });
        for range in [0..0, 1..5, 3..4, 5..12] {
            Excerpt::of("中\u{301}\u{301}\u{301}\u{301}\u{301}\n".as_bytes(), &range, 1);
        }
    }
}
