//! Lines and columns, for people and editors.

use serde::Serialize;

/// A place in the text that was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Line, from 1; lines end with a line feed.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
}

/// Finds positions of growing offsets in one pass over the text.
pub(crate) struct PositionFinder<'a> {
    text: &'a [u8],
    at: usize,
    position: Position,
}

impl<'a> PositionFinder<'a> {
    pub(crate) fn new(text: &'a [u8]) -> Self {
        PositionFinder { text, at: 0, position: Position { line: 1, column: 1 } }
    }

    /// The position of a byte offset, which is not before the last one asked for.
    pub(crate) fn find(&mut self, offset: usize) -> Position {
        let offset = offset.clamp(self.at, self.text.len());
        let passed = &self.text[self.at..offset];
        let line_start = match memchr::memrchr(b'\n', passed) {
            Some(last) => {
                self.position.line += memchr::memchr_iter(b'\n', passed).count();
                self.position.column = 1;
                last + 1
            }
            None => 0,
        };
        let is_first_byte = |byte: &&u8| **byte & 0xC0 != 0x80;
        self.position.column += passed[line_start..].iter().filter(is_first_byte).count();
        self.at = offset;
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_code_points() {
        let mut finder = PositionFinder::new("a中b\n\n😀x".as_bytes());
        assert_eq!(finder.find(0), Position { line: 1, column: 1 });
        assert_eq!(finder.find(4), Position { line: 1, column: 3 });
        assert_eq!(finder.find(11), Position { line: 3, column: 2 });
        assert_eq!(finder.find(999), Position { line: 3, column: 3 });
    }
}
