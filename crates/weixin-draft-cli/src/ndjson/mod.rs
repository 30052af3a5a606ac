//! Checks files with one request a line, on all cores, in constant memory.

mod check;
mod files;
mod progress;
mod read_ahead;

pub(crate) use check::{Lines, NdjsonError};
pub(crate) use files::expand;
pub(crate) use progress::Progress;
