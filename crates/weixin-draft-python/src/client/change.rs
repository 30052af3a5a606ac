//! What a caller changes in an article: fields, or a function of theirs.

use std::sync::{Arc, Mutex, PoisonError};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use weixin_draft::Article;
use weixin_draft_client::{Error, Overlay};

use crate::models::article;
use crate::payload::Payload;

/// A change, and what the caller's function raised.
#[derive(Clone)]
pub(super) enum Change {
    Fields(Overlay),
    Function(Arc<Py<PyAny>>, Arc<Mutex<Option<PyErr>>>),
}

impl Change {
    pub(super) fn of(change: &Bound<'_, PyAny>) -> PyResult<Self> {
        if change.is_instance_of::<PyDict>() {
            let payload = Payload::of(change)?;
            if let Some(unwritable) = payload.unwritable() {
                let words = format!("change holds what JSON cannot say: {unwritable:?}");
                return Err(PyValueError::new_err(words));
            }
            let overlay = Overlay::from_json(payload.bytes());
            return overlay
                .map(Change::Fields)
                .map_err(|error| PyValueError::new_err(error.to_string()));
        }
        if change.is_callable() {
            return Ok(Change::Function(Arc::new(change.clone().unbind()), Arc::default()));
        }
        Err(PyTypeError::new_err(
            "change is a dict of fields, or a function from the article to the changed one",
        ))
    }

    /// The changed article as JSON.
    pub(super) fn apply(&self, before: &Article) -> Result<Vec<u8>, Error> {
        match self {
            Change::Fields(overlay) => Ok(overlay.apply(before)),
            Change::Function(function, raised) => Python::attach(|py| call(function, before, py))
                .map_err(|error| {
                    *raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    Error::Cancelled
                }),
        }
    }

    /// What the function raised.
    pub(super) fn raised(&self) -> Option<PyErr> {
        match self {
            Change::Fields(_) => None,
            Change::Function(_, raised) => {
                raised.lock().unwrap_or_else(PoisonError::into_inner).take()
            }
        }
    }
}

fn call(function: &Py<PyAny>, before: &Article, py: Python<'_>) -> PyResult<Vec<u8>> {
    let changed = function.bind(py).call1((article(py, before)?,))?;
    if changed.is_none() {
        return Err(PyTypeError::new_err("change returned None: return the changed article"));
    }
    Ok(Payload::of(&changed)?.bytes().to_vec())
}
