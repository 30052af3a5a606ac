//! Requests mended.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use weixin_draft::Applicability;

use crate::check::{to_python, with};
use crate::options::Options;
use crate::payload::Payload;
use crate::report::Report;

/// What became of a payload whose violations were mended.
#[pyclass(frozen, get_all, module = "weixin_draft")]
pub(crate) struct Fixed {
    /// The request as JSON bytes, every fix applied.
    payload: Py<PyBytes>,
    /// How many fixes were applied.
    applied: usize,
    /// What a check finds now.
    report: Py<Report>,
}

#[pymethods]
impl Fixed {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let report = self.report.bind(py).repr()?;
        Ok(format!("<Fixed applied={}, report={report}>", self.applied))
    }
}

/// Mends what has one obvious mend: quoted numbers, read-only fields, a list around the
/// only article, crops with commas, comments, and the like. Nothing else is touched.
///
/// Args:
///     payload: as for `check`.
///     unsafe: mends also where something may be lost or differ.
///     levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.
///
/// Returns:
///     The mended request as bytes in `payload`, how many fixes were applied in
///     `applied`, and what a check finds now in `report`.
///
/// Raises:
///     ValueError, TypeError: as with `check`.
#[pyfunction]
#[pyo3(signature = (payload, r#unsafe = false, *, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
#[allow(clippy::too_many_arguments, reason = "one for each keyword")]
pub(crate) fn fix(
    payload: &Bound<'_, PyAny>,
    r#unsafe: bool,
    levels: Option<Bound<'_, PyAny>>,
    image_hosts: Option<Bound<'_, PyAny>>,
    strict: bool,
    lang: Option<Bound<'_, PyAny>>,
    drop_nulls: bool,
) -> PyResult<Fixed> {
    let py = payload.py();
    let options = Options { levels, image_hosts, strict, lang, drop_nulls };
    let at_most = if r#unsafe { Applicability::Unsafe } else { Applicability::Safe };
    with(&options, |checker| {
        let payload = Payload::of(payload)?;
        let body = payload.bytes();
        let fixed = py.detach(|| checker.fix(body, at_most));
        let report = to_python(py, fixed.report, options.language()?, payload.unwritable())?;
        Ok(Fixed {
            payload: PyBytes::new(py, &fixed.body).unbind(),
            applied: fixed.applied,
            report: report.unbind(),
        })
    })
}
