//! Checks a file with one request a line, block by block, on all cores.

mod at_once;
mod row;
mod source;
mod state;

use std::sync::{Mutex, TryLockError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};

use crate::checker::Checker;
use crate::report::Report;
pub(crate) use row::{check, into_python};
use source::Source;
use state::State;

/// Iterates over (line, report); lines count from 1, blank ones are skipped.
///
/// At any time about 4 MiB of input and its reports are in memory.
#[pyclass(frozen, module = "weixin_draft._core")]
pub(crate) struct NdjsonReports {
    state: Mutex<State>,
}

#[pymethods]
impl NdjsonReports {
    #[new]
    #[pyo3(signature = (source, checker, threads = None, progress = None, /))]
    fn new(
        source: &Bound<'_, PyAny>,
        checker: &Bound<'_, Checker>,
        threads: Option<usize>,
        progress: Option<Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let threads = crate::threads::threads(threads)?;
        let source = Source::of(source)?;
        let bar = match progress {
            Some(progress) => Some(progress.call1((source.total(),))?.unbind()),
            None => None,
        };
        Ok(NdjsonReports { state: Mutex::new(State::new(source, checker.get(), threads, bar)) })
    }

    /// Closes the input and drops what was read ahead; nothing follows then.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        self.with(|state| state.close(py))
    }

    fn __enter__(this: Py<Self>) -> Py<Self> {
        this
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, py: Python<'_>, _exception: &Bound<'_, PyAny>) -> PyResult<()> {
        self.close(py)
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        // Whoever holds the state is using it, so it is no garbage.
        self.state.try_lock().map_or(Ok(()), |state| state.traverse(&visit))
    }

    fn __iter__(this: Py<Self>) -> Py<Self> {
        this
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<(u64, Bound<'py, Report>)>> {
        self.with(|state| state.next(py))
    }
}

impl NdjsonReports {
    fn with<T>(&self, action: impl FnOnce(&mut State) -> PyResult<T>) -> PyResult<T> {
        match self.state.try_lock() {
            Ok(mut state) => action(&mut state),
            Err(TryLockError::Poisoned(poisoned)) => action(&mut poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => Err(PyValueError::new_err(
                "this iterator is in use, in another thread or by its own input: take its \
                 results in one place, or put a lock around it",
            )),
        }
    }
}
