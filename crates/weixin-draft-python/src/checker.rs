//! A check with settings of the caller's, to be used many times.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use weixin_draft::Language;
use weixin_draft_settings::SettingsFile;

use crate::check::{Body, read, report, to_python};
use crate::content::{content_type, text_of};
use crate::errors;
use crate::options::Options;
use crate::payload::Payload;
use crate::report::Report;

/// A check with levels, image hosts and a language of the caller's choice.
///
/// Built once, then used as often as you like, from as many threads as you like.
/// It can be pickled, so process pools, Spark and Ray can carry it.
///
/// Args:
///     levels: rules to be moved, such as {"external_image": "warning"}; levels
///         are "error", "warning" and "off".
///     image_hosts: hosts whose images, and those of the hosts below them, count
///         as the vendor's: a list of names such as "cdn.example.cn".
///     strict: counts every warning as an error.
///     lang: the language of messages, "en" or "zh"; English if left out.
///     drop_nulls: counts members that are null as left out, at any depth.
///
/// Raises:
///     ValueError: an unknown rule, level or language, a rule whose level is
///         fixed, or an invalid host name.
///     TypeError: an option of another type.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct Checker {
    pub(crate) checker: Arc<weixin_draft::Checker>,
    pub(crate) language: Language,
}

#[pymethods]
impl Checker {
    #[new]
    #[pyo3(signature = (*, levels = None, image_hosts = None, strict = false, lang = None, drop_nulls = false))]
    fn new(
        levels: Option<Bound<'_, PyAny>>,
        image_hosts: Option<Bound<'_, PyAny>>,
        strict: bool,
        lang: Option<Bound<'_, PyAny>>,
        drop_nulls: bool,
    ) -> PyResult<Self> {
        let options = Options { levels, image_hosts, strict, lang, drop_nulls };
        let checker = Arc::new(options.checker()?);
        Ok(Checker { checker, language: options.language()? })
    }

    /// A checker with the settings of a `weixin-draft.toml`, as the command line has
    /// them. No settings file is ever read without this.
    ///
    /// Args:
    ///     path: the settings file.
    ///     checked: the file that is checked, for the levels that `[per-file-levels]`
    ///         sets for it.
    ///
    /// Raises:
    ///     OSError: the file cannot be read.
    ///     ValueError: it is not UTF-8 or not TOML, or holds an unknown setting; with
    ///         line and column.
    #[staticmethod]
    #[pyo3(signature = (path, *, checked = None))]
    fn from_file(
        py: Python<'_>,
        path: &Bound<'_, PyAny>,
        checked: Option<PathBuf>,
    ) -> PyResult<Self> {
        let path: PathBuf = path.extract()?;
        let text = fs::read(&path).map_err(|error| errors::of_file(py, &error, &path))?;
        let wrong = |error: String| PyValueError::new_err(error);
        let text = String::from_utf8(text)
            .map_err(|_error| wrong(format!("{}: not UTF-8: save it as UTF-8", path.display())))?;
        let file = SettingsFile::parse(&path, &text).map_err(|error| wrong(error.to_string()))?;
        let settings = match checked {
            Some(checked) => file.settings_for(&checked),
            None => file.settings().clone(),
        };
        let checker = weixin_draft::Checker::from_settings(&settings)
            .map_err(|error| wrong(error.to_string()))?;
        Ok(Checker { checker: Arc::new(checker), language: settings.language })
    }

