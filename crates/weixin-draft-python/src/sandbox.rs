//! The stand-in for the endpoint, inside this process.

use std::sync::{Mutex, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde_json::Value;
use weixin_draft_sandbox::{APPID, Fault, NEWS, NEWSPIC, SECRET, Sandbox as Server, TOKEN};

use crate::errors;
use crate::payload::Payload;
use crate::to_python;

/// A running sandbox, on a thread of its own.
#[pyclass(frozen, module = "weixin_draft._core")]
pub(crate) struct Sandbox(Mutex<Option<Server>>);

impl Sandbox {
    fn with<T>(&self, use_it: impl FnOnce(&Server) -> T) -> PyResult<T> {
        let server = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let server = server.as_ref().ok_or_else(|| PyValueError::new_err("the sandbox is closed"));
        server.map(use_it)
    }
}

#[pymethods]
impl Sandbox {
    /// A good access token.
    #[classattr]
    const TOKEN: &'static str = TOKEN;
    /// The appid that is given tokens.
    #[classattr]
    const APPID: &'static str = APPID;
    /// The secret that goes with it.
    #[classattr]
    const SECRET: &'static str = SECRET;
    /// The media id of a draft with two news articles.
    #[classattr]
    const NEWS: &'static str = NEWS;
    /// The media id of a draft with one picture message.
    #[classattr]
    const NEWSPIC: &'static str = NEWSPIC;

    #[new]
    #[pyo3(signature = (port = 0))]
    fn new(py: Python<'_>, port: u16) -> PyResult<Self> {
        let server = py.detach(|| Server::start_on(port));
        let server = server.map_err(|error| errors::of_system(py, &error))?;
        Ok(Sandbox(Mutex::new(Some(server))))
    }

    /// The address for a client.
    #[getter]
    fn base_url(&self) -> PyResult<String> {
        self.with(Server::base_url)
    }

    /// Lets the next updates go wrong; fault is an object such as {"fault": "cut"}.
    #[pyo3(signature = (fault, times, endpoint, after, /))]
    fn fail(
        &self,
        fault: &Bound<'_, PyAny>,
        times: u32,
        endpoint: &str,
        after: u32,
    ) -> PyResult<()> {
        let payload = Payload::of(fault)?;
        let fault = serde_json::from_slice(payload.bytes())
            .and_then(Fault::from_fields)
            .map_err(|error| PyValueError::new_err(error.to_string()))?;
        self.with(|server| server.fail_later(endpoint, fault, after, times))
    }

    /// Every draft by its media id, each as draft/get answers with it.
    fn drafts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let drafts = self.with(Server::drafts)?;
        to_python::value(py, &Value::Object(drafts.into_iter().collect()))
    }

    /// The requests that came in, oldest first.
    fn requests<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let requests = self.with(Server::requests)?;
        to_python::value(py, &serde_json::to_value(requests).unwrap_or_default())
    }

    /// Changes fields of an article, as somebody else's edit does.
    fn edit(&self, media_id: &str, index: usize, fields: &Bound<'_, PyAny>) -> PyResult<bool> {
        let payload = Payload::of(fields)?;
        let fields = serde_json::from_slice(payload.bytes())
            .map_err(|error| PyValueError::new_err(error.to_string()))?;
        self.with(|server| server.edit(media_id, index, &fields))
    }

    /// Takes a draft away.
    fn delete(&self, media_id: &str) -> PyResult<bool> {
        self.with(|server| server.delete(media_id))
    }

    /// Ends the access token.
    fn expire_token(&self) -> PyResult<()> {
        self.with(Server::expire_token)
    }

    /// Back to the start.
    fn reset(&self) -> PyResult<()> {
        self.with(Server::reset)
    }

    /// Stops it. A second call does nothing.
    fn close(&self, py: Python<'_>) {
        let server = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        py.detach(|| drop(server));
    }
}
