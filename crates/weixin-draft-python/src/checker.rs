//! The check.

use std::sync::{Arc, LazyLock};

use pyo3::prelude::*;
use weixin_draft::Language;

use crate::options::{Options, language};
use crate::payload::Payload;
use crate::report::Report;
use crate::{errors, to_python};

/// A check with levels, image hosts and a language of the caller's choice.
///
/// Built once, then used as often as you like, from as many threads as you like.
///
/// Args:
///     levels: rules to be moved, such as {"external_image": "warning"}; levels
///         are "error", "warning" and "off".
///     image_hosts: hosts whose images, and those of the hosts below them, count
///         as the vendor's: a list of names such as "cdn.example.cn".
///     strict: counts every warning as an error.
///     lang: the language of messages, "en" or "zh"; English if left out.
///
/// Raises:
///     ValueError: an unknown rule, level or language, a rule whose level is
///         fixed, or no host's name.
///     TypeError: an option of another type.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct Checker {
    pub(crate) checker: Arc<weixin_draft::Checker>,
    pub(crate) language: Language,
}

static DEFAULT: LazyLock<weixin_draft::Checker> = LazyLock::new(weixin_draft::Checker::new);

/// Bodies from this size on are checked while other threads run Python; for
/// smaller ones, giving the interpreter away costs more than the check.
const LONG: usize = 16 << 10;

#[pymethods]
impl Checker {
    #[new]
    #[pyo3(signature = (*, levels = None, image_hosts = None, strict = false, lang = None))]
    fn new(
        levels: Option<Bound<'_, PyAny>>,
        image_hosts: Option<Bound<'_, PyAny>>,
        strict: bool,
        lang: Option<&str>,
    ) -> PyResult<Self> {
        let checker = Arc::new(Options { levels, image_hosts, strict }.checker()?);
        Ok(Checker { checker, language: language(lang)? })
    }

    /// Checks a payload and reports every violation. Never raises for a bad payload.
    ///
    /// Args:
    ///     payload: the request as bytes, bytearray or memoryview in UTF-8, as str, or
    ///         as a dict or another mapping of what JSON knows.
    fn check<'py>(&self, payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Report>> {
        report(&self.checker, self.language, payload)
    }

    /// Checks a payload and reads it as a DraftUpdate.
    ///
    /// Args:
    ///     payload: the request as bytes, bytearray or memoryview in UTF-8, as str, or
    ///         as a dict or another mapping of what JSON knows.
    ///
    /// Raises:
    ///     InvalidDraftError: the report has an error; it is the exception's `report`.
    fn validate<'py>(&self, payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        read(&self.checker, self.language, payload)
    }
}

/// Checks a payload and reports every violation. Never raises for a bad payload.
///
/// Args:
///     payload: the request as bytes, bytearray or memoryview in UTF-8, as str, or
///         as a dict or another mapping of what JSON knows.
///     levels: rules to be moved, such as {"external_image": "warning"}; levels
///         are "error", "warning" and "off".
///     image_hosts: hosts whose images, and those of the hosts below them, count
///         as the vendor's: a list of names such as "cdn.example.cn".
///     strict: counts every warning as an error.
///     lang: the language of messages, "en" or "zh"; English if left out.
///
/// Returns:
///     The report: `ok`, `errors`, `warnings`, each violation with its code,
///     level, path, message, limit and found.
///
/// Raises:
///     ValueError: an unknown rule, level or language, a rule whose level is
///         fixed, or no host's name.
///     TypeError: an option of another type.
#[pyfunction]
#[pyo3(signature = (payload, *, levels = None, image_hosts = None, strict = false, lang = None))]
pub(crate) fn check<'py>(
    payload: &Bound<'py, PyAny>,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<&str>,
) -> PyResult<Bound<'py, Report>> {
    let options = Options { levels, image_hosts, strict };
    let language = language(lang)?;
    if options.are_default() {
        report(&DEFAULT, language, payload)
    } else {
        report(&options.checker()?, language, payload)
    }
}

/// Checks a payload and reads it as a DraftUpdate.
///
/// Args:
///     payload: the request as bytes, bytearray or memoryview in UTF-8, as str, or
///         as a dict or another mapping of what JSON knows.
///     levels: rules to be moved, such as {"external_image": "warning"}; levels
///         are "error", "warning" and "off".
///     image_hosts: hosts whose images, and those of the hosts below them, count
///         as the vendor's: a list of names such as "cdn.example.cn".
///     strict: counts every warning as an error.
///     lang: the language of messages, "en" or "zh"; English if left out.
///
/// Returns:
///     The request as frozen, typed models.
///
/// Raises:
///     InvalidDraftError: the report has an error; it is the exception's `report`.
///     ValueError: an unknown rule, level or language, a rule whose level is
///         fixed, or no host's name.
///     TypeError: an option of another type.
#[pyfunction]
#[pyo3(signature = (payload, *, levels = None, image_hosts = None, strict = false, lang = None))]
pub(crate) fn validate<'py>(
    payload: &Bound<'py, PyAny>,
    levels: Option<Bound<'py, PyAny>>,
    image_hosts: Option<Bound<'py, PyAny>>,
    strict: bool,
    lang: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    read(&Options { levels, image_hosts, strict }.checker()?, language(lang)?, payload)
}

fn report<'py>(
    checker: &weixin_draft::Checker,
    language: Language,
    payload: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, Report>> {
    let py = payload.py();
    let payload = Payload::of(payload)?;
    let body = payload.bytes();
    let report = if body.len() < LONG {
        checker.check_json(body)
    } else {
        py.detach(|| checker.check_json(body))
    };
    if report.violations().is_empty() {
        return Report::spotless(py, language);
    }
    Bound::new(py, Report::new(report, language, payload.unwritable().cloned()))
}

fn read<'py>(
    checker: &weixin_draft::Checker,
    language: Language,
    payload: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = payload.py();
    let payload = Payload::of(payload)?;
    let body = payload.bytes();
    let draft = py
        .detach(|| checker.read(body))
        .map_err(|report| errors::invalid(py, report, language, payload.unwritable().cloned()))?;
    // Strings and integers into memory: this cannot fail.
    let json = serde_json::to_value(&draft).unwrap_or_default();
    to_python::model(py, "DraftUpdate", &json)
}
