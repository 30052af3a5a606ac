//! How many threads a bulk check may use.

use std::num::NonZero;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use weixin_draft_batch::cores;

/// As many as the caller says, else one for each core.
///
/// # Errors
/// `ValueError` for none at all.
pub(crate) fn threads(number: Option<usize>) -> PyResult<usize> {
    match number {
        None => Ok(cores()),
        Some(number) => NonZero::new(number)
            .map(NonZero::get)
            .ok_or_else(|| PyValueError::new_err("threads is 0: give 1 or more, or leave it out")),
    }
}
