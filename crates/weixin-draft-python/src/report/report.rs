//! The answer of one check.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyTuple};
use weixin_draft::{Language, Level};

use super::violation::Violation;
use super::{html, words};
use crate::options::language;
use crate::payload::Unwritable;

/// Every violation of one request, in the order in which they stand there.
///
/// A report lists at most 1,000 violations and counts the others in `omitted`.
/// `str(report)` has one line a violation; a notebook shows a table.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct Report {
    /// Whether the request may be sent: there is no error. Warnings may be.
    #[pyo3(get)]
    ok: bool,
    /// How many violations there are beyond the listed ones.
    #[pyo3(get)]
    omitted: usize,
    language: Language,
    /// What the core found, until somebody asks for the violations.
    found: Option<Found>,
    violations: PyOnceLock<Py<PyTuple>>,
}

struct Found {
    report: weixin_draft::Report,
    unwritable: Option<Unwritable>,
}

impl Report {
    pub(crate) fn new(
        report: weixin_draft::Report,
        language: Language,
        unwritable: Option<Unwritable>,
    ) -> Self {
        Report {
            ok: report.is_ok(),
            omitted: report.omitted(),
            language,
            found: Some(Found { report, unwritable }),
            violations: PyOnceLock::new(),
        }
    }

    /// The report of a request without a fault, made once for each language.
    pub(crate) fn spotless(py: Python<'_>, language: Language) -> PyResult<Bound<'_, Report>> {
        static ENGLISH: PyOnceLock<Py<Report>> = PyOnceLock::new();
        static CHINESE: PyOnceLock<Py<Report>> = PyOnceLock::new();
        let spotless = match language {
            Language::English => &ENGLISH,
            Language::Chinese => &CHINESE,
        };
        let report = spotless.get_or_try_init(py, || {
            Py::new(py, Report::new(weixin_draft::Report::default(), language, None))
        });
        Ok(report?.bind(py).clone())
    }

    fn tuple<'py>(&self, py: Python<'py>) -> PyResult<&Bound<'py, PyTuple>> {
        let made = self.violations.get_or_try_init(py, || {
            let Some(found) = &self.found else {
                return Ok::<_, PyErr>(PyTuple::empty(py).unbind());
            };
            let violations = found.report.violations().iter();
            let violations = violations.map(|violation| {
                Violation::new(violation, self.language, found.unwritable.as_ref())
            });
            Ok(PyTuple::new(py, violations.collect::<Vec<_>>())?.unbind())
        });
        Ok(made?.bind(py))
    }

    fn of_level<'py>(&self, py: Python<'py>, level: Level) -> PyResult<Bound<'py, PyList>> {
        let chosen = PyList::empty(py);
        for violation in self.tuple(py)?.iter_borrowed() {
            if violation.cast::<Violation>()?.get().level() == level.as_str() {
                chosen.append(violation)?;
            }
        }
        Ok(chosen)
    }
}

#[pymethods]
impl Report {
    #[new]
    #[pyo3(signature = (violations = None, omitted = 0, *, ok = None, lang = None))]
    pub(crate) fn from_violations(
        py: Python<'_>,
        violations: Option<Vec<Py<Violation>>>,
        omitted: usize,
        ok: Option<bool>,
        lang: Option<&str>,
    ) -> PyResult<Self> {
        let violations = violations.unwrap_or_default();
        let is_error = |violation: &Py<Violation>| violation.get().level() == "error";
        let has_errors = violations.iter().any(is_error);
        if ok == Some(true) && has_errors {
            return Err(PyTypeError::new_err("a report with an error is not ok"));
        }
        let made = PyOnceLock::new();
        drop(made.set(py, PyTuple::new(py, violations)?.unbind()));
        let (ok, language) = (ok.unwrap_or(!has_errors), language(lang)?);
        Ok(Report { ok, omitted, language, found: None, violations: made })
    }

    /// The language of the report, "en" or "zh".
    #[getter]
    fn lang(&self) -> &'static str {
        self.language.as_str()
    }

    /// All violations, at most 1,000.
    #[getter]
    fn violations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        Ok(self.tuple(py)?.to_list())
    }

    /// The violations that keep the request from being sent.
    #[getter]
    fn errors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        self.of_level(py, Level::Error)
    }

    /// The violations that do not keep the request from being sent.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        self.of_level(py, Level::Warning)
    }

    /// Plain data, ready for json.dumps: ok, violations and omitted.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let violations = PyList::empty(py);
        for violation in self.tuple(py)?.iter_borrowed() {
            violations.append(violation.cast::<Violation>()?.get().to_dict(py)?)?;
        }
        let dict = PyDict::new(py);
        dict.set_item("ok", self.ok)?;
        dict.set_item("violations", violations)?;
        dict.set_item("omitted", self.omitted)?;
        Ok(dict)
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        let violations = self.tuple(py)?;
        if violations.is_empty() {
            return Ok(words::NONE.get(self.language).to_owned());
        }
        let mut lines = Vec::with_capacity(violations.len() + 1);
        for violation in violations.iter_borrowed() {
            lines.push(violation.cast::<Violation>()?.get().__str__());
        }
        if self.omitted > 0 {
            lines.push(words::more(self.omitted, self.language));
        }
        Ok(lines.join("\n"))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let ok = if self.ok { "True" } else { "False" };
        let (errors, warnings) = (self.errors(py)?.len(), self.warnings(py)?.len());
        let omitted = match self.omitted {
            0 => String::new(),
            omitted => format!(", omitted={omitted}"),
        };
        Ok(format!("<Report ok={ok}, errors={errors}, warnings={warnings}{omitted}>"))
    }

    /// The report as a table, for notebooks.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let mut table = html::Table::new();
        for violation in self.tuple(py)?.iter_borrowed() {
            table.row(violation.cast::<Violation>()?.get());
        }
        Ok(table.finish(self.ok, self.omitted, self.language))
    }

    fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
        let same = (self.ok, self.omitted) == (other.ok, other.omitted);
        Ok(same && self.tuple(py)?.eq(other.tuple(py)?)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.ok, self.omitted, self.tuple(py)?).into_pyobject(py)?.hash()
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let arguments = (self.tuple(py)?, self.omitted).into_pyobject(py)?;
        let keywords = PyDict::new(py);
        keywords.set_item("ok", self.ok)?;
        keywords.set_item("lang", self.lang())?;
        Ok((arguments, keywords))
    }
}
