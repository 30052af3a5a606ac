//! Checks files with one request a line, on all cores, in constant memory.

mod check;
mod progress;
mod read_ahead;

pub(crate) use check::{Lines, NdjsonError};
pub(crate) use progress::Progress;
