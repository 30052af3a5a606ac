//! One violation of one rule.

use std::fmt::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyTuple};
use weixin_draft::Language;

use super::datum::Datum;
use super::fix::Fix;
use super::location::Location;
use super::place::Place;
use crate::payload::Unwritable;

/// How many places a line names; the others are counted.
const MAX_PLACES_IN_LINE: usize = 3;

/// A request breaks a rule at one place.
///
/// Everything but the message is data for programs. The message may change
/// between versions; codes do not.
#[pyclass(frozen, eq, hash, module = "weixin_draft")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Violation {
    /// The rule's code, such as missing_field.
    #[pyo3(get)]
    pub(super) code: String,
    /// How much it weighs in this check: error, warning or info.
    #[pyo3(get)]
    pub(super) level: String,
    /// JSON Pointer (RFC 6901) to the value.
    #[pyo3(get)]
    pub(super) path: String,
    /// One or two sentences: what is wrong, and what to do.
    #[pyo3(get)]
    pub(super) message: String,
    /// The limit that was passed, where there is one.
    #[pyo3(get)]
    pub(super) limit: Option<Datum>,
    /// What was found, where that is a number, a type or a host.
    #[pyo3(get)]
    pub(super) found: Option<Datum>,
    pub(super) location: Location,
    /// How often the rule is broken at this path.
    #[pyo3(get)]
    pub(super) count: usize,
    pub(super) places: Vec<Place>,
    /// What would mend it, where there is one obvious way.
    #[pyo3(get)]
    pub(super) fix: Option<Fix>,
    /// The address of the rule's description; None for a rule of the caller's.
    #[pyo3(get)]
    pub(super) url: Option<String>,
    /// Between path and message, and around places: as the language has them.
    #[pyo3(get)]
    pub(super) lang: &'static str,
}

impl Violation {
    pub(super) fn new(
        found: &weixin_draft::Violation,
        language: Language,
        unwritable: Option<&Unwritable>,
    ) -> Self {
        let better = unwritable.filter(|_| found.code == "invalid_json");
        let message = better.and_then(|unwritable| unwritable.message(language));
        Violation {
            code: found.code.to_owned(),
            level: found.level.as_str().to_owned(),
            path: found.path.clone(),
            message: message.unwrap_or_else(|| found.message(language)),
            limit: found.limit.as_ref().map(Datum::from),
            found: found.found.as_ref().map(Datum::from),
            location: Location::from(found.location.as_ref()),
            count: found.count,
            places: found.places.iter().map(Place::from).collect(),
            fix: found.fix.as_ref().map(|fix| Fix::of(fix, language)),
            url: Some(found.url(language)),
            lang: language.as_str(),
        }
    }

    /// What `to_dict` gave.
    pub(super) fn of_data(data: &Bound<'_, PyAny>, language: Language) -> PyResult<Self> {
        let places = data.get_item("places")?.try_iter()?;
        let places = places.map(|place| Place::of_data(&place?)).collect::<PyResult<_>>()?;
        let fix = data.get_item("fix")?;
        Ok(Violation {
            code: data.get_item("code")?.extract()?,
            level: data.get_item("level")?.extract()?,
            path: data.get_item("path")?.extract()?,
            message: data.get_item("message")?.extract()?,
            limit: data.get_item("limit")?.extract()?,
            found: data.get_item("found")?.extract()?,
            location: Location::of_data(data)?,
            count: data.get_item("count")?.extract()?,
            places,
            fix: if fix.is_none() { None } else { Some(Fix::of_data(&fix)?) },
            url: data.get_item("url")?.extract()?,
            lang: language.as_str(),
        })
    }

    /// Level, code and path: `error[missing_field] /title`.
    pub(super) fn headline(&self) -> String {
        let mut text = format!("{}[{}]", self.level, self.code);
        if !self.path.is_empty() {
            let _ = write!(text, " {}", self.path.escape_debug());
        }
        text
    }

    /// How often and where, of a rule on the content: `3 places: 1:8 <img> a.cn; …`.
    pub(super) fn places_in_words(&self) -> Option<String> {
        if self.places.is_empty() {
            return None;
        }
        let places = self.places.iter().take(MAX_PLACES_IN_LINE).map(Place::__str__);
        let mut places: Vec<String> = places.collect();
        if self.count > MAX_PLACES_IN_LINE {
            places.push("…".to_owned());
        }
        Some(match (self.lang, self.count) {
            ("zh", count) => format!("{count} 处：{}", places.join("；")),
            (_, 1) => format!("1 place: {}", places.join("; ")),
            (_, count) => format!("{count} places: {}", places.join("; ")),
        })
    }
}

