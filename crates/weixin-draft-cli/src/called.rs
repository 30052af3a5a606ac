//! The server that a command calls.

use std::time::Duration;

/// Who is called, and how long that may take.
#[derive(Debug)]
pub(crate) struct Called {
    pub(crate) host: String,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) is_sandbox: bool,
}
