//! What the calls on drafts return, as the classes that are written in Python.

use pyo3::BoundObject;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde_json::Value;
use weixin_draft::Language;
use weixin_draft::endpoint::{ListedDraft, NewsItem};
use weixin_draft_client::{Added, Draft, Edited};

use crate::errors;
use crate::models::article;
use crate::report::Report;
use crate::to_python;

fn instance<'py>(
    py: Python<'py>,
    class: &str,
    arguments: impl IntoPyObject<'py, Target = PyTuple, Error = PyErr>,
) -> PyResult<Bound<'py, PyAny>> {
    let arguments = arguments.into_pyobject(py)?.into_bound();
    py.import("weixin_draft._drafts")?.getattr(class)?.call1(arguments)
}

pub(super) fn draft<'py>(py: Python<'py>, draft: &Draft) -> PyResult<Bound<'py, PyAny>> {
    let items: Vec<Value> = draft
        .items
        .iter()
        .map(|item| serde_json::from_str(item.as_json()).unwrap_or_default())
        .collect();
    let items = to_python::value(py, &Value::Array(items))?;
    instance(py, "Draft", (&draft.media_id, items, draft.create_time, draft.update_time))
}

pub(super) fn list<'py>(
    py: Python<'py>,
    listed: &[ListedDraft],
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let one = |draft: &ListedDraft| {
        let titles: Vec<String> = draft.content.news_item.iter().map(NewsItem::title).collect();
        instance(py, "ListedDraft", (&draft.media_id, PyTuple::new(py, titles)?, draft.update_time))
    };
    listed.iter().map(one).collect()
}

pub(super) fn added(
    py: Python<'_>,
    added: Added,
    language: Language,
) -> PyResult<Bound<'_, PyAny>> {
    let report = Report::new(added.report, language, None);
    instance(py, "Added", (added.media_id, report))
}

pub(super) fn edited(
    py: Python<'_>,
    edited: Edited,
    language: Language,
) -> PyResult<Bound<'_, PyAny>> {
    let after = edited.after.as_ref().map(|after| article(py, after)).transpose()?;
    let report = Report::new(edited.report, language, None);
    let stored = Report::new(edited.stored, language, None);
    let unread = edited.unread.map(|error| errors::of_client(py, error, language).into_value(py));
    instance(py, "Edited", (article(py, &edited.before)?, after, report, stored, unread))
}