    /// The rules that were moved, by code.
    #[getter]
    fn levels<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let levels = PyDict::new(py);
        for (code, level) in &self.checker.settings().levels {
            levels.set_item(code, level.as_str())?;
        }
        Ok(levels)
    }

    /// The hosts whose images count as the vendor's.
    #[getter]
    fn image_hosts(&self) -> Vec<String> {
        self.checker.settings().image_hosts.clone()
    }

    /// Whether every warning counts as an error.
    #[getter]
    fn strict(&self) -> bool {
        self.checker.settings().strict
    }

    /// The language of messages, "en" or "zh".
    #[getter]
    fn lang(&self) -> &'static str {
        self.language.as_str()
    }

    /// Whether members that are null count as left out.
    #[getter]
    fn drop_nulls(&self) -> bool {
        self.checker.settings().drop_nulls
    }

    /// Checks a payload and reports every violation. Never raises for a bad payload.
    ///
    /// Args:
    ///     payload: as `weixin_draft.check` takes it.
    fn check<'py>(&self, payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Report>> {
        report(&self.checker, self.language, payload, Body::Request)
    }

    /// Checks an article alone, the member `articles` of a request. Paths begin at
    /// the article.
    ///
    /// Args:
    ///     payload: the article as JSON, as a dict or as a model.
    fn check_article<'py>(&self, payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Report>> {
        report(&self.checker, self.language, payload, Body::Article)
    }

    /// Checks a content alone, an HTML fragment; the path of everything is
    /// `/content`, and places are those in the fragment.
    ///
    /// Args:
    ///     html: the content, as str or as bytes in UTF-8.
    ///     article_type: "news", or "newspic" for a picture message.
    #[pyo3(signature = (html, article_type = "news"))]
    fn check_content<'py>(
        &self,
        html: &Bound<'py, PyAny>,
        article_type: &str,
    ) -> PyResult<Bound<'py, Report>> {
        let (text, kind) = (text_of(html)?, content_type(article_type)?);
        let report = html.py().detach(|| self.checker.check_content(&text, kind));
        to_python(html.py(), report, self.language, None)
    }

    /// Checks a payload and reads it as a DraftUpdate.
    ///
    /// Args:
    ///     payload: as `weixin_draft.check` takes it.
    ///
    /// Raises:
    ///     InvalidDraftError: the report has an error; it is the exception's `report`.
    fn validate<'py>(&self, payload: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = payload.py();
        Ok(read(&self.checker, self.language, &Payload::of(payload)?, py)?.0)
    }

    /// The same as validate, with the warnings and what would not be sent.
    ///
    /// Args:
    ///     payload: as `weixin_draft.check` takes it.
    ///
    /// Raises:
    ///     InvalidDraftError: the report has an error; it is the exception's `report`.
    fn validate_and_report<'py>(
        &self,
        payload: &Bound<'py, PyAny>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, Report>)> {
        let py = payload.py();
        let (draft, report) = read(&self.checker, self.language, &Payload::of(payload)?, py)?;
        Ok((draft, to_python(py, report, self.language, None)?))
    }

    /// What pydantic asks for: Annotated[DraftUpdate, Checker(...)] checks with it.
    fn __get_pydantic_core_schema__<'py>(
        this: &Bound<'py, Self>,
        source: &Bound<'py, PyAny>,
        _handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let module = this.py().import("weixin_draft._pydantic")?;
        module.call_method1("checker_schema", (this, source))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.checker == other.checker
    }

    fn __hash__(&self) -> u64 {
        let settings = self.checker.settings();
        let mut hasher = DefaultHasher::new();
        settings.levels.keys().for_each(|code| code.hash(&mut hasher));
        settings.image_hosts.hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let keywords = self.keywords(py)?;
        let mut shown = Vec::new();
        for (name, value) in keywords.iter() {
            if value.is_truthy()? && !value.eq("en")? {
                shown.push(format!("{name}={}", value.repr()?));
            }
        }
        Ok(format!("Checker({})", shown.join(", ")))
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        Ok((PyTuple::empty(py), self.keywords(py)?))
    }
}

impl Checker {
    fn keywords<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let keywords = PyDict::new(py);
        keywords.set_item("levels", self.levels(py)?)?;
        keywords.set_item("image_hosts", self.image_hosts())?;
        keywords.set_item("strict", self.strict())?;
        keywords.set_item("lang", self.lang())?;
        keywords.set_item("drop_nulls", self.drop_nulls())?;
        Ok(keywords)
    }
}
