//! Bytes that may be JSON.

use super::reader::{Malformed, Problem};

/// What editors and scripts put before a text that they save, and JSON has not.
pub(crate) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// A text without its byte order mark.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text)
}

/// The body as text, if it can be JSON at all.
pub(crate) fn as_text(body: &[u8]) -> Result<&str, Malformed> {
    let malformed = |offset, problem| Err(Malformed { offset, problem });
    match simdutf8::basic::from_utf8(body) {
        Ok(text) if text.trim_ascii().is_empty() => malformed(0, Problem::Empty),
        Ok(text) if text.starts_with(BYTE_ORDER_MARK) => malformed(0, Problem::ByteOrderMark),
        Ok(text) => Ok(text),
        Err(_) => {
            let valid = simdutf8::compat::from_utf8(body)
                .map_or_else(|error| error.valid_up_to(), str::len);
            malformed(valid, Problem::NotUtf8)
        }
    }
}
