//! Checks what an iterable gives, on all cores, in order.

mod row;
mod state;

use std::sync::{Mutex, TryLockError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};

use crate::checker::Checker;
use crate::report::Report;
use state::State;

/// Iterates over the reports of many payloads; None for a missing one.
///
/// At most 4,096 payloads, or about 1 MiB of them, are taken ahead.
#[pyclass(frozen, module = "weixin_draft._core")]
pub(crate) struct ManyReports {
    state: Mutex<State>,
}

#[pymethods]
impl ManyReports {
    #[new]
    #[pyo3(signature = (payloads, checker, threads = None, /))]
    fn new(
        payloads: &Bound<'_, PyAny>,
        checker: &Bound<'_, Checker>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        let threads = crate::threads::threads(threads)?;
        Ok(ManyReports { state: Mutex::new(State::new(payloads, checker.get(), threads)?) })
    }

    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        // Whoever holds the state is using it, so it is no garbage.
        self.state.try_lock().map_or(Ok(()), |state| state.traverse(&visit))
    }

    fn __iter__(this: Py<Self>) -> Py<Self> {
        this
    }

    #[expect(clippy::option_option, reason = "the end, and a missing payload")]
    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Option<Bound<'py, Report>>>> {
        match self.state.try_lock() {
            Ok(mut state) => state.next(py),
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner().next(py),
            Err(TryLockError::WouldBlock) => Err(PyValueError::new_err(
                "this iterator is in use, in another thread or by its own input: take its \
                 results in one place, or put a lock around it",
            )),
        }
    }
}