#[pymethods]
impl Violation {
    #[new]
    #[pyo3(signature = (code, level, path, message, limit = None, found = None, *, line = None, column = None, range = None, utf16_range = None, count = 1, places = Vec::new(), fix = None, url = None, lang = None))]
    #[allow(clippy::too_many_arguments, reason = "one for each attribute")]
    fn from_attributes(
        code: String,
        level: String,
        path: String,
        message: String,
        limit: Option<Datum>,
        found: Option<Datum>,
        line: Option<usize>,
        column: Option<usize>,
        range: Option<(usize, usize)>,
        utf16_range: Option<(usize, usize)>,
        count: usize,
        places: Vec<Place>,
        fix: Option<Fix>,
        url: Option<String>,
        lang: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let lang = crate::options::language(lang)?.as_str();
        let location = Location { line, column, range, utf16_range };
        Ok(Violation {
            code,
            level,
            path,
            message,
            limit,
            found,
            location,
            count,
            places,
            fix,
            url,
            lang,
        })
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str, &'static str) {
        ("code", "level", "path")
    }

    /// Line in the JSON that was checked, from 1; None when there was no text.
    #[getter]
    fn line(&self) -> Option<usize> {
        self.location.line
    }

    /// Column in code points, from 1; None when there was no text.
    #[getter]
    fn column(&self) -> Option<usize> {
        self.location.column
    }

    /// The bytes of the value, as (start, end); None when there was no text.
    #[getter]
    fn range(&self) -> Option<(usize, usize)> {
        self.location.range
    }

    /// The same in UTF-16 code units, as editors and JavaScript count.
    #[getter]
    fn utf16_range(&self) -> Option<(usize, usize)> {
        self.location.utf16_range
    }

    /// The first places inside the content, at most ten.
    #[getter]
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.places.iter().cloned())
    }

    /// Plain data, ready for json.dumps, as the published schema of reports has it.
    pub(super) fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("code", &self.code)?;
        dict.set_item("level", &self.level)?;
        dict.set_item("path", &self.path)?;
        dict.set_item("message", &self.message)?;
        dict.set_item("limit", &self.limit)?;
        dict.set_item("found", &self.found)?;
        self.location.write(&dict)?;
        dict.set_item("count", self.count)?;
        let places: PyResult<Vec<_>> = self.places.iter().map(|place| place.to_dict(py)).collect();
        dict.set_item("places", PyList::new(py, places?)?)?;
        dict.set_item("fix", self.fix.as_ref().map(|fix| fix.to_dict(py)).transpose()?)?;
        dict.set_item("url", &self.url)?;
        Ok(dict)
    }

    /// Line and column, level, code, path, message and places, on one line.
    pub(super) fn __str__(&self) -> String {
        let place = self.places.first().and_then(Place::line_and_column);
        let first = place.or_else(|| self.location.line_and_column());
        let first = first.map_or_else(String::new, |first| format!("{first}: "));
        let (colon, open, close) = match self.lang {
            "zh" => ("：", "（", "）"),
            _ => (": ", " (", ")"),
        };
        let mut text = format!("{first}{}{colon}{}", self.headline(), self.message);
        if let Some(places) = self.places_in_words() {
            let _ = write!(text, "{open}{places}{close}");
        }
        text
    }

    fn __repr__(&self) -> String {
        format!("<Violation {}>", self.headline())
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let (limit, found) = (&self.limit, &self.found);
        let arguments =
            (&self.code, &self.level, &self.path, &self.message, limit, found).into_pyobject(py)?;
        let keywords = PyDict::new(py);
        self.location.write_keywords(&keywords)?;
        keywords.set_item("count", self.count)?;
        keywords.set_item("places", self.places(py)?.to_list())?;
        keywords.set_item("fix", self.fix.clone())?;
        keywords.set_item("url", &self.url)?;
        keywords.set_item("lang", self.lang)?;
        Ok((arguments, keywords))
    }
}
