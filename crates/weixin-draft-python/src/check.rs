//! The check.

use std::sync::LazyLock;

use pyo3::prelude::*;
use weixin_draft::Language;

use crate::content::{content_type, text_of};
use crate::errors;
use crate::models::draft_update;
use crate::options::Options;
use crate::payload::{Payload, Unwritable};
use crate::report::Report;

pub(crate) static DEFAULT: LazyLock<weixin_draft::Checker> =
    LazyLock::new(weixin_draft::Checker::new);

/// Bodies from this size on are checked while other threads run Python; for
/// smaller ones, giving the interpreter away costs more than the check.
const LONG: usize = 16 << 10;

/// Checks a payload and reports every violation. Never raises for a bad payload.
///
/// Args:
///     payload: the request as bytes, bytearray or memoryview in UTF-8, as str, or
///         as a dict, another mapping of what JSON knows, or a model.
///     levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.
///
/// Returns:
///     The report: `ok`, `errors`, `warnings`, each violation with its code,
///     level, path, message, limit and found, where it is, and what would mend it.
///
/// Raises:
///     ValueError: an unknown rule, level or language, a rule whose level is
///         fixed, or an invalid host name.
///     TypeError: an option of another type, or something that is not a payload, such
///         as a path, an open file or a coroutine.
#[pyfunction]
#[pyo3(signature = (payload, *, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
pub(crate) fn check<'py>(
    payload: &Bound<'py, PyAny>,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<Bound<'py, Report>> {
    let options = Options { levels, image_hosts, strict, lang, drop_nulls };
    with(&options, |checker| report(checker, options.language()?, payload, Body::Request))
}

/// Checks an article alone, the member `articles` of a request. Paths begin at the
/// article.
///
/// Args:
///     payload: the article as JSON, as a dict or as a model.
///     levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.
///
/// Raises:
///     ValueError, TypeError: as with `check`.
#[pyfunction]
#[pyo3(signature = (payload, *, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
pub(crate) fn check_article<'py>(
    payload: &Bound<'py, PyAny>,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<Bound<'py, Report>> {
    let options = Options { levels, image_hosts, strict, lang, drop_nulls };
    with(&options, |checker| report(checker, options.language()?, payload, Body::Article))
}

/// Checks a content alone, an HTML fragment; the path of everything is `/content`,
/// and places are those in the fragment.
///
/// Args:
///     html: the content, as str or as bytes in UTF-8.
///     article_type: "news", or "newspic" for a picture message.
///     levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.
///
/// Raises:
///     ValueError, TypeError: as with `check`.
#[pyfunction]
#[pyo3(signature = (html, article_type = "news", *, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
pub(crate) fn check_content<'py>(
    html: &Bound<'py, PyAny>,
    article_type: &str,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<Bound<'py, Report>> {
    let options = Options { levels, image_hosts, strict, lang, drop_nulls };
    with(&options, |checker| {
        let (language, kind) = (options.language()?, content_type(article_type)?);
        let text = text_of(html)?;
        let report = html.py().detach(|| checker.check_content(&text, kind));
        to_python(html.py(), report, language, None)
    })
}

/// Checks a payload and reads it as a DraftUpdate.
///
/// Args:
///     payload: as for `check`.
///     levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.
///
/// Returns:
///     The request as frozen, typed models.
///
/// Raises:
///     InvalidDraftError: the report has an error; it is the exception's `report`.
///     ValueError, TypeError: as with `check`.
#[pyfunction]
#[pyo3(signature = (payload, *, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
pub(crate) fn validate<'py>(
    payload: &Bound<'py, PyAny>,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<Bound<'py, PyAny>> {
    let options = Options { levels, image_hosts, strict, lang, drop_nulls };
    let py = payload.py();
    let (language, payload) = (options.language()?, Payload::of(payload)?);
    with(&options, |checker| Ok(read(checker, language, &payload, py)?.0))
}

/// The same as validate, with the warnings and what would not be sent.
///
/// Args:
///     payload: as for `check`.
///     levels, image_hosts, strict, lang, drop_nulls: as for `Checker`.
///
/// Returns:
///     The request as frozen, typed models, and the report, which is ok.
///
/// Raises:
///     InvalidDraftError: the report has an error; it is the exception's `report`.
///     ValueError, TypeError: as with `check`.
#[pyfunction]
#[pyo3(signature = (payload, *, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
pub(crate) fn validate_and_report<'py>(
    payload: &Bound<'py, PyAny>,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<Bound<'py, PyAny>>,
    drop_nulls: bool,
) -> PyResult<(Bound<'py, PyAny>, Bound<'py, Report>)> {
    let options = Options { levels, image_hosts, strict, lang, drop_nulls };
    let py = payload.py();
    let (language, payload) = (options.language()?, Payload::of(payload)?);
    with(&options, |checker| {
        let (draft, report) = read(checker, language, &payload, py)?;
        Ok((draft, to_python(py, report, language, None)?))
    })
}

/// Calls with the checker that the options ask for.
pub(crate) fn with<T>(
    options: &Options<'_>,
    use_it: impl FnOnce(&weixin_draft::Checker) -> PyResult<T>,
) -> PyResult<T> {
    if options.are_default() { use_it(&DEFAULT) } else { use_it(&options.checker()?) }
}

/// What the payload is.
#[derive(Clone, Copy)]
pub(crate) enum Body {
    Request,
    Article,
}

pub(crate) fn report<'py>(
    checker: &weixin_draft::Checker,
    language: Language,
    payload: &Bound<'py, PyAny>,
    body: Body,
) -> PyResult<Bound<'py, Report>> {
    let py = payload.py();
    let payload = Payload::of(payload)?;
    let bytes = payload.bytes();
    let check = || match body {
        Body::Request => checker.check_json(bytes),
        Body::Article => checker.check_article(bytes),
    };
    let report = if bytes.len() < LONG { check() } else { py.detach(check) };
    to_python(py, payload.locate(report), language, payload.unwritable())
}

pub(crate) fn to_python<'py>(
    py: Python<'py>,
    report: weixin_draft::Report,
    language: Language,
    unwritable: Option<&Unwritable>,
) -> PyResult<Bound<'py, Report>> {
    if report.violations().is_empty() {
        return Report::spotless(py, language);
    }
    Bound::new(py, Report::new(report, language, unwritable.cloned()))
}

/// The request as a model, and the report.
pub(crate) fn read<'py>(
    checker: &weixin_draft::Checker,
    language: Language,
    payload: &Payload<'_>,
    py: Python<'py>,
) -> PyResult<(Bound<'py, PyAny>, weixin_draft::Report)> {
    let bytes = payload.bytes();
    let read = || checker.read_and_report(bytes);
    let read = if bytes.len() < LONG { read() } else { py.detach(read) };
    let (draft, report) = read.map_err(|report| {
        errors::invalid(py, payload.locate(report), language, payload.unwritable().cloned())
    })?;
    Ok((draft_update(py, &draft)?, payload.locate(report)))
}
