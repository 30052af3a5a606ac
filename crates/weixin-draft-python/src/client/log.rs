//! One line a call for Python's logging.

use std::time::Duration;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// Tells the logger `weixin_draft` which call ended how and after how long: at level
/// info, or warning when it failed. No address, token or text is ever in it.
///
/// A program that never imported logging has nobody who would listen.
pub(super) fn call(
    py: Python<'_>,
    name: &str,
    elapsed: Duration,
    error: Option<&PyErr>,
) -> PyResult<()> {
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let logger = match LOGGER.get(py) {
        Some(logger) => logger.bind(py),
        None => {
            let modules = py.import("sys")?.getattr("modules")?;
            let Ok(logging) = modules.get_item("logging") else { return Ok(()) };
            let logger = logging.call_method1("getLogger", ("weixin_draft",))?;
            LOGGER.get_or_init(py, || logger.unbind()).bind(py)
        }
    };
    let outcome = match error {
        None => "ok".to_owned(),
        Some(error) => error.get_type(py).name()?.to_string_lossy().into_owned(),
    };
    let level = if error.is_none() { "info" } else { "warning" };
    let seconds = elapsed.as_secs_f64();
    logger.call_method1(level, ("%s: %s after %.3f s", name, outcome, seconds))?;
    Ok(())
}
