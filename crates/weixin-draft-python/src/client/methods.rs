//! What a program calls.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};

use super::change::Change;
use super::options::Options;
use super::token::Token;
use super::{Cancel, Client, answers};
use crate::checker::Checker;
use crate::errors;
use crate::payload::Payload;
use crate::response::Response;

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (
        access_token, *, timeout = None, connect_timeout = None, base_url = None,
        allow_http = Vec::new(), system_roots = false, ca_file = None, checker = None,
        proxy = None, proxy_from_env = true,
        retries = true, repeat_updates = false
    ))]
    #[expect(
        clippy::too_many_arguments,
        clippy::fn_params_excessive_bools,
        reason = "named in Python"
    )]
    fn new<'py>(
        py: Python<'py>,
        access_token: Bound<'py, PyAny>,
        timeout: Option<Bound<'py, PyAny>>,
        connect_timeout: Option<Bound<'py, PyAny>>,
        base_url: Option<String>,
        allow_http: Vec<String>,
        system_roots: bool,
        ca_file: Option<PathBuf>,
        checker: Option<Bound<'py, Checker>>,
        proxy: Option<String>,
        proxy_from_env: bool,
        retries: bool,
        repeat_updates: bool,
    ) -> PyResult<Self> {
        let options = Options {
            timeout,
            connect_timeout,
            base_url,
            allow_http,
            system_roots,
            ca_file,
            checker,
            proxy,
            proxy_from_env,
            retries,
            repeat_updates,
        };
        options.client(py, Token::of(access_token)?)
    }

    /// Checks a request, then sends it; blocks until the answer is there.
    ///
    /// The article at the request's index is replaced as a whole, whatever is there;
    /// `edit` looks first.
    ///
    /// Args:
    ///     draft: a DraftUpdate, or a payload as `check` takes it.
    ///
    /// Returns:
    ///     The server's answer, whose errcode is 0, with the report of the check.
    ///
    /// Raises:
    ///     InvalidDraftError: the request has errors; nothing was sent.
    ///     TokenError: there is no usable access token; nothing was sent.
    ///     ApiError: the server refused.
    ///     TransportError: no proper answer came; the draft may be updated or not.
    ///     ValueError: the client is closed.
    #[pyo3(signature = (draft))]
    fn update(&self, py: Python<'_>, draft: &Bound<'_, PyAny>) -> PyResult<Response> {
        self.client()?;
        let payload = Payload::of(draft)?;
        let body = payload.bytes();
        let prepared = py.detach(|| self.checker.prepare(body)).map_err(|report| {
            let (report, unwritable) = (payload.locate(report), payload.unwritable().cloned());
            errors::invalid(py, report, self.language, unwritable)
        })?;
        let mut updated =
            self.call(py, "update", move |client| client.update_prepared(prepared))?;
        updated.report = payload.locate(updated.report);
        Response::of(py, updated, self.language)
    }

    /// Reads a draft.
    ///
    /// Args:
    ///     media_id: the draft's id.
    ///
    /// Returns:
    ///     A Draft: its articles as the server gives them, and converted.
    ///
    /// Raises:
    ///     GoneError: there is no such draft: it was deleted or published.
    ///     TokenError, ApiError, TransportError, ValueError: as with `update`.
    #[pyo3(signature = (media_id, /))]
    fn get<'py>(&self, py: Python<'py>, media_id: String) -> PyResult<Bound<'py, PyAny>> {
        let draft = self.call(py, "get", move |client| client.get(&media_id))?;
        answers::draft(py, &draft)
    }

    /// Lists drafts, the newest first, with titles but without content.
    ///
    /// Args:
    ///     count: how many.
    ///
    /// Raises:
    ///     TokenError, ApiError, TransportError, ValueError: as with `update`.
    #[pyo3(signature = (count = 20, /))]
    fn list<'py>(&self, py: Python<'py>, count: u32) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let listed = self.call(py, "list", move |client| client.list(count))?;
        answers::list(py, &listed)
    }

    /// Makes a new draft of 1 to 8 articles. It is never sent twice by itself.
    ///
    /// Args:
    ///     articles: models or dicts.
    ///
    /// Returns:
    ///     An Added: the new media_id, and the report of the check.
    ///
    /// Raises:
    ///     InvalidDraftError, TokenError, ApiError, ValueError: as with `update`.
    ///     TransportError: no proper answer came; where `may_have_arrived` says so,
    ///         look with `list` before you try again.
    #[pyo3(signature = (articles, /))]
    fn add<'py>(
        &self,
        py: Python<'py>,
        articles: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.client()?;
        let payload = Payload::of(articles)?;
        let mut body = b"{\"articles\":".to_vec();
        body.extend_from_slice(payload.bytes());
        body.push(b'}');
        let added = self.call(py, "add", move |client| client.add_json(&body))?;
        answers::added(py, added, self.language)
    }

    /// Changes an article of a draft, and loses neither its other fields nor what
    /// somebody else changes meanwhile.
    ///
    /// Args:
    ///     media_id: the draft's id.
    ///     index: the article's place in it, from 0.
    ///     change: a dict of fields and their new values, of which None removes one;
    ///         or a function from the article to the changed one.
    ///
    /// Returns:
    ///     An Edited: the article before and after, the report of the check, and
    ///     what the server dropped.
    ///
    /// Raises:
    ///     ConflictError: somebody else changed the article; nothing was sent, unless
    ///         `may_have_arrived` says otherwise.
    ///     GoneError: there is no such draft or article.
    ///     InvalidDraftError, TokenError, ApiError, TransportError, ValueError: as
    ///         with `update`.
    #[pyo3(signature = (media_id, index, change, /))]
    fn edit<'py>(
        &self,
        py: Python<'py>,
        media_id: String,
        index: u32,
        change: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let change = Change::of(change)?;
        let applied = change.clone();
        let edited = self.call(py, "edit", move |client| {
            client.edit_json(&media_id, index, |before| applied.apply(before))
        });
        match edited {
            Ok(edited) => answers::edited(py, edited, self.language),
            Err(error) => Err(change.raised().unwrap_or(error)),
        }
    }

    /// The same client, for calls that this can end.
    fn _cancelled_by(&self, cancel: &Bound<'_, Cancel>) -> PyResult<Client> {
        Ok(Client {
            token: self.token.clone(),
            checker: Arc::clone(&self.checker),
            language: self.language,
            base_url: self.base_url.clone(),
            open: Mutex::new(Some(self.client()?)),
            cancel: Some(cancel.get().0.clone()),
        })
    }

    /// Closes the connections; later calls raise ValueError.
    fn close(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Where requests go.
    #[getter]
    fn base_url(&self) -> &str {
        self.base_url.as_deref().unwrap_or(weixin_draft_client::Client::BASE_URL)
    }

    /// A callable token often belongs to an object that holds the client.
    fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
        self.token.traverse(&visit)
    }

    fn __enter__(this: Py<Self>) -> Py<Self> {
        this
    }

    #[pyo3(signature = (*_exception))]
    fn __exit__(&self, _exception: &Bound<'_, PyAny>) {
        self.close();
    }

    fn __repr__(&self) -> String {
        format!("<Client {}>", self.base_url())
    }
}
