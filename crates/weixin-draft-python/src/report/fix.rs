//! What would mend a violation.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use weixin_draft::Language;

use super::location::{range_dict, range_of};

/// Replaces some bytes of the text that was checked.
#[pyclass(frozen, eq, hash, get_all, module = "weixin_draft", from_py_object)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Edit {
    /// The bytes that go, as (start, end); none for an insertion.
    range: (usize, usize),
    /// The same in UTF-16 code units, as editors and JavaScript count.
    utf16_range: Option<(usize, usize)>,
    /// What takes their place.
    replacement: String,
}

#[pymethods]
impl Edit {
    #[new]
    #[pyo3(signature = (range, replacement, *, utf16_range = None))]
    fn new(
        range: (usize, usize),
        replacement: String,
        utf16_range: Option<(usize, usize)>,
    ) -> Self {
        Edit { range, utf16_range, replacement }
    }

    /// Plain data, ready for json.dumps.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("range", range_dict(py, Some(self.range))?)?;
        dict.set_item("utf16_range", range_dict(py, self.utf16_range)?)?;
        dict.set_item("replacement", &self.replacement)?;
        Ok(dict)
    }

    /// The replacement is text of the payload, so it is not shown.
    fn __repr__(&self) -> String {
        format!("<Edit of bytes {} to {}>", self.range.0, self.range.1)
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let arguments = (self.range, &self.replacement).into_pyobject(py)?;
        let keywords = PyDict::new(py);
        keywords.set_item("utf16_range", self.utf16_range)?;
        Ok((arguments, keywords))
    }
}

impl Edit {
    fn of_data(data: &Bound<'_, PyAny>) -> PyResult<Self> {
        let range = range_of(&data.get_item("range")?)?;
        Ok(Edit {
            range: range.ok_or_else(|| PyTypeError::new_err("an edit has a range"))?,
            utf16_range: range_of(&data.get_item("utf16_range")?)?,
            replacement: data.get_item("replacement")?.extract()?,
        })
    }
}

/// What would mend a violation, as edits of the text that was checked.
///
/// Edits hold text of the payload: they belong into no log.
#[pyclass(frozen, eq, hash, module = "weixin_draft", from_py_object)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fix {
    /// How sure it is that this is what was meant: safe or unsafe.
    #[pyo3(get)]
    pub(super) applicability: String,
    /// What the fix does, in a few words.
    #[pyo3(get)]
    message: String,
    /// How many edits there are.
    #[pyo3(get)]
    count: usize,
    edits: Option<Vec<Edit>>,
}

impl Fix {
    pub(super) fn of(fix: &weixin_draft::Fix, language: Language) -> Self {
        let edit = |edit: &weixin_draft::Edit| Edit {
            range: (edit.range.start, edit.range.end),
            utf16_range: edit.utf16.as_ref().map(|range| (range.start, range.end)),
            replacement: edit.replacement().to_owned(),
        };
        Fix {
            applicability: fix.applicability.as_str().to_owned(),
            message: fix.message(language).to_owned(),
            count: fix.count,
            edits: fix.edits.as_ref().map(|edits| edits.iter().map(edit).collect()),
        }
    }

    /// What `to_dict` gave.
    pub(super) fn of_data(data: &Bound<'_, PyAny>) -> PyResult<Self> {
        let edits = data.get_item("edits")?;
        let edits = if edits.is_none() {
            None
        } else {
            Some(edits.try_iter()?.map(|edit| Edit::of_data(&edit?)).collect::<PyResult<_>>()?)
        };
        Ok(Fix {
            applicability: data.get_item("applicability")?.extract()?,
            message: data.get_item("message")?.extract()?,
            count: data.get_item("count")?.extract()?,
            edits,
        })
    }

    pub(super) fn in_words(&self) -> String {
        format!("{} ({})", self.message, self.applicability)
    }
}

#[pymethods]
impl Fix {
    #[new]
    #[pyo3(signature = (applicability, message, count, edits = None))]
    fn new(applicability: String, message: String, count: usize, edits: Option<Vec<Edit>>) -> Self {
        Fix { applicability, message, count, edits }
    }

    /// The edits, in the order of their ranges; None where they are too many or too long.
    #[getter]
    fn edits<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        self.edits.as_ref().map(|edits| PyTuple::new(py, edits.iter().cloned())).transpose()
    }

    /// Plain data, ready for json.dumps.
    pub(super) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("applicability", &self.applicability)?;
        dict.set_item("message", &self.message)?;
        dict.set_item("count", self.count)?;
        let edits = match &self.edits {
            None => None,
            Some(edits) => {
                let dicts: PyResult<Vec<_>> = edits.iter().map(|edit| edit.to_dict(py)).collect();
                Some(PyList::new(py, dicts?)?)
            }
        };
        dict.set_item("edits", edits)?;
        Ok(dict)
    }

    fn __repr__(&self) -> String {
        format!("<Fix, {}: {}>", self.applicability, self.message)
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (&self.applicability, &self.message, self.count, self.edits(py)?).into_pyobject(py)
    }
}
