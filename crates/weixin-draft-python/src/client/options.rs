//! The options of a client, by their names in Python.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use std::{env, fs};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use weixin_draft::Language;

use super::Client;
use super::token::Token;
use crate::checker::Checker;
use crate::errors;

/// How to reach the server, as Python's keyword arguments say it.
#[expect(clippy::struct_excessive_bools, reason = "named in Python")]
pub(super) struct Options<'py> {
    pub(super) timeout: Option<Bound<'py, PyAny>>,
    pub(super) connect_timeout: Option<Bound<'py, PyAny>>,
    pub(super) base_url: Option<String>,
    pub(super) allow_http: Vec<String>,
    pub(super) system_roots: bool,
    pub(super) ca_file: Option<PathBuf>,
    pub(super) checker: Option<Bound<'py, Checker>>,
    pub(super) proxy: Option<String>,
    pub(super) proxy_from_env: bool,
    pub(super) retries: bool,
    pub(super) repeat_updates: bool,
}

impl Options<'_> {
    /// # Errors
    /// `ValueError` for what cannot be used, `TypeError` for a time-out that is no
    /// number, `OSError` for a file that cannot be read.
    pub(super) fn client(self, py: Python<'_>, token: Token) -> PyResult<Client> {
        let (checker, language) = match &self.checker {
            Some(checker) => (Arc::clone(&checker.get().checker), checker.get().language),
            None => (Arc::default(), Language::English),
        };
        let mut builder = weixin_draft_client::Client::builder(token.source())
            .checker(weixin_draft::Checker::clone(&checker))
            .proxy_from_env(self.proxy_from_env)
            .system_roots(self.system_roots)
            .retries(self.retries)
            .repeat_updates(self.repeat_updates);
        for host in self.allow_http {
            builder = builder.allow_http(host);
        }
        if let Some(base_url) = &self.base_url {
            builder = builder.base_url(base_url);
        }
        if let Some(timeout) = seconds("timeout", self.timeout.as_ref())? {
            builder = builder.timeout(timeout);
        }
        if let Some(timeout) = seconds("connect_timeout", self.connect_timeout.as_ref())? {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(proxy) = self.proxy {
            builder = builder.proxy(proxy);
        }
        let ca_file = self.ca_file.or_else(|| env::var_os("SSL_CERT_FILE").map(PathBuf::from));
        if let Some(file) = ca_file {
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
        Ok(Client { token, checker, language, base_url: self.base_url, open, cancel: None })
    }
}

/// A day: no clock counts much longer, and no call should wait as long as that.
const MAX_SECONDS: f64 = 86_400.0;

fn seconds(name: &str, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<Duration>> {
    let Some(value) = value else { return Ok(None) };
    let seconds: f64 = value.extract().map_err(|_error| {
        PyTypeError::new_err(format!(
            "{name} is a number of seconds; timeout is that of a whole call, connect_timeout \
             that of the connection"
        ))
    })?;
    match Duration::try_from_secs_f64(seconds) {
        Ok(duration) if seconds <= MAX_SECONDS && !duration.is_zero() => Ok(Some(duration)),
        _ => Err(PyValueError::new_err(format!(
            "{name} is a number of seconds above 0, and 86,400 (a day) at most; leave it out for \
             the default"
        ))),
    }
}
