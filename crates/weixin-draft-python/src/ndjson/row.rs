//! What a bulk check says of one row.

use pyo3::prelude::*;
use weixin_draft::Language;
use weixin_draft_batch::{MAX_ROW_BYTES, TOO_LONG, too_long_message};

use crate::payload::Unwritable;
use crate::report::{Report, Violation};

/// A row, checked.
pub(crate) enum Checked {
    /// Its report.
    Report(weixin_draft::Report),
    /// It was too long to be checked.
    TooLong,
}

impl Checked {
    /// The same of a row that never was text.
    pub(crate) fn without_locations(self) -> Self {
        match self {
            Checked::Report(report) => Checked::Report(report.without_locations()),
            Checked::TooLong => Checked::TooLong,
        }
    }

    /// The row's report as Python sees it.
    pub(crate) fn into_python(
        self,
        py: Python<'_>,
        language: Language,
        unwritable: Option<Unwritable>,
    ) -> PyResult<Bound<'_, Report>> {
        let report = match self {
            Checked::TooLong => too_long(py, language)?,
            Checked::Report(report) if report.violations().is_empty() => {
                return Report::spotless(py, language);
            }
            Checked::Report(report) => Report::new(report, language, unwritable),
        };
        Bound::new(py, report)
    }
}

fn too_long(py: Python<'_>, language: Language) -> PyResult<Report> {
    let message = too_long_message(language);
    let violation = Violation::of_document(TOO_LONG, message, MAX_ROW_BYTES, language);
    Report::of_violations(py, vec![Py::new(py, violation)?], 0, None, language)
}
