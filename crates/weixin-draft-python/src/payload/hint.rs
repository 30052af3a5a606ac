//! What to say when somebody hands over what cannot be meant as a payload.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use super::writer::type_name;

/// A slip of the programmer's, and how to mend it.
pub(super) fn not_a_payload(value: &Bound<'_, PyAny>) -> PyErr {
    const HINTS: [(&str, &str); 8] = [
        ("_wire", "let its method to_dict return a dict"),
        ("__await__", "put await before the call that gave it"),
        ("read_bytes", "pass its content: path.read_bytes()"),
        ("read", "pass its content: file.read()"),
        (
            "model_dump",
            "pass model.model_dump(exclude_none=True), or model_dump() and drop_nulls=True",
        ),
        (
            "__dataclass_fields__",
            "pass dataclasses.asdict(value), with drop_nulls=True where fields may be None",
        ),
        (
            "__attrs_attrs__",
            "pass attrs.asdict(value), with drop_nulls=True where fields may be None",
        ),
        (
            "__struct_fields__",
            "pass msgspec.to_builtins(value), with drop_nulls=True where fields may be None",
        ),
    ];
    let has = |name: &str| value.hasattr(name).unwrap_or_default();
    let hint = HINTS.into_iter().find(|(name, _)| has(name));
    let hint = hint.map_or("pass bytes, str, a dict or a model", |(_, hint)| hint);
    PyTypeError::new_err(format!("{} is not a payload: {hint}", type_name(value)))
}
