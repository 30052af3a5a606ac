//! From the first report to the last, in one format.

use std::io::{self, Write};

use weixin_draft::Report;

use super::format::{Format, Unchecked};
use super::{ReportFormat, Subject, Tally, Text, github, json, junit, sarif};
use crate::output::Output;

/// Prints the reports of one call and counts what they say: `begin`, then reports,
/// then `finish`.
pub(crate) struct Reporter {
    format: Box<dyn Format>,
    statistics: bool,
    tally: Tally,
    is_empty: bool,
}

impl Reporter {
    /// Prints in this format; `text` is how text is printed.
    pub(crate) fn new(format: ReportFormat, text: Text, ndjson: bool, statistics: bool) -> Self {
        let language = text.language;
        let format: Box<dyn Format> = match format {
            ReportFormat::Text => Box::new(text),
            ReportFormat::Json => Box::new(json::Json { language, one_a_line: ndjson }),
            ReportFormat::Github => Box::new(github::Github { language }),
            ReportFormat::Sarif => Box::new(sarif::Sarif { language }),
            ReportFormat::Junit => Box::new(junit::Junit { language }),
        };
        Reporter { format, statistics, tally: Tally::default(), is_empty: true }
    }

    /// What was found so far.
    pub(crate) fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Prints what precedes all reports.
    pub(crate) fn begin(&self, output: &mut Output) -> io::Result<()> {
        self.format.begin(output)
    }

    /// An empty batch, to be filled on any thread and given to [`Reporter::take`].
    pub(crate) fn batch(&self) -> Batch<'_> {
        Batch { format: &*self.format, text: Vec::new(), tally: Tally::default() }
    }

    /// Prints one report.
    pub(crate) fn report(
        &mut self,
        subject: Subject<'_>,
        report: &Report,
        output: &mut Output,
    ) -> io::Result<()> {
        let mut batch = self.batch();
        batch.report(subject, report)?;
        let finished = batch.finish();
        self.take(finished, output)
    }

    /// Prints that a file was not checked.
    pub(crate) fn unchecked(
        &mut self,
        unchecked: &Unchecked<'_>,
        output: &mut Output,
    ) -> io::Result<()> {
        let mut batch = self.batch();
        batch.add(|format, text| format.unchecked(unchecked, text))?;
        let finished = batch.finish();
        self.take(finished, output)
    }

    /// Counts a file that is JSON of another kind.
    pub(crate) fn count_other(&mut self) {
        self.tally.others += 1;
    }

    /// Prints the text of a batch, and counts what it found.
    pub(crate) fn take(
        &mut self,
        (text, found): (Vec<u8>, Tally),
        output: &mut Output,
    ) -> io::Result<()> {
        self.tally += found;
        let separator = self.format.separator().as_bytes();
        let mut text = &*text;
        if self.is_empty {
            text = text.strip_prefix(separator).unwrap_or(text);
        }
        self.is_empty &= text.is_empty();
        output.write_all(text)
    }

    /// Prints what follows all reports.
    pub(crate) fn finish(&self, output: &mut Output) -> io::Result<()> {
        self.format.finish(&self.tally, self.statistics, output)
    }
}

/// Some reports, in memory.
pub(crate) struct Batch<'a> {
    format: &'a dyn Format,
    text: Vec<u8>,
    tally: Tally,
}

impl Batch<'_> {
    /// Adds a report.
    pub(crate) fn report(&mut self, subject: Subject<'_>, report: &Report) -> io::Result<()> {
        self.tally.count(report);
        self.add(|format, text| format.report(subject, report, text))
    }

    /// Adds what is written, and a separator before it unless that is nothing.
    fn add(
        &mut self,
        write: impl FnOnce(&dyn Format, &mut Vec<u8>) -> io::Result<()>,
    ) -> io::Result<()> {
        let before = self.text.len();
        self.text.extend_from_slice(self.format.separator().as_bytes());
        let separated = self.text.len();
        write(self.format, &mut self.text)?;
        if self.text.len() == separated {
            self.text.truncate(before);
        }
        Ok(())
    }

    /// Its text, and what it found.
    pub(crate) fn finish(self) -> (Vec<u8>, Tally) {
        (self.text, self.tally)
    }
}
