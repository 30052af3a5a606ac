//! The client: one blocking call, which Ctrl-C ends.

mod aside;
mod token;
mod workers;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft::Language;
use weixin_draft_client::{AccessToken, ClientBuilder, Error};

use crate::checker::Checker;
use crate::errors;
use crate::payload::Payload;
use crate::response::Response;
use aside::aside;
use token::Token;

/// A client of one account.
///
/// It keeps its connections open between calls, so make one and use it for all
/// of them, from any number of threads. A fork gets connections of its own.
///
/// Args:
///     access_token: the token, or a callable without arguments that returns one
///         and is asked before each request.
///     timeout: seconds that a whole call may take; 30 if left out.
///     connect_timeout: seconds that a connection may take to come about; 5 if
///         left out.
///     base_url: another server's address, such as a gateway's or a sandbox's;
///         https, but for servers on this machine.
///     checker: levels, image hosts and language of the check before sending.
///     proxy_from_env: uses the proxy that ALL_PROXY, HTTPS_PROXY or HTTP_PROXY
///         name, in either case of letters, but for hosts in NO_PROXY.
///
/// Raises:
///     ValueError: a time-out that is none, or a base URL that cannot be used.
///     TypeError: an argument of another type.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct Client {
    setup: Setup,
    token: Token,
    checker: Arc<weixin_draft::Checker>,
    language: Language,
    /// The token in use and the client with its connections.
    current: Mutex<Current>,
}

/// Everything but the token and the rules.
struct Setup {
    timeout: Option<Duration>,
    connect_timeout: Option<Duration>,
    base_url: Option<String>,
    proxy_from_env: bool,
}

enum Current {
    Unused,
    Open { token: String, client: weixin_draft_client::Client },
    Closed,
}

impl Setup {
    fn client(&self, token: &str) -> PyResult<weixin_draft_client::Client> {
        let mut builder: ClientBuilder =
            weixin_draft_client::Client::builder(AccessToken::new(token))
                .proxy_from_env(self.proxy_from_env);
        if let Some(base_url) = &self.base_url {
            builder = builder.base_url(base_url);
        }
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        builder.build().map_err(|error| PyValueError::new_err(error.to_string()))
    }
}

impl Client {
    /// The client for the token of this moment. A new token gets a new client.
    fn client(&self, py: Python<'_>) -> PyResult<weixin_draft_client::Client> {
        self.fail_if_closed()?;
        let token = self.token.get(py)?;
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        match &*current {
            Current::Closed => Err(closed()),
            Current::Open { token: known, client } if *known == token => Ok(client.clone()),
            Current::Open { .. } | Current::Unused => {
                let client = self.setup.client(&token)?;
                *current = Current::Open { token, client: client.clone() };
                Ok(client)
            }
        }
    }

    fn fail_if_closed(&self) -> PyResult<()> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*current, Current::Closed) { Err(closed()) } else { Ok(()) }
    }
}

fn closed() -> PyErr {
    PyValueError::new_err("the client is closed")
}

fn seconds(name: &str, seconds: Option<f64>) -> PyResult<Option<Duration>> {
    let Some(seconds) = seconds else {
        return Ok(None);
    };
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) if !duration.is_zero() => Ok(Some(duration)),
        _ => Err(PyValueError::new_err(format!("{name} is a number of seconds above 0"))),
    }
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (access_token, *, timeout = None, connect_timeout = None, base_url = None, checker = None, proxy_from_env = true))]
    fn new(
        access_token: Bound<'_, PyAny>,
        timeout: Option<f64>,
        connect_timeout: Option<f64>,
        base_url: Option<String>,
        checker: Option<&Bound<'_, Checker>>,
        proxy_from_env: bool,
    ) -> PyResult<Self> {
        let setup = Setup {
            timeout: seconds("timeout", timeout)?,
            connect_timeout: seconds("connect_timeout", connect_timeout)?,
            base_url,
            proxy_from_env,
        };
        // A base URL that cannot be used is said now, not with the first call.
        setup.client("")?;
        let (checker, language) = match checker {
            Some(checker) => (Arc::clone(&checker.get().checker), checker.get().language),
            None => (Arc::default(), Language::English),
        };
        let token = Token::of(access_token)?;
        Ok(Client { setup, token, checker, language, current: Mutex::new(Current::Unused) })
    }

    /// Checks a request, then sends it; blocks until the answer is there.
    ///
    /// Args:
    ///     draft: a DraftUpdate, or a payload as `check` takes it.
    ///
    /// Returns:
    ///     The server's answer, whose errcode is 0.
    ///
    /// Raises:
    ///     InvalidDraftError: the request has errors; nothing was sent.
    ///     ApiError: the server refused.
    ///     TransportError: no proper answer came; the draft may be updated or not.
    ///     ValueError: the client is closed.
    #[pyo3(signature = (draft, /))]
    fn update(&self, py: Python<'_>, draft: &Bound<'_, PyAny>) -> PyResult<Response> {
        self.fail_if_closed()?;
        let payload = Payload::of(draft)?;
        let body = payload.bytes();
        let prepared = py.detach(|| self.checker.prepare(body)).map_err(|report| {
            errors::invalid(py, report, self.language, payload.unwritable().cloned())
        })?;
        let client = self.client(py)?;
        let answer = aside(py, move || client.update_prepared(&prepared))?;
        answer
            .map(Response::from)
            .map_err(|error: Error| errors::of_client(py, error, self.language))
    }

    /// Lets go of the connections; later calls raise ValueError.
    fn close(&self) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = Current::Closed;
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
        let base_url = self.setup.base_url.as_deref();
        let base_url = base_url.unwrap_or(weixin_draft_client::Client::BASE_URL);
        format!("<Client {base_url}>")
    }
}
