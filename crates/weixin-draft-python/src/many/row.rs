//! One payload of many.

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyFloat, PyString};

use crate::payload::{Payload, Unwritable};

/// A payload that another thread can check.
pub(super) enum Row {
    /// There is none: None, or what pandas has in its place.
    Missing,
    /// The bytes that Python keeps, or those of a str, encoded for this once.
    Shared(PyBackedBytes),
    /// A copy of other bytes.
    Copied(Vec<u8>),
    /// JSON written for a dict and the like, which never was text.
    Written(Vec<u8>, Option<Unwritable>),
}

impl Row {
    pub(super) fn of(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Row::Shared(bytes.clone().into()));
        }
        // Not through the UTF-8 that Python would keep beside each str from then on.
        if let Ok(text) = value.cast_exact::<PyString>()
            && let Ok(encoded) = text.encode_utf8()
        {
            return Ok(Row::Shared(encoded.into()));
        }
        if is_missing(value) {
            return Ok(Row::Missing);
        }
        Ok(match Payload::of_part(value)? {
            Payload::Bytes(bytes) => Row::Shared(bytes.into()),
            Payload::Text(text) => Row::Copied(text.as_bytes().to_vec()),
            Payload::Copied(bytes) => Row::Copied(bytes),
            Payload::Broken(bytes, unwritable) => Row::Written(bytes, Some(unwritable)),
            Payload::Written(bytes, unwritable) => Row::Written(bytes, unwritable),
        })
    }

    /// The JSON; `None` where the payload is missing.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Row::Missing => None,
            Row::Shared(bytes) => Some(bytes),
            Row::Copied(bytes) | Row::Written(bytes, _) => Some(bytes),
        }
    }

    /// What of the payload JSON cannot say.
    pub(super) fn into_unwritable(self) -> Option<Unwritable> {
        match self {
            Row::Written(_, unwritable) => unwritable,
            Row::Missing | Row::Shared(_) | Row::Copied(_) => None,
        }
    }

    /// Whether there never was a text that a report could point into.
    pub(super) fn never_was_text(&self) -> bool {
        matches!(self, Row::Written(..))
    }
}

/// None, NaN, and the NA and NaT of pandas.
fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    if value.is_none() {
        return true;
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return number.value().is_nan();
    }
    let class = value.get_type();
    class.name().is_ok_and(|name| name == "NAType" || name == "NaTType")
        && class.module().is_ok_and(|module| module.to_string_lossy().starts_with("pandas."))
}
