//! What a report is about.

use weixin_draft::Position;

/// A request: a whole file, or a line of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// The file's name. Not escaped.
    pub(crate) file: &'a str,
    /// The line, when every line of the file is a request.
    pub(crate) line: Option<u64>,
}

impl Subject<'_> {
    /// Line and column of a position within the request, in the file.
    pub(crate) fn place(&self, position: Position) -> (u64, usize) {
        let line = self.line.unwrap_or(position.line as u64);
        (line, position.column)
    }
}
