//! How a call ended.

use std::io;

/// How a call ended, as its exit code says it; of several, the largest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// All is well.
    Fine = 0,
    /// A request has errors.
    Invalid = 1,
    /// Wrong usage, or a file that cannot be read or written.
    Usage = 2,
    /// The server refused the request.
    Refused = 3,
    /// No proper answer came.
    Unreachable = 4,
    /// Somebody else changed the draft. Nothing was sent, unless the message says so.
    Conflict = 5,
}

impl Outcome {
    /// The exit code.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    /// The outcome of a check.
    pub(crate) fn of_check(is_ok: bool) -> Self {
        if is_ok { Outcome::Fine } else { Outcome::Invalid }
    }
}

/// Why a command cannot go on, in the caller's language; exit code 2.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// Standard output cannot be written, in the words of [`Output`](crate::output::Output). A
/// closed pipe is not among the reasons.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}
