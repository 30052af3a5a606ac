//! Whatever a caller hands over, as the bytes of a JSON text.

mod escape;
mod hint;
mod text;
mod unwritable;
mod writer;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};

use crate::{errors, to_python};
use text::Utf8;
pub(crate) use unwritable::Unwritable;
use writer::Writer;

/// A payload, read without a copy where Python cannot change it meanwhile.
pub(crate) enum Payload<'py> {
    /// `bytes`, as they are.
    Bytes(Bound<'py, PyBytes>),
    /// `str`.
    Text(Utf8<'py>),
    /// A copy of other bytes.
    Copied(Vec<u8>),
    /// Bytes or text that is none: what could not be read of it.
    Broken(Vec<u8>, Unwritable),
    /// The JSON written for a dict and the like, and what JSON cannot say of it.
    Written(Vec<u8>, Option<Unwritable>),
}

impl<'py> Payload<'py> {
    /// # Errors
    /// `TypeError` for what nobody means as a payload, such as an open file or a
    /// coroutine; otherwise only what is no `Exception` (`KeyboardInterrupt`), or
    /// memory runs out: what JSON cannot say becomes text that is no JSON, at the
    /// same place.
    pub(crate) fn of(value: &Bound<'py, PyAny>) -> PyResult<Self> {
        match Self::of_part(value)? {
            Payload::Written(text, Some(Unwritable::Value(_))) if text == b"?" => {
                Err(hint::not_a_payload(value))
            }
            payload => Ok(payload),
        }
    }

    /// The same for one of many: what nobody means as a payload gets a report too.
    pub(crate) fn of_part(value: &Bound<'py, PyAny>) -> PyResult<Self> {
        if let Some(payload) = Self::of_text(value)? {
            return Ok(payload);
        }
        let (text, unwritable) = Writer::write(value)?;
        Ok(Payload::Written(text, unwritable))
    }

    /// What is text or bytes; `None` for anything else.
    pub(crate) fn of_text(value: &Bound<'py, PyAny>) -> PyResult<Option<Self>> {
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Some(Payload::Bytes(bytes.clone())));
        }
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Some(match Utf8::of(text)? {
                Some(text) => Payload::Text(text),
                None => Payload::Broken(b"?".to_vec(), Unwritable::LoneSurrogate),
            }));
        }
        if let Ok(bytes) = value.cast::<PyByteArray>() {
            return Ok(Some(Payload::Copied(bytes.to_vec())));
        }
        if let Ok(view) = value.cast::<PyMemoryView>() {
            // One that was released cannot be read any more.
            return of_view(view).map(Some).or_else(|error| {
                if !error.is_instance_of::<PyException>(view.py()) {
                    return Err(error);
                }
                let unwritable = Unwritable::Value("memoryview".to_owned());
                Ok(Some(Payload::Broken(b"?".to_vec(), unwritable)))
            });
        }
        Ok(None)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Payload::Bytes(bytes) => bytes.as_bytes(),
            Payload::Text(text) => text.as_bytes(),
            Payload::Copied(bytes) | Payload::Broken(bytes, _) | Payload::Written(bytes, _) => {
                bytes
            }
        }
    }

    /// What of the payload JSON cannot say; the bytes end there.
    pub(crate) fn unwritable(&self) -> Option<&Unwritable> {
        match self {
            Payload::Written(_, unwritable) => unwritable.as_ref(),
            Payload::Broken(_, unwritable) => Some(unwritable),
            _ => None,
        }
    }

    /// Whether the caller has the text, and can use places in it.
    pub(crate) fn is_text(&self) -> bool {
        !matches!(self, Payload::Broken(..) | Payload::Written(..))
    }

    /// The report as the caller can use it: of what never was text, without places
    /// in the text.
    pub(crate) fn locate(&self, report: weixin_draft::Report) -> weixin_draft::Report {
        if self.is_text() { report } else { report.without_locations() }
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
        let report = report_on_json(&text).without_locations();
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
            let report = payload.locate(report_on_json(payload.bytes()));
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
