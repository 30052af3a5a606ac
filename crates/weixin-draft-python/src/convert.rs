//! From what draft/get answers to an article.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::options::language;
use crate::payload::Payload;
use crate::{errors, models};

/// Converts an item of draft/get's news_item: the article and the dropped paths.
#[pyfunction]
#[pyo3(signature = (item, lang = None, drop_nulls = false))]
pub(crate) fn convert_item<'py>(
    item: &Bound<'py, PyAny>,
    lang: Option<&Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
    let (py, language) = (item.py(), language(lang)?);
    let payload = Payload::of(item)?;
    let mut body = Cow::Borrowed(payload.bytes());
    if drop_nulls && let Ok(cleaned) = weixin_draft::without_nulls(&body) {
        body = Cow::Owned(cleaned);
    }
    let converted = py.detach(|| weixin_draft::convert_news_item(&body)).map_err(|report| {
        errors::invalid(py, payload.locate(report), language, payload.unwritable().cloned())
    })?;
    Ok((models::article(py, &converted.article)?, PyTuple::new(py, converted.dropped)?))
}
