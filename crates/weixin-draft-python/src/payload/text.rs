//! The UTF-8 of a `str`.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// The UTF-8 of a `str`, for one call.
pub(crate) enum Utf8<'py> {
    /// ASCII, which is UTF-8 as it is, or short: Python keeps the UTF-8 of these
    /// beside them.
    Kept(Bound<'py, PyString>),
    /// Encoded for this call: kept, a long text would be in memory twice.
    Encoded(Bound<'py, PyBytes>),
    /// Joined from pairs of surrogates, as Python's json reads escapes.
    Joined(String),
}

/// From so many characters on, a text is long.
const LONG: usize = 1 << 10;

impl<'py> Utf8<'py> {
    /// `None` when the text holds half a character.
    pub(super) fn of(text: &Bound<'py, PyString>) -> PyResult<Option<Self>> {
        match kept(text)? {
            Some(_) => Ok(Some(Utf8::Kept(text.clone()))),
            None => Self::made(text),
        }
    }

    /// The same of a text whose UTF-8 Python does not keep.
    pub(super) fn made(text: &Bound<'py, PyString>) -> PyResult<Option<Self>> {
        if let Ok(bytes) = text.encode_utf8() {
            return Ok(Some(Utf8::Encoded(bytes)));
        }
        // Not the methods of a class of the caller's.
        let class = text.py().get_type::<PyString>();
        let units = class.call_method1("encode", (text, "utf-16-le", "surrogatepass"))?;
        let units = units.cast_into::<PyBytes>()?;
        let units = units.as_bytes().chunks_exact(2);
        let units = units.map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        Ok(char::decode_utf16(units).collect::<Result<String, _>>().ok().map(Utf8::Joined))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Utf8::Kept(text) => text.to_str().map_or(b"", str::as_bytes),
            Utf8::Encoded(bytes) => bytes.as_bytes(),
            Utf8::Joined(text) => text.as_bytes(),
        }
    }
}

/// The UTF-8 of a text that Python keeps beside it; `None` of a long one that is not
/// ASCII, or of one that holds half a character.
pub(super) fn kept<'t>(text: &'t Bound<'_, PyString>) -> PyResult<Option<&'t str>> {
    let is_kept = text.code_point_len()? < LONG || is_ascii(text)?;
    Ok(if is_kept { text.to_str().ok() } else { None })
}

fn is_ascii(text: &Bound<'_, PyString>) -> PyResult<bool> {
    let py = text.py();
    py.get_type::<PyString>().call_method1(intern!(py, "isascii"), (text,))?.extract()
}
