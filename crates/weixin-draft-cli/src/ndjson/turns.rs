//! Output in the order of the input.

use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::progress::Progress;
use crate::output::Output;

/// Lets workers write one after the other, in the order of their blocks.
pub(super) struct Turns<'a> {
    state: Mutex<State<'a>>,
    changed: Condvar,
    progress: &'a Progress,
}

struct State<'a> {
    /// The block whose turn it is.
    turn: u64,
    output: &'a mut Output,
    stopped: bool,
    error: Option<io::Error>,
}

impl<'a> Turns<'a> {
    pub(super) fn new(output: &'a mut Output, progress: &'a Progress) -> Self {
        let state = State { turn: 0, output, stopped: false, error: None };
        Turns { state: Mutex::new(state), changed: Condvar::new(), progress }
    }

    /// Waits for the block's turn and writes some of its output. Returns
    /// whether the work goes on: nobody may be reading any more.
    pub(super) fn write(&self, block: u64, bytes: &[u8]) -> bool {
        let mut state = self.wait_for(block);
        if !state.stopped && !bytes.is_empty() {
            let output = &mut *state.output;
            let result =
                self.progress.around(|| output.write_all(bytes).and_then(|()| output.flush()));
            state.stopped = result.is_err() || state.output.is_closed();
            state.error = result.err();
            self.changed.notify_all();
        }
        !state.stopped
    }

    /// Writes the last of a block's output and passes the turn on.
    pub(super) fn end(&self, block: u64, bytes: &[u8]) -> bool {
        let goes_on = self.write(block, bytes);
        self.state().turn = block + 1;
        self.changed.notify_all();
        goes_on
    }

    /// Ends all work; a worker that waited for a block that never comes would
    /// wait for ever.
    pub(super) fn stop(&self) {
        self.state().stopped = true;
        self.changed.notify_all();
    }

    /// Whether everything was written, or nobody wants the rest.
    pub(super) fn finish(self) -> io::Result<()> {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        state.error.map_or(Ok(()), Err)
    }

    fn wait_for(&self, block: u64) -> MutexGuard<'_, State<'a>> {
        let not_yet = |state: &mut State<'_>| state.turn != block && !state.stopped;
        let waited = self.changed.wait_while(self.state(), not_yet);
        waited.unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, State<'a>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
