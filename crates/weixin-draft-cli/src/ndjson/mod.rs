//! Checks a file with one request a line, on all cores, in constant memory.
//!
//! Every worker takes a block of lines, checks it, waits for its turn and
//! prints. So there are never more blocks in memory than workers, and the
//! output has the order of the input.

mod block;
mod blocks;
mod progress;
mod turns;
mod worker;

use std::io;
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

use crate::examiner::Examiner;
use crate::input::Input;
use crate::output::Output;
use crate::report::{Printer, Tally};
use blocks::Blocks;
use progress::Progress;
use turns::Turns;
use worker::Worker;

/// Checks every line of the input and prints the reports.
///
/// # Errors
/// When the input cannot be read, or the output not written.
pub(crate) fn check(
    input: &Input,
    examiner: &Examiner,
    printer: Printer,
    output: &mut Output,
) -> Result<Tally, NdjsonError> {
    let file = input.name();
    let source = input.open().map_err(NdjsonError::Input)?;
    let progress = Progress::of(input);
    let blocks = Mutex::new(Blocks::new(source));
    let turns = Turns::new(output, &progress);
    let worker = Worker {
        blocks: &blocks,
        turns: &turns,
        examiner,
        printer,
        file: &file,
        progress: &progress,
    };
    let others = thread::available_parallelism().map_or(0, NonZero::get).saturating_sub(1);
    let result = thread::scope(|scope| {
        let handles: Vec<_> = (0..others).map(|_| scope.spawn(|| worker.work())).collect();
        let mut total = worker.work();
        for handle in handles {
            let tally = handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            total = total.and_then(|mut total| {
                total += tally?;
                Ok(total)
            });
        }
        total
    });
    progress.finish();
    let tally = result.map_err(NdjsonError::Input)?;
    turns.finish().map_err(NdjsonError::Output)?;
    Ok(tally)
}

/// What can go wrong besides the requests.
#[derive(Debug)]
pub(crate) enum NdjsonError {
    /// The input cannot be read.
    Input(io::Error),
    /// The output cannot be written.
    Output(io::Error),
}
