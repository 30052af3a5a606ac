//! An HTML fragment that is checked alone.

use std::borrow::Cow;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use weixin_draft::ArticleType;

use crate::payload::Payload;

/// The text of a content.
///
/// # Errors
/// `TypeError` for what is neither text nor bytes, `ValueError` for bytes that are
/// not UTF-8.
pub(crate) fn text_of(html: &Bound<'_, PyAny>) -> PyResult<String> {
    let wrong = || PyTypeError::new_err("html is a str, or bytes in UTF-8");
    let payload = Payload::of_text(html)?.ok_or_else(wrong)?;
    match String::from_utf8_lossy(payload.bytes()) {
        Cow::Borrowed(text) => Ok(text.to_owned()),
        Cow::Owned(_) => Err(PyValueError::new_err("html is not UTF-8: decode it first")),
    }
}

/// # Errors
/// `ValueError` for a type that no article has.
pub(crate) fn content_type(name: &str) -> PyResult<ArticleType> {
    match name {
        "news" => Ok(ArticleType::News),
        "newspic" => Ok(ArticleType::NewsPic),
        _ => Err(PyValueError::new_err("article_type is \"news\" or \"newspic\"")),
    }
}
