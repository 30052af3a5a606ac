//! Raises the exceptions that are written in Python.

use std::io;

use pyo3::BoundObject;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use weixin_draft::Language;
use weixin_draft_client::{ApiError, Error, TransportError};

use crate::payload::Unwritable;
use crate::report::Report;

/// An error of the operating system, as Python's own functions raise it.
pub(crate) fn of_system(py: Python<'_>, error: &io::Error) -> PyErr {
    let Some(number) = error.raw_os_error() else {
        return PyOSError::new_err(error.to_string());
    };
    let words = py.import("os").and_then(|os| os.call_method1("strerror", (number,)));
    match words.and_then(|words| words.extract::<String>()) {
        Ok(words) => PyOSError::new_err((number, words)),
        Err(error) => error,
    }
}

/// `InvalidDraftError`, with the report.
pub(crate) fn invalid(
    py: Python<'_>,
    report: weixin_draft::Report,
    language: Language,
    unwritable: Option<Unwritable>,
) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let report = Report::new(report, language, unwritable).into_pyobject(py);
    report.map_or_else(|error| error, |report| raise(py, &CLASS, "InvalidDraftError", (report,)))
}

/// The exception for what the client says.
pub(crate) fn of_client(py: Python<'_>, error: Error, language: Language) -> PyErr {
    match error {
        Error::Invalid(report) => invalid(py, report, language, None),
        Error::Api(refusal) => api(py, refusal, language),
        Error::Transport(failure) => transport(py, failure, language),
        error => other(py, &error, language),
    }
}

/// What has no exception of its own.
fn other(py: Python<'_>, error: &Error, language: Language) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    raise(py, &CLASS, "Error", (error.message(language),))
}

fn api(py: Python<'_>, refusal: ApiError, language: Language) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let ApiError { errcode, errmsg, rid, .. } = refusal;
    raise(py, &CLASS, "ApiError", (errcode, errmsg, rid, language.as_str()))
}

fn transport(py: Python<'_>, failure: TransportError, language: Language) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let arguments = (failure.kind.as_str(), failure.status, failure.message(language));
    raise(py, &CLASS, "TransportError", arguments)
}

fn raise<'py>(
    py: Python<'py>,
    class: &'static PyOnceLock<Py<PyType>>,
    name: &str,
    arguments: impl IntoPyObject<'py, Target = PyTuple, Error = PyErr>,
) -> PyErr {
    let instance = || {
        let arguments = arguments.into_pyobject(py)?.into_bound();
        class.import(py, "weixin_draft._errors", name)?.call1(arguments)
    };
    instance().map_or_else(|error| error, PyErr::from_value)
}
