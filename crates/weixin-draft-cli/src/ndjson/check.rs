//! From the lines of one input to their reports.

use std::io::{self, Write};

use weixin_draft::Checker;
use weixin_draft_batch::{Block, Row, cores, in_order};

use super::progress::Progress;
use super::read_ahead::ReadAhead;
use crate::input::Input;
use crate::output::Output;
use crate::report::{Printer, Subject, Tally};

/// How lines are checked and their reports printed.
pub(crate) struct Lines<'a> {
    pub(crate) checker: &'a Checker,
    pub(crate) printer: Printer,
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
        output: &mut Output,
        tally: &mut Tally,
    ) -> Result<(), NdjsonError> {
        let file = input.name();
        let source = input.open().map_err(NdjsonError::Input)?;
        let source = self.progress.watch(source);
        let mut ahead = ReadAhead::of(source).map_err(NdjsonError::Input)?;
        let mut blocks = Vec::new();
        while !output.is_closed() {
            blocks = ahead.next(blocks).map_err(NdjsonError::Input)?;
            if blocks.is_empty() {
                break;
            }
            for checked in in_order(&blocks, cores(), |block| self.check_block(block, &file)) {
                let (text, found) = checked.map_err(NdjsonError::Output)?;
                *tally += found;
                let print = || output.write_all(&text).and_then(|()| output.flush());
                if !text.is_empty() {
                    self.progress.around(print).map_err(NdjsonError::Output)?;
                }
            }
        }
        Ok(())
    }

    /// What is to be printed of a block's lines.
    fn check_block(&self, block: &Block, file: &str) -> io::Result<(Vec<u8>, Tally)> {
        let (mut text, mut tally) = (Vec::new(), Tally::default());
        for (line, row) in block.rows() {
            let subject = Subject { file, line: Some(line) };
            let Row::Bytes(body) = row else {
                tally.count_too_long();
                self.printer.print_too_long(subject, &mut text)?;
                continue;
            };
            let report = self.checker.check_json(body);
            tally.count(&report);
            if !report.violations().is_empty() || self.printer.prints_good_ones() {
                self.printer.print(subject, &report, &mut text)?;
            }
        }
        Ok((text, tally))
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
