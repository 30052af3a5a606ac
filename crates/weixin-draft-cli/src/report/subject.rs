//! What a report is about.

use std::ops::Range;

use weixin_draft::{Location, Violation};

/// A request: a whole file, or a line of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// The file's name. Not escaped.
    pub(crate) file: &'a str,
    /// The line, when every line of the file is a request.
    pub(crate) line: Option<u64>,
    /// The request.
    pub(crate) body: &'a [u8],
}

/// A line and a column of a file, both from 1; columns count code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: u64,
    pub(super) column: usize,
}

impl<'a> Subject<'a> {
    /// A file with one request.
    pub(crate) fn of_file(file: &'a str, body: &'a [u8]) -> Self {
        Subject { file, line: None, body }
    }

    /// Where in the file the first place of a violation is.
    pub(super) fn first_position(&self, violation: &Violation) -> Position {
        self.position(violation.first_location())
    }

    /// Where in the file a place is; the beginning where it is unknown.
    pub(super) fn position(&self, location: Option<&Location>) -> Position {
        let (line, column) = location.map_or((1, 1), |place| (place.line, place.column));
        Position { line: self.line.unwrap_or(1) + line as u64 - 1, column }
    }

    /// Where a range of the request begins and ends. `near` is a place before which
    /// it seldom is.
    pub(super) fn span(&self, range: &Range<usize>, near: &Location) -> (Position, Position) {
        let near_start = (near.range.start <= range.start).then_some(near);
        let (from, position) = match near_start {
            Some(near) => (near.range.start, self.position(Some(near))),
            None => (0, self.position(None)),
        };
        let start = position.advance(self.body.get(from..range.start));
        (start, start.advance(self.body.get(range.clone())))
    }
}

impl Position {
    fn advance(self, passed: Option<&[u8]>) -> Self {
        let characters = passed.unwrap_or_default().iter().filter(|byte| **byte & 0xC0 != 0x80);
        characters.fold(self, |at, byte| match byte {
            b'\n' => Position { line: at.line + 1, column: 1 },
            _ => Position { line: at.line, column: at.column + 1 },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_count_lines_and_code_points() {
        let subject = Subject { file: "-", line: Some(7), body: "中a\n😀b".as_bytes() };
        let (start, end) = subject.span(&(3..9), &Location::default());
        // A default location has no line, and is the text's beginning.
        assert_eq!((start.column, end.column), (1, 2));
        assert_eq!(end.line, start.line + 1);
    }
}
