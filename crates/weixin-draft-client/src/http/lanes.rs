//! The lanes of a client that are free.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{io, process};

use super::Lane;

/// How many lanes are kept while nobody uses them.
const IDLE_LANES: usize = 10;

/// The free lanes of one process, the last used at the end. A fork shares
/// their connections with its parent, and if both used one, either could get
/// the other's answer.
pub(crate) struct Lanes(Mutex<Free>);

struct Free {
    process: u32,
    lanes: Vec<Lane>,
}

impl Lanes {
    pub(crate) fn new() -> Self {
        Lanes(Mutex::new(Free { process: process::id(), lanes: Vec::new() }))
    }

    /// A free lane, or a new one.
    pub(crate) fn take(&self) -> io::Result<Lane> {
        let free = self.free().lanes.pop();
        free.map_or_else(Lane::new, Ok)
    }

    pub(crate) fn give_back(&self, lane: Lane) {
        let mut free = self.free();
        if free.lanes.len() < IDLE_LANES {
            free.lanes.push(lane);
        }
    }

    fn free(&self) -> MutexGuard<'_, Free> {
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if free.process != process::id() {
            free.process = process::id();
            // Dropped, they would be shut down under the hands of the parent.
            std::mem::forget(std::mem::take(&mut free.lanes));
        }
        free
    }
}
