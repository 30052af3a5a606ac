//! Objects and arrays that are being written.

use std::vec::IntoIter;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

/// An object or an array that is being written.
pub(super) enum Open<'py> {
    Object { members: IntoIter<(Bound<'py, PyAny>, Bound<'py, PyAny>)>, is_first: bool },
    Array { items: Bound<'py, PyTuple>, next: usize },
}

impl<'py> Open<'py> {
    pub(super) fn object(members: Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>) -> Self {
        Open::Object { members: members.into_iter(), is_first: true }
    }

    pub(super) fn array(items: Bound<'py, PyTuple>) -> Self {
        Open::Array { items, next: 0 }
    }

    pub(super) fn bracket(&self) -> &'static str {
        match self {
            Open::Object { .. } => "{",
            Open::Array { .. } => "[",
        }
    }
}
