//! From the lines of one input to their reports.

use std::io::{self, Write};

use weixin_draft::{Checker, too_long};
use weixin_draft_batch::{Block, Row, cores, in_order};

use super::progress::Progress;
use super::read_ahead::ReadAhead;
use crate::input::Input;
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
}
