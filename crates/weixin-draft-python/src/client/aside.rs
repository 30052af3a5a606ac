//! Waits in a way that Ctrl-C can end.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::{PyOSError, PyRuntimeError};
use pyo3::prelude::*;

use weixin_draft_client::Cancel;

use super::workers;

/// So often Python is asked whether somebody pressed Ctrl-C.
const SIGNAL_SLICE: Duration = Duration::from_millis(20);

/// Does something while other Python threads run, in a way that Ctrl-C can end.
///
/// Python hands signals to its main thread only. So that one lets another
/// thread do the work, and waits for it and for signals; after a signal that
/// raises, the work is cancelled.
pub(super) fn aside<T: Send + 'static>(
    py: Python<'_>,
    cancel: &Cancel,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if !is_main_thread(py)? {
        return Ok(py.detach(work));
    }
    let (done, answer) = mpsc::sync_channel(1);
    workers::spawn(Box::new(move || drop(done.send(work()))))
        .map_err(|error| PyOSError::new_err(format!("no thread for the request: {error}")))?;
    let answer = Mutex::new(answer);
    loop {
        let waited = py.detach(|| {
            answer.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(SIGNAL_SLICE)
        });
        match waited {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Timeout) => {
                py.check_signals().inspect_err(|_raised| cancel.cancel())?;
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("the request ended without an answer"));
            }
        }
    }
}

fn is_main_thread(py: Python<'_>) -> PyResult<bool> {
    let threading = py.import("threading")?;
    let main = threading.call_method0("main_thread")?.getattr("ident")?;
    threading.call_method0("get_ident")?.eq(main)
}
