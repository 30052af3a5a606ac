//! Where and what: the data of a violation.

use pyo3::prelude::*;
use pyo3::types::PyDict;

/// A limit, or what was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, FromPyObject, IntoPyObject, IntoPyObjectRef)]
pub(crate) enum Datum {
    Number(i64),
    Text(String),
}

impl From<&weixin_draft::Datum> for Datum {
    fn from(datum: &weixin_draft::Datum) -> Self {
        match datum {
            weixin_draft::Datum::Number(number) => Datum::Number(*number),
            other => Datum::Text(other.to_string()),
        }
    }
}

/// A place inside an article's content.
#[pyclass(frozen, eq, hash, get_all, module = "weixin_draft", from_py_object)]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    /// Code points from the beginning of the content to the element.
    offset: usize,
    /// The element's name in lower case.
    element: String,
    /// What was found there: the host of an image, for external_image.
    found: Option<Datum>,
}

#[pymethods]
impl Place {
    #[new]
    #[pyo3(signature = (offset, element, found = None))]
    fn new(offset: usize, element: String, found: Option<Datum>) -> Self {
        Place { offset, element, found }
    }

    fn __repr__(&self) -> String {
        format!("<Place offset={}, element={}>", self.offset, self.element)
    }

    fn __getnewargs__(&self) -> (usize, String, Option<Datum>) {
        (self.offset, self.element.clone(), self.found.clone())
    }
}

impl From<&weixin_draft::Place> for Place {
    fn from(place: &weixin_draft::Place) -> Self {
        Place {
            offset: place.offset,
            element: place.element.clone(),
            found: place.found.as_ref().map(Datum::from),
        }
    }
}

impl Place {
    pub(super) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("offset", self.offset)?;
        dict.set_item("element", &self.element)?;
        if let Some(found) = &self.found {
            dict.set_item("found", found)?;
        }
        Ok(dict)
    }
}
