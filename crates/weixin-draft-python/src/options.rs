//! The options of a check, by their names in Python.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use weixin_draft::{Checker, Language, Level};

/// How to check, as Python's keyword arguments say it.
pub(crate) struct Options<'py> {
    /// A mapping from rule codes to levels.
    pub(crate) levels: Option<Bound<'py, PyAny>>,
    /// Hosts whose images count as internal.
    pub(crate) image_hosts: Option<Bound<'py, PyAny>>,
    /// Whether warnings count as errors.
    pub(crate) strict: bool,
    /// The language of messages.
    pub(crate) lang: Option<Bound<'py, PyAny>>,
    /// Whether members that are null count as left out.
    pub(crate) drop_nulls: bool,
}

impl Options<'_> {
    /// Whether nothing but a language is asked for.
    pub(crate) fn are_default(&self) -> bool {
        self.levels.is_none() && self.image_hosts.is_none() && !self.strict && !self.drop_nulls
    }

    pub(crate) fn language(&self) -> PyResult<Language> {
        language(self.lang.as_ref())
    }

    /// # Errors
    /// `ValueError` for an unknown rule, level or language, a rule that cannot be
    /// moved and an invalid host; `TypeError` for values of other types.
    pub(crate) fn checker(&self) -> PyResult<Checker> {
        let mut settings = Checker::new().settings().clone();
        settings.language = self.language()?;
        let mut checker = Checker::from_settings(&settings)
            .unwrap_or_default()
            .strict(self.strict)
            .drop_nulls(self.drop_nulls);
        if let Some(levels) = &self.levels {
            for (code, level) in pairs(levels)? {
                let parsed: Level = level.parse().map_err(|error| {
                    PyValueError::new_err(format!("levels sets {code:?} to {level:?}: {error}"))
                })?;
                checker = checker.level(&code, parsed).map_err(|error| {
                    PyValueError::new_err(format!("levels has {code:?}: {error}"))
                })?;
            }
        }
        if let Some(hosts) = &self.image_hosts {
            for host in names(hosts)? {
                checker = checker.image_host(&host).map_err(|error| {
                    PyValueError::new_err(format!("image_hosts has {host:?}: {error}"))
                })?;
            }
        }
        Ok(checker)
    }
}

fn pairs(levels: &Bound<'_, PyAny>) -> PyResult<Vec<(String, String)>> {
    let wrong = || {
        PyTypeError::new_err(
            "levels is a dict of rule codes and levels: write {\"external_image\": \"warning\"}",
        )
    };
    let items = levels.cast::<PyMapping>().map_err(|_error| wrong())?.items()?;
    items.extract().map_err(|_error| wrong())
}

fn names(hosts: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let wrong =
        || PyTypeError::new_err("image_hosts is a list of hosts: write [\"cdn.example.cn\"]");
    if hosts.is_instance_of::<PyString>() {
        return Err(wrong());
    }
    let hosts = hosts.try_iter().map_err(|_error| wrong())?;
    hosts.map(|host| host?.extract().map_err(|_error| wrong())).collect()
}

/// `en` unless something else is said.
///
/// # Errors
/// `ValueError` for a language we do not speak, `TypeError` for something that is not a text.
pub(crate) fn language(name: Option<&Bound<'_, PyAny>>) -> PyResult<Language> {
    let Some(name) = name else { return Ok(Language::English) };
    let name: String = name
        .extract()
        .map_err(|_error| PyTypeError::new_err("lang is a str: write \"en\" or \"zh\""))?;
    name.parse().map_err(|error| PyValueError::new_err(format!("lang is {name:?}: {error}")))
}
