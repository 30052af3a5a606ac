//! A place inside an article's content.

use std::fmt::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use super::datum::Datum;
use super::location::Location;

/// A place inside an article's content.
#[pyclass(frozen, eq, hash, module = "weixin_draft", from_py_object)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    /// Code points from the beginning of the content to the place.
    #[pyo3(get)]
    offset: usize,
    /// The element's name in lower case; empty for a place in the text.
    #[pyo3(get)]
    element: String,
    /// What was found there: the host of an image, for external_image.
    #[pyo3(get)]
    found: Option<Datum>,
    location: Location,
}

#[pymethods]
impl Place {
    #[new]
    #[pyo3(signature = (offset, element, found = None, *, line = None, column = None, range = None, utf16_range = None))]
    fn new(
        offset: usize,
        element: String,
        found: Option<Datum>,
        line: Option<usize>,
        column: Option<usize>,
        range: Option<(usize, usize)>,
        utf16_range: Option<(usize, usize)>,
    ) -> Self {
        Place { offset, element, found, location: Location { line, column, range, utf16_range } }
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("offset", "element", "found")
    }

    /// Line in the text that was checked, from 1; None when there was no text.
    #[getter]
    fn line(&self) -> Option<usize> {
        self.location.line
    }

    /// Column in code points, from 1; None when there was no text.
    #[getter]
    fn column(&self) -> Option<usize> {
        self.location.column
    }

    /// The bytes of the text, as (start, end); None when there was no text.
    #[getter]
    fn range(&self) -> Option<(usize, usize)> {
        self.location.range
    }

    /// The same in UTF-16 code units, as editors and JavaScript count.
    #[getter]
    fn utf16_range(&self) -> Option<(usize, usize)> {
        self.location.utf16_range
    }

    /// Plain data, ready for json.dumps.
    pub(super) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("offset", self.offset)?;
        dict.set_item("element", &self.element)?;
        dict.set_item("found", &self.found)?;
        self.location.write(&dict)?;
        Ok(dict)
    }

    /// Line and column, element, and what was found there.
    pub(super) fn __str__(&self) -> String {
        let mut text = self.location.line_and_column().unwrap_or_else(|| self.offset.to_string());
        if !self.element.is_empty() {
            let _ = write!(text, " <{}>", self.element.escape_debug());
        }
        if let Some(found) = &self.found {
            let _ = write!(text, " {}", found.to_string().escape_debug());
        }
        text
    }

    fn __repr__(&self) -> String {
        format!("<Place {}>", self.__str__())
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let arguments = (self.offset, &self.element, &self.found).into_pyobject(py)?;
        let keywords = PyDict::new(py);
        self.location.write_keywords(&keywords)?;
        Ok((arguments, keywords))
    }
}

impl Place {
    /// What `to_dict` gave.
    pub(super) fn of_data(data: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Place {
            offset: data.get_item("offset")?.extract()?,
            element: data.get_item("element")?.extract()?,
            found: data.get_item("found")?.extract()?,
            location: Location::of_data(data)?,
        })
    }

    pub(super) fn line_and_column(&self) -> Option<String> {
        self.location.line_and_column()
    }
}

impl From<&weixin_draft::Place> for Place {
    fn from(place: &weixin_draft::Place) -> Self {
        Place {
            offset: place.offset,
            element: place.element.clone(),
            found: place.found.as_ref().map(Datum::from),
            location: Location::from(place.location.as_ref()),
        }
    }
}
