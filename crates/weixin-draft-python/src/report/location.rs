//! Where something is in the text that was checked.

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// Where something is; all is `None` for values that never were text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Location {
    pub(super) line: Option<usize>,
    pub(super) column: Option<usize>,
    pub(super) range: Option<(usize, usize)>,
    pub(super) utf16_range: Option<(usize, usize)>,
}

impl From<Option<&weixin_draft::Location>> for Location {
    fn from(location: Option<&weixin_draft::Location>) -> Self {
        location.map_or_else(Location::default, |location| Location {
            line: Some(location.line),
            column: Some(location.column),
            range: Some((location.range.start, location.range.end)),
            utf16_range: Some((location.utf16.start, location.utf16.end)),
        })
    }
}

impl Location {
    /// What `write` set.
    pub(super) fn of_data(data: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Location {
            line: data.get_item("line")?.extract()?,
            column: data.get_item("column")?.extract()?,
            range: range_of(&data.get_item("range")?)?,
            utf16_range: range_of(&data.get_item("utf16_range")?)?,
        })
    }

    /// Sets the members `line`, `column`, `range` and `utf16_range`.
    pub(super) fn write(&self, dict: &Bound<'_, PyDict>) -> PyResult<()> {
        dict.set_item("line", self.line)?;
        dict.set_item("column", self.column)?;
        dict.set_item("range", range_dict(dict.py(), self.range)?)?;
        dict.set_item("utf16_range", range_dict(dict.py(), self.utf16_range)?)
    }

    /// The same as keyword arguments.
    pub(super) fn write_keywords(&self, keywords: &Bound<'_, PyDict>) -> PyResult<()> {
        keywords.set_item("line", self.line)?;
        keywords.set_item("column", self.column)?;
        keywords.set_item("range", self.range)?;
        keywords.set_item("utf16_range", self.utf16_range)
    }

    /// `3:14`, or nothing.
    pub(super) fn line_and_column(&self) -> Option<String> {
        Some(format!("{}:{}", self.line?, self.column?))
    }
}

/// A range as the published schema has it.
pub(super) fn range_dict(
    py: Python<'_>,
    range: Option<(usize, usize)>,
) -> PyResult<Option<Bound<'_, PyDict>>> {
    let Some((start, end)) = range else { return Ok(None) };
    let dict = PyDict::new(py);
    dict.set_item("start", start)?;
    dict.set_item("end", end)?;
    Ok(Some(dict))
}

/// What `range_dict` made.
pub(super) fn range_of(data: &Bound<'_, PyAny>) -> PyResult<Option<(usize, usize)>> {
    if data.is_none() {
        return Ok(None);
    }
    Ok(Some((data.get_item("start")?.extract()?, data.get_item("end")?.extract()?)))
}
