//! The UTF-8 of a `str`.

use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use weixin_draft_scan::push_utf16;

/// The UTF-8 of a `str`, for one call.
pub(crate) enum Utf8<'py> {
    /// ASCII, which is UTF-8 as it is, or short: Python keeps the UTF-8 of these
    /// beside them.
    Kept(Bound<'py, PyString>),
    /// Encoded for this call: kept, a long text would be in memory twice.
    Encoded(Vec<u8>),
}

/// From this number of characters on, a text is long.
const LONG: usize = 1 << 10;

impl<'py> Utf8<'py> {
    /// `None` when the text holds half a character.
    pub(super) fn of(text: &Bound<'py, PyString>) -> PyResult<Option<Self>> {
        if kept(text)?.is_some() {
            return Ok(Some(Utf8::Kept(text.clone())));
        }
        let mut encoded = Vec::new();
        let is_whole = push_utf16(utf16(text)?.as_bytes(), &mut encoded);
        Ok(is_whole.then_some(Utf8::Encoded(encoded)))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Utf8::Kept(text) => text.to_str().map_or(b"", str::as_bytes),
            Utf8::Encoded(bytes) => bytes,
        }
    }
}

/// The UTF-8 of a text that Python keeps beside it; `None` of a long one that is not
/// ASCII, or of one that holds surrogates.
pub(super) fn kept<'t>(text: &'t Bound<'_, PyString>) -> PyResult<Option<&'t str>> {
    match kept_of_short(text) {
        None if is_ascii(text)? => Ok(text.to_str().ok()),
        short => Ok(short),
    }
}

/// The UTF-8 of a short text that Python keeps beside it; `None` of a long one, or of one
/// that holds surrogates.
pub(super) fn kept_of_short<'t>(text: &'t Bound<'_, PyString>) -> Option<&'t str> {
    if text.code_point_len().ok()? < LONG { text.to_str().ok() } else { None }
}

/// The UTF-16 of a text, the lower byte of each unit first. Python writes it in a third of
/// the time that it takes for UTF-8. Two surrogates that are a pair are one character
/// there, as Python's json reads escapes.
pub(super) fn utf16<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyBytes>> {
    let py = text.py();
    let arguments = (text, intern!(py, "utf-16-le"), intern!(py, "surrogatepass"));
    // Not the methods of a class of the caller's.
    let encoded = py.get_type::<PyString>().call_method1(intern!(py, "encode"), arguments)?;
    Ok(encoded.cast_into()?)
}

fn is_ascii(text: &Bound<'_, PyString>) -> PyResult<bool> {
    let py = text.py();
    py.get_type::<PyString>().call_method1(intern!(py, "isascii"), (text,))?.extract()
}
