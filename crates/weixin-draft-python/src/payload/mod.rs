//! Whatever a caller hands over, as the bytes of a JSON text.

mod unwritable;
mod writer;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};

use crate::{errors, to_python};
pub(crate) use unwritable::Unwritable;
use writer::Writer;

/// A payload, read without a copy where Python cannot change it meanwhile.
pub(crate) enum Payload<'py> {
    /// `bytes`, as they are.
    Bytes(Bound<'py, PyBytes>),
    /// `str`, through the UTF-8 that Python keeps beside it.
    Text(Bound<'py, PyString>),
    /// A copy, or the JSON written for a dict and the like.
    Written(Vec<u8>, Option<Unwritable>),
}

impl<'py> Payload<'py> {
    /// # Errors
    /// Only what is no `Exception` (`KeyboardInterrupt`), or memory runs out:
    /// what JSON cannot say becomes text that is no JSON, at the same place.
    pub(crate) fn of(value: &Bound<'py, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Payload::Bytes(bytes.clone()));
        }
        if let Ok(text) = value.cast::<PyString>() {
            if text.to_str().is_ok() {
                return Ok(Payload::Text(text.clone()));
            }
            // Surrogates as they would stand in UTF-8, where they may not.
            let class = text.py().get_type::<PyString>();
            let encoded = class.call_method1("encode", (text, "utf-8", "surrogatepass"))?;
            return Ok(Payload::Bytes(encoded.cast_into()?));
        }
        if let Ok(bytes) = value.cast::<PyByteArray>() {
            return Ok(Payload::Written(bytes.to_vec(), None));
        }
        if let Ok(view) = value.cast::<PyMemoryView>() {
            // One that was released cannot be read any more.
            return of_view(view).or_else(|error| {
                if !error.is_instance_of::<PyException>(view.py()) {
                    return Err(error);
                }
                let unwritable = Unwritable::Value("memoryview".to_owned());
                Ok(Payload::Written(b"?".to_vec(), Some(unwritable)))
            });
        }
        let (text, unwritable) = Writer::write(value)?;
        Ok(Payload::Written(text, unwritable))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Payload::Bytes(bytes) => bytes.as_bytes(),
            Payload::Text(text) => text.to_str().map_or(b"", str::as_bytes),
            Payload::Written(bytes, _) => bytes,
        }
    }

    /// What of the payload JSON cannot say; the bytes end there.
    pub(crate) fn unwritable(&self) -> Option<&Unwritable> {
        match self {
            Payload::Written(_, unwritable) => unwritable.as_ref(),
            _ => None,
        }
    }
}

/// A view of all of a `bytes` object is that object; of anything else, which
/// may change while it is read, it is copied.
fn of_view<'py>(view: &Bound<'py, PyMemoryView>) -> PyResult<Payload<'py>> {
    let viewed = view.getattr("obj")?;
    if let Ok(bytes) = viewed.cast::<PyBytes>()
        && view.getattr("c_contiguous")?.extract()?
        && view.getattr("nbytes")?.extract::<usize>()? == bytes.as_bytes().len()
    {
        return Ok(Payload::Bytes(bytes.clone()));
    }
    Ok(Payload::Bytes(view.call_method0("tobytes")?.cast_into()?))
}

/// Writes a value as compact JSON in raw UTF-8.
///
/// Raises InvalidDraftError when JSON cannot say it.
#[pyfunction]
#[pyo3(signature = (value, /))]
pub(crate) fn write_json<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    let py = value.py();
    let (text, unwritable) = Writer::write(value)?;
    if text.is_empty() || unwritable.is_some() {
        let report = report_on_json(&text);
        return Err(errors::invalid(py, report, weixin_draft::Language::English, unwritable));
    }
    Ok(PyBytes::new(py, &text))
}

/// Reads JSON into plain Python values.
///
/// Raises InvalidDraftError when it is no JSON.
#[pyfunction]
#[pyo3(signature = (payload, /))]
pub(crate) fn read_json<'py>(payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = payload.py();
    let payload = Payload::of(payload)?;
    match serde_json::from_slice(payload.bytes()) {
        Ok(value) => to_python::value(py, &value),
        Err(_) => {
            let report = report_on_json(payload.bytes());
            let unwritable = payload.unwritable().cloned();
            Err(errors::invalid(py, report, weixin_draft::Language::English, unwritable))
        }
    }
}

/// Where a text stops being JSON, and nothing of what a request should hold: it may
/// be a part of one.
fn report_on_json(text: &[u8]) -> weixin_draft::Report {
    weixin_draft::without_nulls(text).err().unwrap_or_else(|| weixin_draft::check_json(text))
}
