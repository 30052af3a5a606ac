//! The rules and the answer codes as data.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use weixin_draft::{ERROR_CODES, UNKNOWN_ERROR_CODE, all_rules};

use crate::options::language;

/// The same words in two languages.
#[pyclass(frozen, eq, hash, get_all, module = "weixin_draft")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Words {
    /// English.
    en: String,
    /// Simplified Chinese.
    zh: String,
}

#[pymethods]
impl Words {
    #[new]
    fn new(en: String, zh: String) -> Self {
        Words { en, zh }
    }

    fn __str__(&self) -> &str {
        &self.en
    }

    fn __repr__(&self) -> String {
        format!("Words(en={:?}, zh={:?})", self.en, self.zh)
    }

    fn __getnewargs__(&self) -> (String, String) {
        (self.en.clone(), self.zh.clone())
    }
}

fn words(py: Python<'_>, words: weixin_draft::Words) -> PyResult<Py<Words>> {
    Py::new(py, Words { en: in_python(words.en), zh: in_python(words.zh) })
}

/// Words that send the reader to the command line, for readers who write Python.
pub(crate) fn in_python(words: &str) -> String {
    words.replace("weixin-draft check", "weixin_draft.check")
}

fn data<'py>(py: Python<'py>, words: &Py<Words>) -> PyResult<Bound<'py, PyDict>> {
    let Words { en, zh } = words.get();
    let data = PyDict::new(py);
    data.set_item("en", en)?;
    data.set_item("zh", zh)?;
    Ok(data)
}

/// A rule, with what there is to say about it.
#[pyclass(frozen, get_all, module = "weixin_draft")]
pub(crate) struct Rule {
    /// The stable name, such as missing_field.
    code: &'static str,
    /// The level unless the caller moves the rule: error, warning or info.
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
    /// Plain data, ready for json.dumps, and a row of a data frame but for the words.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("code", self.code)?;
        dict.set_item("level", self.level)?;
        dict.set_item("movable", self.movable)?;
        dict.set_item("source", self.source)?;
        dict.set_item("in_schema", self.in_schema)?;
        dict.set_item("summary", data(py, &self.summary)?)?;
        dict.set_item("reason", data(py, &self.reason)?)?;
        Ok(dict)
    }

    fn __repr__(&self) -> String {
        format!("<Rule {}, level {}>", self.code, self.level)
    }

    /// There is one rule of a code.
    fn __eq__(&self, other: &Self) -> bool {
        self.code == other.code
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.code.into_pyobject(py)?.hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (&'static str,))> {
        Ok((py.import("weixin_draft._core")?.getattr("rule")?, (self.code,)))
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
    /// Plain data, ready for json.dumps, and a row of a data frame but for the words.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("code", self.code)?;
        dict.set_item("source", self.source)?;
        dict.set_item("reaction", self.reaction)?;
        dict.set_item("meaning", data(py, &self.meaning)?)?;
        dict.set_item("action", data(py, &self.action)?)?;
        Ok(dict)
    }

    fn __repr__(&self) -> String {
        format!("<ErrorCode {}, {}>", self.code, self.reaction)
    }

    /// There is one entry of a code.
    fn __eq__(&self, other: &Self) -> bool {
        self.code == other.code
    }

    fn __hash__(&self) -> isize {
        isize::try_from(self.code).unwrap_or_default()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (i64,))> {
        Ok((py.import("weixin_draft._core")?.getattr("errcode")?, (self.code,)))
    }
}

fn python_rule(py: Python<'_>, rule: &weixin_draft::Rule) -> PyResult<Rule> {
    Ok(Rule {
        code: rule.code,
        level: rule.level.as_str(),
        movable: rule.movable,
        source: rule.source.as_str(),
        in_schema: rule.in_schema.as_str(),
        summary: words(py, rule.summary)?,
        reason: words(py, rule.reason)?,
    })
}

/// Every rule, in the order of the table.
#[pyfunction]
pub(crate) fn rules(py: Python<'_>) -> PyResult<Vec<Rule>> {
    all_rules().map(|rule| python_rule(py, rule)).collect()
}

/// The rule of this code.
///
/// Raises KeyError when there is none.
#[pyfunction]
#[pyo3(signature = (code, /))]
pub(crate) fn rule(py: Python<'_>, code: &str) -> PyResult<Rule> {
    let rule = weixin_draft::rule(code).ok_or_else(|| PyKeyError::new_err(code.to_owned()))?;
    python_rule(py, rule)
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
pub(crate) fn unknown_errcode(lang: &Bound<'_, PyAny>) -> PyResult<&'static str> {
    Ok(UNKNOWN_ERROR_CODE.get(language(Some(lang))?))
}

/// The server's words for people: on one line, and not long.
#[pyfunction]
#[pyo3(signature = (errmsg, /))]
pub(crate) fn readable_errmsg(errmsg: &str) -> String {
    weixin_draft::readable_errmsg(errmsg)
}
