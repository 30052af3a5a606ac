//! From what draft/get answers to an article.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::options::language;
use crate::payload::Payload;
use crate::report::Report;
use crate::{errors, models};

/// The article, the dropped paths, how many more there are, and what is lost.
type Converted<'py> = (Bound<'py, PyAny>, Bound<'py, PyTuple>, usize, Report);

/// Converts an article of what draft/get or draft/batchget answered.
#[pyfunction]
#[pyo3(signature = (answer, index, media_id, lang, drop_nulls, /))]
pub(crate) fn convert_answer<'py>(
    answer: &Bound<'py, PyAny>,
    index: usize,
    media_id: Option<&str>,
    lang: Option<&Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<Converted<'py>> {
    let (py, language) = (answer.py(), language(lang)?);
    let payload = Payload::of(answer)?;
    let mut body = Cow::Borrowed(payload.bytes());
    if drop_nulls && let Ok(cleaned) = weixin_draft::without_nulls(&body) {
        body = Cow::Owned(cleaned);
    }
    // Places in a text that the caller has not seen are of no use.
    let is_as_given = *body == *payload.bytes();
    let locate = |report: weixin_draft::Report| {
        let report = payload.locate(report);
        if is_as_given { report } else { report.without_locations() }
    };
    let converted = py.detach(|| weixin_draft::convert_answer(&body, index, media_id));
    let converted = converted.map_err(|report| {
        errors::invalid(py, locate(report), language, payload.unwritable().cloned())
    })?;
    let article = models::article(py, &converted.article)?;
    let dropped = PyTuple::new(py, converted.dropped)?;
    let report = Report::new(locate(converted.report), language, None);
    Ok((article, dropped, converted.omitted, report))
}
