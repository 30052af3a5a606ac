//! The published JSON Schema.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use weixin_draft::{SchemaDraft, SchemaKind};

use crate::to_python;

/// The published JSON Schema, as a dict.
///
/// Args:
///     kind: "request", "response" or "report".
///     draft: "2020-12" or "7".
///
/// Raises:
///     ValueError: another kind or draft.
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
