//! What a format of reports has to write.

use std::io::{self, Write};

use weixin_draft::{Level, Report};

use super::{Subject, Tally};

/// A file that was not checked.
pub(crate) struct Unchecked<'a> {
    /// Its name.
    pub(crate) file: &'a str,
    /// `unreadable`, or `skipped` where it may have been meant for a request.
    pub(crate) why: &'static str,
    /// Error where that keeps the check from being good.
    pub(crate) level: Level,
    /// The same for people.
    pub(crate) reason: &'a str,
}

/// A format of reports. It holds no state, so that several threads can use it.
pub(super) trait Format: Sync {
    /// Writes what precedes all reports.
    fn begin(&self, into: &mut dyn Write) -> io::Result<()>;

    /// What every report but the first begins with.
    fn separator(&self) -> &'static str {
        ""
    }

    /// Writes one report.
    fn report(&self, subject: Subject<'_>, report: &Report, into: &mut dyn Write)
    -> io::Result<()>;

    /// Writes that a file was not checked. Standard error has been told.
    fn unchecked(&self, unchecked: &Unchecked<'_>, into: &mut dyn Write) -> io::Result<()>;

    /// Writes what follows all reports.
    fn finish(&self, tally: &Tally, statistics: bool, into: &mut dyn Write) -> io::Result<()>;
}
