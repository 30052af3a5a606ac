//! The client: blocking calls, which Ctrl-C ends.

mod answers;
mod aside;
mod cancel;
mod change;
mod log;
mod signals;
mod stable_token;
mod token;

pub(crate) use cancel::Cancel;
pub(crate) use stable_token::StableToken;
pub(crate) use token::Raised;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{env, fs};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft::Language;
use weixin_draft_client::Error;

use crate::checker::Checker;
use crate::errors;
use crate::payload::Payload;
use crate::response::Response;
use aside::aside;
use change::Change;
use signals::Signals;
use token::Token;

/// A client of one account.
///
/// It keeps its connections open between calls, so make one and use it for all
/// of them, from any number of threads. A fork gets connections of its own.
///
/// Args:
///     access_token: the token; a callable without arguments that returns one and
///         is asked before each request, and once more when the server refuses
///         its token; or a StableToken.
///     timeout: seconds that a call of the server may take in all; 30 if left out.
///         An edit makes four calls or more.
///     connect_timeout: seconds that a connection may take to come about; 5 if
///         left out.
///     base_url: another server's address, such as a gateway's or a sandbox's;
///         https, but for servers on this machine.
///     allow_http: hosts that may be called by http.
///     system_roots: trusts the system's certificate authorities too, such as a
///         company's.
///     ca_file: a file of certificates in PEM form, whose authorities are trusted too;
///         that of the variable SSL_CERT_FILE if left out.
///     checker: levels, image hosts and language of the check before sending.
///     proxy: the proxy to go through, such as "http://proxy.example:3128".
///     proxy_from_env: otherwise uses the proxy that ALL_PROXY, HTTPS_PROXY or HTTP_PROXY
///         name, in either case of letters, but for hosts in NO_PROXY.
///     retries: calls again after a pause when the server is busy or was called too
///         often, and when a call that only reads was not answered.
///     repeat_updates: sends an update that was not answered again without a look
///         at the draft; it may overwrite somebody else's edit.
///
/// Raises:
///     ValueError: a time-out that is none, a base URL that cannot be used, a proxy
///         that is none, also in the environment, or a file without certificates.
///     OSError: ca_file cannot be read.
///     TypeError: an argument of another type.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct Client {
    token: Token,
    checker: Arc<weixin_draft::Checker>,
    language: Language,
    base_url: Option<String>,
    /// None once it is closed.
    open: Mutex<Option<weixin_draft_client::Client>>,
    /// What ends the calls of a client that was made for one coroutine.
    cancel: Option<weixin_draft_client::Cancel>,
}

impl Client {
    /// The client, unless it is closed.
    fn client(&self) -> PyResult<weixin_draft_client::Client> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.clone().ok_or_else(|| PyValueError::new_err("the client is closed"))
    }

    /// The language of what it says.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

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

/// At most a day: no clock counts much longer, and no call should wait so long.
const LONGEST: f64 = 86_400.0;

fn seconds(name: &str, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Duration>> {
    let Some(value) = value else { return Ok(None) };
    let seconds: f64 = value.extract().map_err(|_error| {
        PyTypeError::new_err(format!(
            "{name} is a number of seconds; timeout is that of a whole call, connect_timeout \
             that of the connection"
        ))
    })?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) if seconds <= LONGEST && !duration.is_zero() => Ok(Some(duration)),
        _ => Err(PyValueError::new_err(format!(
            "{name} is a number of seconds above 0, and 86,400 (a day) at most; leave it out for \
             the default"
        ))),
    }
}

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
    fn new(
        py: Python<'_>,
        access_token: Bound<'_, PyAny>,
        timeout: Option<&Bound<'_, PyAny>>,
        connect_timeout: Option<&Bound<'_, PyAny>>,
        base_url: Option<String>,
        allow_http: Vec<String>,
        system_roots: bool,
        ca_file: Option<PathBuf>,
        checker: Option<&Bound<'_, Checker>>,
        proxy: Option<String>,
        proxy_from_env: bool,
        retries: bool,
        repeat_updates: bool,
    ) -> PyResult<Self> {
        let (checker, language) = match checker {
            Some(checker) => (Arc::clone(&checker.get().checker), checker.get().language),
            None => (Arc::default(), Language::English),
        };
        let token = Token::of(access_token)?;
        let mut builder = weixin_draft_client::Client::builder(token.source())
            .checker(weixin_draft::Checker::clone(&checker))
            .proxy_from_env(proxy_from_env)
            .system_roots(system_roots)
            .retries(retries)
            .repeat_updates(repeat_updates);
        for host in allow_http {
            builder = builder.allow_http(host);
        }
        if let Some(base_url) = &base_url {
            builder = builder.base_url(base_url);
        }
        if let Some(timeout) = seconds("timeout", timeout)? {
            builder = builder.timeout(timeout);
        }
        if let Some(timeout) = seconds("connect_timeout", connect_timeout)? {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(proxy) = proxy {
            builder = builder.proxy(proxy);
        }
        if let Some(file) = ca_file.or_else(|| env::var_os("SSL_CERT_FILE").map(PathBuf::from)) {
            let pem = fs::read(&file).map_err(|error| errors::of_file(py, &error, &file))?;
            builder = builder
                .authorities(&pem)
                .map_err(|error| PyValueError::new_err(format!("ca_file holds {error}")))?;
        }
        let client = builder.build().map_err(|error| PyValueError::new_err(error.to_string()))?;
        if let Some(name) = client.malformed_proxy() {
            return Err(PyValueError::new_err(format!(
                "{name} is no proxy's address: write one such as http://proxy.example:3128"
            )));
        }
        let checker = Arc::new(client.checker().clone());
        let open = Mutex::new(Some(client));
        Ok(Client { token, checker, language, base_url, open, cancel: None })
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
            self.call(py, "update", move |client| client.update_prepared(&prepared))?;
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

    /// Lets go of the connections; later calls raise ValueError.
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
