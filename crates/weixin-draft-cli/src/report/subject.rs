//! What a report is about.

use weixin_draft::Violation;

/// A request: a whole file, or a line of one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    /// The file's name. Not escaped.
    pub(crate) file: &'a str,
    /// The line, when every line of the file is a request.
    pub(crate) line: Option<u64>,
}

impl Subject<'_> {
    /// Line and column in the file of the first place of a violation.
    pub(crate) fn place(&self, violation: &Violation) -> (u64, usize) {
        let (line, column) = match violation.first_location() {
            Some(location) => (location.line, location.column),
            None => (1, 1),
        };
        (self.line.unwrap_or(line as u64), column)
    }
}
