//! The answer of one check.

use std::fmt::Write as _;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyTuple, PyType};
use weixin_draft::{Language, Level};

use super::rows::{field, row};
use super::violation::Violation;
use super::{html, words};
use crate::options::language;
use crate::payload::Unwritable;

/// Every violation of one request, in the order in which they occur there.
///
/// It is true when the request may be sent, it has the length of its list of
/// violations, and iterates over them. A report lists at most 1,000 violations
/// and counts the others in `omitted`. `str(report)` has one line a violation; a
/// notebook shows a table.
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

    /// A report of what was not found by the core, or not in this process.
    pub(crate) fn of_violations(
        py: Python<'_>,
        violations: Vec<Py<Violation>>,
        omitted: usize,
        ok: Option<bool>,
        language: Language,
    ) -> PyResult<Self> {
        let has_errors = violations.iter().any(|violation| violation.get().level == "error");
        if ok == Some(true) && has_errors {
            return Err(PyTypeError::new_err("a report with an error is not ok"));
        }
        let made = PyOnceLock::new();
        drop(made.set(py, PyTuple::new(py, violations)?.unbind()));
        let ok = ok.unwrap_or(!has_errors);
        Ok(Report { ok, omitted, language, found: None, violations: made })
    }

    fn each<T>(
        &self,
        py: Python<'_>,
        mut view: impl FnMut(&Bound<'_, PyAny>, &Violation) -> PyResult<Option<T>>,
    ) -> PyResult<Vec<T>> {
        let mut seen = Vec::new();
        for violation in self.tuple(py)?.iter_borrowed() {
            seen.extend(view(&violation, violation.cast::<Violation>()?.get())?);
        }
        Ok(seen)
    }

    fn of_level<'py>(&self, py: Python<'py>, level: Level) -> PyResult<Bound<'py, PyList>> {
        let chosen = self.each(py, |object, violation| {
            Ok((violation.level == level.as_str()).then(|| object.clone().unbind()))
        })?;
        PyList::new(py, chosen)
    }
}

#[pymethods]
impl Report {
    #[new]
    #[pyo3(signature = (violations = None, omitted = 0, *, ok = None, lang = None))]
    fn from_violations(
        py: Python<'_>,
        violations: Option<Vec<Py<Violation>>>,
        omitted: usize,
        ok: Option<bool>,
        lang: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        Self::of_violations(py, violations.unwrap_or_default(), omitted, ok, language(lang)?)
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

    /// The violations by the field of the article that they are about, such as
    /// title or image_info; media_id and index too, and "" for the whole request.
    fn by_field<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let fields = PyDict::new(py);
        self.each(py, |object, violation| {
            let field = field(&violation.path);
            let list = match fields.get_item(&field)? {
                Some(list) => list.cast_into::<PyList>()?,
                None => PyList::empty(py),
            };
            list.append(object)?;
            fields.set_item(field, list)?;
            Ok(None::<()>)
        })?;
        Ok(fields)
    }

    /// Plain data, ready for json.dumps: ok, violations and omitted.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let violations = self.each(py, |_, violation| violation.to_dict(py).map(Some))?;
        let dict = PyDict::new(py);
        dict.set_item("ok", self.ok)?;
        dict.set_item("violations", PyList::new(py, violations)?)?;
        dict.set_item("omitted", self.omitted)?;
        Ok(dict)
    }

    /// A report from what to_dict gave.
    ///
    /// Raises:
    ///     KeyError, TypeError, ValueError: it is something else.
    #[staticmethod]
    #[pyo3(signature = (data, *, lang = None))]
    fn from_dict(data: &Bound<'_, PyAny>, lang: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let (py, language) = (data.py(), language(lang)?);
        let violations = data.get_item("violations")?.try_iter()?;
        let read = |violation: PyResult<Bound<'_, PyAny>>| {
            Py::new(py, Violation::of_data(&violation?, language)?)
        };
        let violations = violations.map(read).collect::<PyResult<_>>()?;
        let (omitted, ok) = (data.get_item("omitted")?.extract()?, data.get_item("ok")?.extract()?);
        Self::of_violations(py, violations, omitted, Some(ok), language)
    }

    /// What pydantic asks for: a field of this type takes reports and their to_dict,
    /// and is written as that.
    #[classmethod]
    fn __get_pydantic_core_schema__<'py>(
        class: &Bound<'py, PyType>,
        _source: &Bound<'py, PyAny>,
        _handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        class.py().import("weixin_draft._pydantic")?.call_method0("report_schema")
    }

    /// The violations as rows of a data frame, in which each column has one type:
    /// code, level, path, message, limit, found, line, column, count, url, start, end
    /// (bytes), places (in words) and fix (safe, unsafe or None).
    fn to_rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        PyList::new(py, self.each(py, |_, violation| row(py, violation).map(Some))?)
    }

    fn __bool__(&self) -> bool {
        self.ok
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        Ok(self.tuple(py)?.len())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.tuple(py)?.try_iter()?.into_any())
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        let mut lines = self.each(py, |_, violation| Ok(Some(violation.__str__())))?;
        if lines.is_empty() {
            return Ok(words::NONE.get(self.language).to_owned());
        }
        if self.omitted > 0 {
            lines.push(words::more(self.omitted, self.language));
        }
        Ok(lines.join("\n"))
    }

    /// The first codes and paths; neither is text of the payload.
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        const SHOWN: usize = 3;
        let all = self.each(py, |_, violation| Ok(Some(violation.headline())))?;
        let more = all.len().saturating_sub(SHOWN) + self.omitted;
        let mut text = format!("<Report ok={}", if self.ok { "True" } else { "False" });
        for (position, headline) in all.iter().take(SHOWN).enumerate() {
            text += if position == 0 { ": " } else { ", " };
            text += headline;
        }
        if more > 0 {
            let _ = write!(text, " and {more} more");
        }
        Ok(text + ">")
    }

    /// The report as a table, for notebooks.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let mut table = html::Table::new();
        self.each(py, |_, violation| {
            table.row(violation);
            Ok(None::<()>)
        })?;
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
