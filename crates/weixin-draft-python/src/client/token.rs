//! Where the access token comes from.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::{PyTraverseError, PyVisit};

/// A token, or a callable that is asked before each request.
pub(super) enum Token {
    Fixed(String),
    Callable(Py<PyAny>),
}

impl Token {
    pub(super) fn of(value: Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.cast::<PyString>() {
            // Python's own error would quote the token.
            let text = text.to_str().map_err(|_error| {
                PyValueError::new_err("access_token holds a lone surrogate: copy it again")
            })?;
            Ok(Token::Fixed(text.to_owned()))
        } else if value.is_callable() {
            Ok(Token::Callable(value.unbind()))
        } else {
            Err(PyTypeError::new_err("access_token is a str, or a callable that returns one"))
        }
    }

    /// Shows the garbage collector what the token holds.
    pub(super) fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        match self {
            Token::Fixed(_) => Ok(()),
            Token::Callable(call) => visit.call(call),
        }
    }

    pub(super) fn get(&self, py: Python<'_>) -> PyResult<String> {
        match self {
            Token::Fixed(token) => Ok(token.clone()),
            Token::Callable(call) => call.bind(py).call0()?.extract().map_err(|_error| {
                PyTypeError::new_err("the callable access_token did not return a str")
            }),
        }
    }
}
