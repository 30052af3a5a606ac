//! From what draft/get answers to an article.

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::options::language;
use crate::payload::Payload;
use crate::{errors, to_python};

/// Converts an item of draft/get's news_item: the article and the dropped paths.
#[pyfunction]
#[pyo3(signature = (item, lang = None))]
pub(crate) fn convert_item<'py>(
    item: &Bound<'py, PyAny>,
    lang: Option<&str>,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
    let (py, language) = (item.py(), language(lang)?);
    let payload = Payload::of(item)?;
    let body = payload.bytes();
    let converted = py
        .detach(|| weixin_draft::convert_news_item(body))
        .map_err(|report| errors::invalid(py, report, language, payload.unwritable().cloned()))?;
    let class = match converted.article {
        weixin_draft::Article::News(_) => "NewsArticle",
        weixin_draft::Article::NewsPic(_) => "NewsPicArticle",
    };
    let json = serde_json::to_value(&converted.article).unwrap_or_default();
    Ok((to_python::model(py, class, &json)?, PyTuple::new(py, converted.dropped)?))
}
