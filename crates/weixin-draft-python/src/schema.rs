//! The published JSON Schema.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde_json::Value;
use weixin_draft::{SchemaDraft, SchemaKind, llm_schema, openapi};

use crate::to_python;

/// The published JSON Schema, as a dict.
///
/// Args:
///     kind: "request", "response" or "report" (what `Report.to_dict` gives); "llm",
///         the request as language models fill it in; "openapi", a document on the
///         endpoint.
///     draft: "2020-12" or "7"; "llm" and "openapi" are there in the first only.
///     ref_prefix: what references begin with instead of "#/$defs/", for a schema
///         whose definitions are put into another document, such as
///         "#/components/schemas/".
///
/// Raises:
///     ValueError: another kind or draft.
#[pyfunction]
#[pyo3(signature = (kind = "request", *, draft = "2020-12", ref_prefix = None))]
pub(crate) fn json_schema<'py>(
    py: Python<'py>,
    kind: &str,
    draft: &str,
    ref_prefix: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    let draft: SchemaDraft = draft.parse().map_err(|error: weixin_draft::UnknownSchemaDraft| {
        PyValueError::new_err(error.to_string())
    })?;
    let mut schema = match kind {
        "llm" | "openapi" if draft != SchemaDraft::Draft2020_12 => {
            return Err(PyValueError::new_err(format!("{kind} is there for draft 2020-12 only")));
        }
        "llm" => llm_schema(),
        "openapi" => openapi(),
        _ => {
            let kind: SchemaKind = kind.parse().map_err(|_error| {
                PyValueError::new_err(
                    "unknown schema: use request, response, report, llm or openapi",
                )
            })?;
            weixin_draft::json_schema(kind, draft)
        }
    };
    if let Some(prefix) = ref_prefix {
        move_references(&mut schema, prefix);
    }
    to_python::value(py, &schema)
}

/// Lets every reference begin with this instead of the place of the definitions.
fn move_references(schema: &mut Value, prefix: &str) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| move_references(item, prefix)),
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && let Some((_, name)) = reference.rsplit_once('/')
            {
                *reference = format!("{prefix}{name}");
            }
            members.values_mut().for_each(|member| move_references(member, prefix));
        }
        _ => {}
    }
}
