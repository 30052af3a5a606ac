//! Work with many threads, in a way that Ctrl-C can end.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;

use pyo3::exceptions::{PyOSError, PyRuntimeError};
use pyo3::prelude::*;
use weixin_draft_client::Cancel;

use super::signals::{SLICE, is_main_thread};

/// Does work whose calls are made by other threads. The main thread waits for it and for
/// signals; after one whose handler raises, the calls are cancelled.
pub(super) fn aside<T: Send + 'static>(
    py: Python<'_>,
    cancel: &Cancel,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    if !is_main_thread(py)? {
        return Ok(py.detach(work));
    }
    let (done, answer) = mpsc::sync_channel(1);
    thread::Builder::new()
        .name("weixin-draft-pictures".to_owned())
        .spawn(move || drop(done.send(work())))
        .map_err(|error| PyOSError::new_err(format!("no thread for the work: {error}")))?;
    let answer = Mutex::new(answer);
    loop {
        let waited =
            py.detach(|| answer.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(SLICE));
        match waited {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Timeout) => {
                py.check_signals().inspect_err(|_raised| cancel.cancel())?;
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("the work ended without a result"));
            }
        }
    }
}
