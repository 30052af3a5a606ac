//! One call of the server, or more.

use std::time::Instant;

use pyo3::prelude::*;
use weixin_draft_client::Error;

use super::aside::aside;
use super::signals::Signals;
use super::{Client, log};
use crate::errors;

impl Client {
    /// Does a call while other threads run, in a way that Ctrl-C can end.
    pub(crate) fn call<T: Send>(
        &self,
        py: Python<'_>,
        name: &str,
        call: impl FnOnce(&weixin_draft_client::Client) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let client = self.client()?;
        // Ctrl-C is to end this call, and no other of the same client. A coroutine's
        // call is never on the main thread.
        let (own, signals) = Signals::of_thread(py)?;
        let cancellable = client.cancelled_by(self.cancel.as_ref().unwrap_or(&own));
        let begin = Instant::now();
        let result = py.detach(|| call(&cancellable));
        match signals.raised() {
            Some(raised) => Err(raised),
            None => self.logged(py, name, begin, result),
        }
    }

    /// The same for work whose calls are made by other threads.
    pub(crate) fn call_aside<T: Send + 'static>(
        &self,
        py: Python<'_>,
        name: &str,
        call: impl FnOnce(&weixin_draft_client::Client) -> Result<T, Error> + Send + 'static,
    ) -> PyResult<T> {
        let client = self.client()?;
        let cancel = self.cancel.clone().unwrap_or_default();
        let cancellable = client.cancelled_by(&cancel);
        let begin = Instant::now();
        let result = aside(py, &cancel, move || call(&cancellable))?;
        self.logged(py, name, begin, result)
    }

    fn logged<T>(
        &self,
        py: Python<'_>,
        name: &str,
        begin: Instant,
        result: Result<T, Error>,
    ) -> PyResult<T> {
        let result = result.map_err(|error| errors::of_client(py, error, self.language));
        log::call(py, name, begin.elapsed(), result.as_ref().err())?;
        result
    }
}
