//! Violations as rows of a data frame: one type a column.

use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::datum::Datum;
use super::violation::Violation;

/// The violation as a row. A limit and what was found are numbers or words, so a
/// column of them holds text.
pub(super) fn row<'py>(py: Python<'py>, violation: &Violation) -> PyResult<Bound<'py, PyDict>> {
    let Violation { location, .. } = violation;
    let row = violation.to_dict(py)?;
    row.set_item("limit", violation.limit.as_ref().map(Datum::to_string))?;
    row.set_item("found", violation.found.as_ref().map(Datum::to_string))?;
    for name in ["range", "utf16_range", "places"] {
        row.del_item(name)?;
    }
    row.set_item("start", location.range.map(|range| range.0))?;
    row.set_item("end", location.range.map(|range| range.1))?;
    row.set_item("places", violation.places_in_words())?;
    row.set_item("fix", violation.fix.as_ref().map(|fix| &fix.applicability))?;
    Ok(row)
}

/// The field that a form shows the violation at: of `/articles/title` and of `/title`
/// it is `title`.
pub(super) fn field(path: &str) -> String {
    let mut names = path.split('/').skip(1);
    let first = names.next().unwrap_or_default();
    let name = if first == "articles" { names.next().unwrap_or(first) } else { first };
    name.replace("~1", "/").replace("~0", "~")
}
