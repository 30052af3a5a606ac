//! The published JSON Schema.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use weixin_draft::{SchemaDraft, SchemaKind};

use crate::to_python;

/// The JSON Schema of a request, a response or a report, as a dict.
#[pyfunction]
#[pyo3(signature = (kind = "request", *, draft = "2020-12"))]
pub(crate) fn json_schema<'py>(
    py: Python<'py>,
    kind: &str,
    draft: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let kind: SchemaKind = kind.parse().map_err(|error: weixin_draft::UnknownSchemaKind| {
        PyValueError::new_err(error.to_string())
    })?;
    let draft: SchemaDraft = draft.parse().map_err(|error: weixin_draft::UnknownSchemaDraft| {
        PyValueError::new_err(error.to_string())
    })?;
    to_python::value(py, &weixin_draft::json_schema(kind, draft))
}
