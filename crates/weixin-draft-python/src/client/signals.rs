//! Ctrl-C, and other signals, while a call waits.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use weixin_draft_client::Cancel;

/// Python is asked this often whether somebody pressed Ctrl-C.
pub(super) const SLICE: Duration = Duration::from_millis(20);

/// Python hands signals to its main thread only, and only where that one asks for them.
pub(super) struct Signals {
    raised: Arc<Mutex<Option<PyErr>>>,
}

impl Signals {
    /// What ends a call of this thread when a signal's handler raises, if this is the
    /// main thread.
    pub(super) fn of_thread(py: Python<'_>) -> PyResult<(Cancel, Self)> {
        let signals = Signals { raised: Arc::default() };
        if !is_main_thread(py)? {
            return Ok((Cancel::new(), signals));
        }
        let raised = Arc::clone(&signals.raised);
        let cancel = Cancel::asking(SLICE, move || {
            Python::attach(|py| match py.check_signals() {
                Ok(()) => false,
                Err(error) => {
                    *raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    true
                }
            })
        });
        Ok((cancel, signals))
    }

    /// What the handler raised.
    pub(super) fn raised(&self) -> Option<PyErr> {
        self.raised.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

pub(super) fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    static MAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static THIS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    // After a fork, another thread may be the main one.
    let main = MAIN.import(py, "threading", "main_thread")?.call0()?;
    THIS.import(py, "threading", "get_ident")?.call0()?.eq(main.getattr(intern!(py, "ident"))?)
}
