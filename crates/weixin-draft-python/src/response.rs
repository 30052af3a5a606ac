//! The answer of the endpoint.

use pyo3::prelude::*;
use weixin_draft::Language;
use weixin_draft_client::Updated;

use crate::report::Report;

/// What the server answered to a good request.
///
/// Two answers are equal when the server said the same, whatever the check found.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct Response {
    /// 0 is success.
    #[pyo3(get)]
    errcode: i64,
    /// The server's own words, ok for success.
    #[pyo3(get)]
    errmsg: String,
    report: Option<Py<Report>>,
}

impl Response {
    pub(crate) fn of(py: Python<'_>, updated: Updated, language: Language) -> PyResult<Self> {
        let report = Py::new(py, Report::new(updated.report, language, None))?;
        Ok(Response { errcode: updated.errcode, errmsg: updated.errmsg, report: Some(report) })
    }
}

#[pymethods]
impl Response {
    #[new]
    #[pyo3(signature = (errcode, errmsg, report = None))]
    fn new(errcode: i64, errmsg: String, report: Option<Py<Report>>) -> Self {
        Response { errcode, errmsg, report }
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("errcode", "errmsg")
    }

    /// What the check before sending found: no errors, but perhaps warnings and
    /// fields that were left out.
    #[getter]
    fn report(&self, py: Python<'_>) -> PyResult<Py<Report>> {
        match &self.report {
            Some(report) => Ok(report.clone_ref(py)),
            None => Ok(Report::spotless(py, Language::English)?.unbind()),
        }
    }

    fn __eq__(&self, other: &Self) -> bool {
        (self.errcode, &self.errmsg) == (other.errcode, &other.errmsg)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.errcode, &self.errmsg).into_pyobject(py)?.hash()
    }

    fn __repr__(&self) -> String {
        format!("Response(errcode={}, errmsg={:?})", self.errcode, self.errmsg)
    }

    fn __getnewargs__(&self, py: Python<'_>) -> PyResult<(i64, String, Py<Report>)> {
        Ok((self.errcode, self.errmsg.clone(), self.report(py)?))
    }
}
