//! The client: blocking calls, which Ctrl-C ends.

mod answers;
mod aside;
mod call;
mod cancel;
mod change;
mod log;
mod methods;
mod options;
mod signals;
mod stable_token;
mod token;

pub(crate) use cancel::Cancel;
pub(crate) use stable_token::StableToken;
pub(crate) use token::Raised;

use std::sync::{Arc, Mutex, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use weixin_draft::Language;

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
///     connect_timeout: seconds that connecting may take; 5 if
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
///     ValueError: an invalid time-out, a base URL that cannot be used, an invalid
///         proxy, also in the environment, or a file without certificates.
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
}
