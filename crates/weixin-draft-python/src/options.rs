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
}

impl Options<'_> {
    /// Whether nothing is asked for.
    pub(crate) fn are_default(&self) -> bool {
        self.levels.is_none() && self.image_hosts.is_none() && !self.strict
    }

    /// # Errors
    /// `ValueError` for an unknown rule or level, a rule that cannot be moved
    /// and what is no host; `TypeError` for values of other types.
    pub(crate) fn checker(&self) -> PyResult<Checker> {
        let mut checker = Checker::new().strict(self.strict);
        if let Some(levels) = &self.levels {
            for entry in levels.cast::<PyMapping>()?.items()? {
                let (code, level): (String, String) = entry.extract()?;
                let level: Level = level.parse().map_err(|error| {
                    PyValueError::new_err(format!("the level {level:?} of {code}: {error}"))
                })?;
                checker = checker.level(&code, level).map_err(|error| {
                    PyValueError::new_err(format!("levels has {code:?}: {error}"))
                })?;
            }
        }
        if let Some(hosts) = &self.image_hosts {
            if hosts.is_instance_of::<PyString>() {
                return Err(PyTypeError::new_err(
                    "image_hosts is a list of hosts: write [\"cdn.example.cn\"]",
                ));
            }
            for host in hosts.try_iter()? {
                let host: String = host?.extract()?;
                checker = checker.image_host(&host).map_err(|error| {
                    PyValueError::new_err(format!("image_hosts has {host:?}: {error}"))
                })?;
            }
        }
        Ok(checker)
    }
}

/// `en` unless something else is said.
///
/// # Errors
/// `ValueError` for a language we do not speak.
pub(crate) fn language(name: Option<&str>) -> PyResult<Language> {
    name.map_or(Ok(Language::English), |name| {
        name.parse().map_err(|error| PyValueError::new_err(format!("lang is {name:?}: {error}")))
    })
}
