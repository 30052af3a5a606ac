//! From the lines of one input to their reports.

use std::io::{self, Write};

use weixin_draft::{Checker, Report, too_long};
use weixin_draft_batch::{Block, Row, cores, in_order};

use super::progress::Progress;
use super::read_ahead::ReadAhead;
use crate::input::Input;
use crate::outcome::Failure;
use crate::output::Output;
use crate::report::{Reporter, Subject, Tally};

/// How lines are checked and their reports printed.
pub(crate) struct Lines<'a> {
    pub(crate) checker: &'a Checker,
    pub(crate) progress: &'a Progress,
}

impl Lines<'_> {
    /// Checks every line of an input, prints the reports in its order and
    /// counts what they say.
    ///
    /// # Errors
    /// When the input cannot be read, or the output not written; what was
    /// checked before is printed and counted.
    pub(crate) fn check(
        &self,
        input: &Input,
        file: &str,
        reporter: &mut Reporter,
        output: &mut Output,
    ) -> Result<(), NdjsonError> {
        let source = input.open().map_err(NdjsonError::Input)?;
        let source = self.progress.watch(source);
        let mut ahead = ReadAhead::of(source).map_err(NdjsonError::Input)?;
        let mut blocks = Vec::new();
        while !output.is_closed() {
            blocks = ahead.next(blocks).map_err(NdjsonError::Input)?;
            if blocks.is_empty() {
                break;
            }
            let check = |block: &Block| self.check_block(block, file, reporter);
            for checked in in_order(&blocks, cores(), check) {
                let checked = checked.map_err(NdjsonError::Output)?;
                if checked.0.is_empty() {
                    reporter.take(checked, output).map_err(NdjsonError::Output)?;
                    continue;
                }
                let print = || reporter.take(checked, output).and_then(|()| output.flush());
                self.progress.around(print).map_err(NdjsonError::Output)?;
            }
        }
        Ok(())
    }

    /// The same, one line after the other, with what `look` adds to each report.
    ///
    /// # Errors
    /// Also what `look` says.
    pub(crate) fn check_each(
        &self,
        input: &Input,
        file: &str,
        reporter: &mut Reporter,
        output: &mut Output,
        mut look: impl FnMut(&[u8], Report) -> Result<Report, Failure>,
    ) -> Result<(), NdjsonError> {
        let source = self.progress.watch(input.open().map_err(NdjsonError::Input)?);
        let mut ahead = ReadAhead::of(source).map_err(NdjsonError::Input)?;
        let mut blocks = ahead.next(Vec::new()).map_err(NdjsonError::Input)?;
        while !blocks.is_empty() && !output.is_closed() {
            for (line, row) in blocks.iter().flat_map(Block::rows) {
                let (body, report) = match row {
                    Row::Bytes(body) => (body, look(body, self.checker.check_json(body))?),
                    Row::TooLong => (&b""[..], too_long()),
                };
                let subject = Subject { file, line: Some(line), body };
                reporter.report(subject, &report, output).map_err(NdjsonError::Output)?;
            }
            blocks = ahead.next(blocks).map_err(NdjsonError::Input)?;
        }
        Ok(())
    }

    /// What is to be printed of a block's lines.
    fn check_block(
        &self,
        block: &Block,
        file: &str,
        reporter: &Reporter,
    ) -> io::Result<(Vec<u8>, Tally)> {
        let mut batch = reporter.batch();
        for (line, row) in block.rows() {
            let body = if let Row::Bytes(body) = row { body } else { b"" };
            let subject = Subject { file, line: Some(line), body };
            match row {
                Row::Bytes(body) => batch.report(subject, &self.checker.check_json(body))?,
                Row::TooLong => batch.report(subject, &too_long())?,
            }
        }
        Ok(batch.finish())
    }
}

/// What can go wrong besides the requests.
#[derive(Debug)]
pub(crate) enum NdjsonError {
    /// The input cannot be read.
    Input(io::Error),
    /// The output cannot be written.
    Output(io::Error),
    /// What was to be added to a report cannot be had.
    Look(Failure),
}

impl From<Failure> for NdjsonError {
    fn from(failure: Failure) -> Self {
        NdjsonError::Look(failure)
    }
}
