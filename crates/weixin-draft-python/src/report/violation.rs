//! One violation of one rule.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use weixin_draft::Language;

use super::place::{Datum, Place};
use crate::payload::Unwritable;

/// A request breaks a rule at one place.
///
/// Everything but the message is data for programs. The message may change
/// between versions; codes do not.
#[pyclass(frozen, eq, hash, module = "weixin_draft")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Violation {
    /// The rule's code, such as missing_field.
    #[pyo3(get)]
    code: String,
    /// How much it weighs in this check: error or warning.
    #[pyo3(get)]
    level: String,
    /// JSON Pointer (RFC 6901) to the value.
    #[pyo3(get)]
    path: String,
    /// One or two sentences: what is wrong, and what to do.
    #[pyo3(get)]
    message: String,
    /// The limit that was passed, where there is one.
    #[pyo3(get)]
    limit: Option<Datum>,
    /// What was found, where that is a number, a type or a host.
    #[pyo3(get)]
    found: Option<Datum>,
    /// Line in the JSON that was checked, from 1.
    #[pyo3(get)]
    line: usize,
    /// Column in code points, from 1.
    #[pyo3(get)]
    column: usize,
    /// How often the rule is broken at this path.
    #[pyo3(get)]
    count: usize,
    /// The first places inside the content, at most ten.
    places: Vec<Place>,
}

impl Violation {
    pub(super) fn new(
        found: &weixin_draft::Violation,
        language: Language,
        unwritable: Option<&Unwritable>,
    ) -> Self {
        let better = unwritable.filter(|_| found.code == "invalid_json");
        let message = better.and_then(|unwritable| unwritable.message(language));
        Violation {
            code: found.code.to_owned(),
            level: found.level.as_str().to_owned(),
            path: found.path.clone(),
            message: message.unwrap_or_else(|| found.message(language)),
            limit: found.limit.as_ref().map(Datum::from),
            found: found.found.as_ref().map(Datum::from),
            line: found.location.as_ref().map_or(1, |location| location.line),
            column: found.location.as_ref().map_or(1, |location| location.column),
            count: found.count,
            places: found.places.iter().map(Place::from).collect(),
        }
    }

    /// An error that the core does not know, of the document as a whole.
    pub(crate) fn of_document(code: &str, message: &str, limit: usize) -> Self {
        Violation {
            code: code.to_owned(),
            level: "error".to_owned(),
            path: String::new(),
            message: message.to_owned(),
            limit: Some(Datum::from(&weixin_draft::Datum::from(limit))),
            found: None,
            line: 1,
            column: 1,
            count: 1,
            places: Vec::new(),
        }
    }

    pub(super) fn level(&self) -> &str {
        &self.level
    }

    /// Level, code, path and message, each for a cell of a table.
    pub(super) fn cells(&self) -> [&str; 4] {
        [&self.level, &self.code, &self.path, &self.message]
    }
}

#[pymethods]
impl Violation {
    #[new]
    #[pyo3(signature = (code, level, path, message, limit = None, found = None, *, line = 1, column = 1, count = 1, places = Vec::new()))]
    #[allow(clippy::too_many_arguments, reason = "one for each attribute")]
    fn from_attributes(
        code: String,
        level: String,
        path: String,
        message: String,
        limit: Option<Datum>,
        found: Option<Datum>,
        line: usize,
        column: usize,
        count: usize,
        places: Vec<Place>,
    ) -> Self {
        Violation { code, level, path, message, limit, found, line, column, count, places }
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("code", "level", "path")
    }

    /// The first places inside the content, at most ten.
    #[getter]
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.places.iter().cloned())
    }

    /// Plain data, ready for json.dumps.
    pub(super) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("code", &self.code)?;
        dict.set_item("level", &self.level)?;
        dict.set_item("path", &self.path)?;
        dict.set_item("message", &self.message)?;
        dict.set_item("limit", &self.limit)?;
        dict.set_item("found", &self.found)?;
        dict.set_item("line", self.line)?;
        dict.set_item("column", self.column)?;
        if !self.places.is_empty() {
            let places = PyList::empty(py);
            for place in &self.places {
                places.append(place.to_dict(py)?)?;
            }
            dict.set_item("count", self.count)?;
            dict.set_item("places", places)?;
        }
        Ok(dict)
    }

    /// Level, code, path and message on one line.
    pub(super) fn __str__(&self) -> String {
        let place = if self.path.is_empty() { "(whole document)" } else { &self.path };
        format!("{}[{}] {}: {}", self.level, self.code, place.escape_debug(), self.message)
    }

    fn __repr__(&self) -> String {
        format!("<Violation {}[{}] at {:?}>", self.level, self.code, self.path)
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let (limit, found) = (&self.limit, &self.found);
        let arguments =
            (&self.code, &self.level, &self.path, &self.message, limit, found).into_pyobject(py)?;
        let keywords = PyDict::new(py);
        keywords.set_item("line", self.line)?;
        keywords.set_item("column", self.column)?;
        keywords.set_item("count", self.count)?;
        keywords.set_item("places", self.places(py)?.to_list())?;
        Ok((arguments, keywords))
    }
}
