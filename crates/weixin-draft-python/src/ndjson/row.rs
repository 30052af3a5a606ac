//! What a bulk check says of one row.

use pyo3::prelude::*;
use weixin_draft::{Checker, Language, MAX_ROW_BYTES, too_long};

use crate::payload::Unwritable;
use crate::report::Report;

/// The report on a row of any length.
pub(crate) fn check(checker: &Checker, body: &[u8]) -> weixin_draft::Report {
    if body.len() > MAX_ROW_BYTES { too_long() } else { checker.check_json(body) }
}

/// A row's report as Python sees it.
pub(crate) fn into_python(
    report: weixin_draft::Report,
    py: Python<'_>,
    language: Language,
    unwritable: Option<Unwritable>,
) -> PyResult<Bound<'_, Report>> {
    if report.violations().is_empty() {
        return Report::spotless(py, language);
    }
    Bound::new(py, Report::new(report, language, unwritable))
}
