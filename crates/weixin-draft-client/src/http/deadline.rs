//! When a call has to be over.

use std::time::Duration;

use tokio::time::Instant;

/// When a call has to be over, and how much time it had in all, which errors tell.
#[derive(Clone, Copy)]
pub(crate) struct Deadline {
    pub(crate) at: Instant,
    pub(crate) timeout: Duration,
}

impl Deadline {
    /// Of what begins now.
    pub(crate) fn after(timeout: Duration) -> Self {
        Deadline { at: Instant::now() + timeout, timeout }
    }
}
