//! The command line tool.

use std::ffi::OsString;
use std::io::Write as _;

use pyo3::prelude::*;

/// Runs the command line tool with these arguments, the first of which is the
/// program's name, and returns its exit code.
#[pyfunction]
#[pyo3(signature = (arguments, /))]
pub(crate) fn run_command(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
    py.detach(|| {
        let code = weixin_draft_cli::run(arguments);
        // Nothing else does it: the process ends outside Rust.
        drop(std::io::stdout().flush());
        code
    })
}
