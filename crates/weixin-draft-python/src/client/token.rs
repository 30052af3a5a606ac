//! Where the access token comes from.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft_client::{AccessToken, TokenSource};

use super::stable_token::StableToken;

/// A token, a callable that is asked before each request, or an account.
#[derive(Clone)]
pub(super) enum Token {
    Fixed(AccessToken),
    Callable(Arc<Py<PyAny>>),
    Stable(weixin_draft_client::StableToken),
}

impl Token {
    pub(super) fn of(value: Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.cast::<PyString>() {
            Ok(Token::Fixed(AccessToken::new(checked(text_of(text, "access_token")?)?)))
        } else if let Ok(stable) = value.cast::<StableToken>() {
            Ok(Token::Stable(stable.get().0.clone()))
        } else if value.is_callable() {
            Ok(Token::Callable(Arc::new(value.unbind())))
        } else {
            Err(PyTypeError::new_err(
                "access_token is a str, a StableToken, or a callable that returns a str",
            ))
        }
    }

    pub(super) fn source(&self) -> TokenSource {
        match self {
            Token::Fixed(token) => token.clone().into(),
            Token::Stable(stable) => stable.clone().into(),
            Token::Callable(call) => {
                let call = Arc::clone(call);
                TokenSource::function(move || {
                    Python::attach(|py| ask(&call, py)).map_err(|error| Raised(error).into())
                })
            }
        }
    }

    /// Shows the garbage collector what the token holds.
    pub(super) fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        match self {
            Token::Fixed(_) | Token::Stable(_) => Ok(()),
            Token::Callable(call) => visit.call(&**call),
        }
    }
}

fn ask(call: &Py<PyAny>, py: Python<'_>) -> PyResult<AccessToken> {
    let token =
        call.bind(py).call0()?.extract::<String>().map_err(|_error| {
            PyTypeError::new_err("the callable access_token did not return a str")
        })?;
    checked(token).map(AccessToken::new)
}

/// A line end comes along when a token is read from a file; the server would call
/// the token invalid.
fn checked(token: String) -> PyResult<String> {
    if token.trim() == token {
        Ok(token)
    } else {
        Err(PyValueError::new_err("access_token begins or ends with a blank: use strip()"))
    }
}

/// A text that may be secret; Python's own error would quote it.
pub(super) fn text_of(text: &Bound<'_, PyString>, name: &str) -> PyResult<String> {
    let text = text.to_str().map_err(|_error| {
        PyValueError::new_err(format!("{name} holds a lone surrogate: copy it again"))
    })?;
    Ok(text.to_owned())
}

/// What the caller's own code raised, on its way through the client.
pub(crate) struct Raised(PyErr);

impl Raised {
    /// The exception that a failed call was given by the caller's code.
    pub(crate) fn of(error: &(dyn StdError + 'static), py: Python<'_>) -> Option<PyErr> {
        error.downcast_ref::<Raised>().map(|raised| raised.0.clone_ref(py))
    }
}

impl fmt::Debug for Raised {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Raised")
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an exception was raised")
    }
}

impl StdError for Raised {}
