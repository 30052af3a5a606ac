//! The rules and the answer codes as data.

use pyo3::prelude::*;
use weixin_draft::{ERROR_CODES, RULES, UNKNOWN_ERROR_CODE};

use crate::options::language;

/// The same words in two languages.
#[pyclass(frozen, eq, hash, get_all, module = "weixin_draft")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Words {
    /// English.
    en: &'static str,
    /// Simplified Chinese.
    zh: &'static str,
}

#[pymethods]
impl Words {
    fn __str__(&self) -> &'static str {
        self.en
    }

    fn __repr__(&self) -> String {
        format!("Words(en={:?}, zh={:?})", self.en, self.zh)
    }
}

fn words(py: Python<'_>, words: weixin_draft::Words) -> PyResult<Py<Words>> {
    Py::new(py, Words { en: words.en, zh: words.zh })
}

/// A rule, with what there is to say about it.
#[pyclass(frozen, get_all, module = "weixin_draft")]
pub(crate) struct Rule {
    /// The stable name, such as missing_field.
    code: &'static str,
    /// The level unless the caller moves the rule: error, warning or off.
    level: &'static str,
    /// Whether a caller may move the rule to another level.
    movable: bool,
    /// Where the rule is known from: page, draft_add, seen, json or sense.
    source: &'static str,
    /// Whether the JSON Schema says it: yes, partly or no.
    in_schema: &'static str,
    /// What the rule asks for, in one sentence.
    summary: Py<Words>,
    /// Why it exists: what happens to a request that breaks it.
    reason: Py<Words>,
}

#[pymethods]
impl Rule {
    fn __repr__(&self) -> String {
        format!("<Rule {}, level {}>", self.code, self.level)
    }
}

/// An answer code of the endpoint.
#[pyclass(frozen, get_all, module = "weixin_draft")]
pub(crate) struct ErrorCode {
    /// The number in the field errcode of the answer.
    code: i64,
    /// Where the code is known from: page, global or seen.
    source: &'static str,
    /// The reaction it calls for: ok, retry, token, authorise, caller, quota or account.
    reaction: &'static str,
    /// What the server says with it.
    meaning: Py<Words>,
    /// What to do next.
    action: Py<Words>,
}

#[pymethods]
impl ErrorCode {
    fn __repr__(&self) -> String {
        format!("<ErrorCode {}, {}>", self.code, self.reaction)
    }
}

/// Every rule, in the order of the table.
#[pyfunction]
pub(crate) fn rules(py: Python<'_>) -> PyResult<Vec<Rule>> {
    let rule = |rule: &&weixin_draft::Rule| {
        Ok(Rule {
            code: rule.code,
            level: rule.level.as_str(),
            movable: rule.movable,
            source: rule.source.as_str(),
            in_schema: rule.in_schema.as_str(),
            summary: words(py, rule.summary)?,
            reason: words(py, rule.reason)?,
        })
    };
    RULES.iter().map(rule).collect()
}

fn entry(py: Python<'_>, entry: &weixin_draft::ErrorCode) -> PyResult<ErrorCode> {
    Ok(ErrorCode {
        code: entry.code,
        source: entry.source.as_str(),
        reaction: entry.class.as_str(),
        meaning: words(py, entry.meaning)?,
        action: words(py, entry.action)?,
    })
}

/// Every answer code that is known, in ascending order.
#[pyfunction]
pub(crate) fn errcodes(py: Python<'_>) -> PyResult<Vec<ErrorCode>> {
    ERROR_CODES.iter().map(|known| entry(py, known)).collect()
}

/// What is known of an answer code; None for a number that is not in the table.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn errcode(py: Python<'_>, code: i64) -> PyResult<Option<ErrorCode>> {
    weixin_draft::error_code(code).map(|known| entry(py, known)).transpose()
}

/// What to say of a number that is not in the table.
#[pyfunction]
#[pyo3(signature = (lang, /))]
pub(crate) fn unknown_errcode(lang: &str) -> PyResult<&'static str> {
    Ok(UNKNOWN_ERROR_CODE.get(language(Some(lang))?))
}

/// The server's words for people: on one line, and not long.
#[pyfunction]
#[pyo3(signature = (errmsg, /))]
pub(crate) fn readable_errmsg(errmsg: &str) -> String {
    weixin_draft::readable_errmsg(errmsg)
}
