//! Raises the exceptions that are written in Python.

use std::io;
use std::path::Path;

use pyo3::BoundObject;
use pyo3::exceptions::{PyOSError, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyTuple, PyType};
use weixin_draft::Language;
use weixin_draft_client::{ApiError, Error, Gone, TransportError};

use crate::client::Raised;
use crate::models::article;
use crate::payload::Unwritable;
use crate::report::Report;
use crate::tables::in_python;

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

/// The same of a file, whose name the exception has.
pub(crate) fn of_file(py: Python<'_>, error: &io::Error, path: &Path) -> PyErr {
    let raised = of_system(py, error);
    match raised.value(py).setattr("filename", path) {
        Ok(()) => raised,
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
        Error::Transport(failure) => transport(py, &failure, language),
        Error::Token(ref cause) => {
            let raised = std::error::Error::source(cause).and_then(|it| Raised::of(it, py));
            raised.unwrap_or_else(|| {
                static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
                raise(py, &CLASS, "TokenError", (error.message(language),))
            })
        }
        Error::Conflict(ref conflict) => {
            static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            let message = error.message(language);
            let arguments = || {
                let model = |it: &Option<_>| it.as_ref().map(|it| article(py, it)).transpose();
                Ok((
                    message,
                    &conflict.media_id,
                    conflict.index,
                    article(py, &conflict.expected)?,
                    model(&conflict.found)?,
                    conflict.may_have_arrived,
                    model(&conflict.sent)?,
                    PyTuple::new(py, conflict.changed())?,
                ))
            };
            arguments().map_or_else(|error| error, |it| raise(py, &CLASS, "ConflictError", it))
        }
        Error::Gone(ref gone) => {
            static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            let (media_id, index) = match gone {
                Gone::Article { media_id, index, .. } => (media_id, Some(*index)),
                Gone::Draft { media_id, .. } | Gone::Material { media_id, .. } => (media_id, None),
                _ => return PyRuntimeError::new_err(error.message(language)),
            };
            raise(py, &CLASS, "GoneError", (error.message(language), media_id, index))
        }
        Error::Cancelled => {
            static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            raise(py, &CLASS, "Error", (error.message(language),))
        }
    }
}

/// A picture that cannot be taken.
pub(crate) fn picture(py: Python<'_>, picture: &str, message: &str) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    raise(py, &CLASS, "PictureError", (picture, message))
}

fn api(py: Python<'_>, refusal: ApiError, language: Language) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let (message, endpoint) = (in_python(&refusal.message(language)), refusal.endpoint.name);
    let ApiError { errcode, errmsg, rid, .. } = refusal;
    let arguments = (errcode, errmsg, rid, language.as_str(), endpoint, message);
    raise(py, &CLASS, "ApiError", arguments)
}

fn transport(py: Python<'_>, failure: &TransportError, language: Language) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let (kind, reason) = (failure.kind.as_str(), failure.reason.as_str());
    let arrived = failure.may_have_arrived();
    let arguments = (kind, failure.status, failure.message(language), reason, arrived);
    let error = raise(py, &CLASS, "TransportError", arguments);
    error.set_cause(py, cause(py, failure));
    error
}

/// What lies below, as an error of the operating system where it is one.
fn cause(py: Python<'_>, failure: &TransportError) -> Option<PyErr> {
    let first = std::error::Error::source(failure)?;
    let mut source = Some(first);
    while let Some(error) = source {
        if let Some(error) = error.downcast_ref::<io::Error>()
            && error.raw_os_error().is_some()
        {
            return Some(of_system(py, error));
        }
        source = error.source();
    }
    Some(PyOSError::new_err(first.to_string()))
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
