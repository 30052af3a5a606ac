//! What every thread does.

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use super::block::Block;
use super::blocks::Blocks;
use super::progress::Progress;
use super::turns::Turns;
use crate::examiner::Examiner;
use crate::report::{Printer, Subject, Tally};

/// Checks blocks until there are none; shared by all threads.
pub(super) struct Worker<'a, 'o> {
    pub(super) blocks: &'a Mutex<Blocks<Box<dyn Read + Send>>>,
    pub(super) turns: &'a Turns<'o>,
    pub(super) examiner: &'a Examiner,
    pub(super) printer: Printer,
    pub(super) file: &'a str,
    pub(super) progress: &'a Progress,
}

/// Output that waits in memory for the block's turn is at most about this.
const MOST_OUTPUT: usize = 1 << 20;

impl Worker<'_, '_> {
    /// Works until the end, and counts what was found.
    pub(super) fn work(&self) -> io::Result<Tally> {
        let _stop = StopOnPanic(self.turns);
        let mut tally = Tally::default();
        let (mut block, mut text) = (Block::default(), Vec::new());
        while self.next(&mut block)? {
            text.clear();
            if block.too_long {
                tally.count_too_long();
                self.printer.print_too_long(self.subject(block.first_line), &mut text)?;
            }
            for (number, line) in block.lines() {
                let report = self.examiner.check(line);
                tally.count(&report);
                if report.violations().is_empty() && !self.printer.prints_good_ones() {
                    continue;
                }
                self.printer.print(self.subject(number), &report, &mut text)?;
                if text.len() > MOST_OUTPUT {
                    if !self.turns.write(block.number, &text) {
                        return Ok(tally);
                    }
                    text.clear();
                }
            }
            self.progress.advance(block.len());
            if !self.turns.end(block.number, &text) {
                break;
            }
        }
        Ok(tally)
    }

    fn next(&self, block: &mut Block) -> io::Result<bool> {
        self.blocks.lock().unwrap_or_else(PoisonError::into_inner).next(block)
    }

    fn subject(&self, line: u64) -> Subject<'_> {
        Subject { file: self.file, line: Some(line) }
    }
}

/// The others must not wait for a thread that is gone.
struct StopOnPanic<'a, 'o>(&'a Turns<'o>);

impl Drop for StopOnPanic<'_, '_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.stop();
        }
    }
}
