//! The answer of one check.

use std::fmt;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::bound::bound;
use super::level::Level;
use super::violation::Violation;
use super::words::Language;

/// Every violation of one request, in document order.
///
/// ```
/// use weixin_draft::check_json;
///
/// let report = check_json(br#"{"media_id": "M", "index": "0", "articles": 1}"#);
/// assert!(!report.is_ok());
/// let found: Vec<_> = report.errors().map(|error| (error.code, error.path.as_str())).collect();
/// assert_eq!(found, [("wrong_type", "/index"), ("wrong_type", "/articles")]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    violations: Vec<Violation>,
    omitted: usize,
    has_errors: bool,
}

impl Report {
    /// The most violations that are listed; the others are only counted.
    pub const MAX_VIOLATIONS: usize = 1000;

    /// The most bytes of JSON that a report has, in either language. What has no room
    /// is left out: the edits of fixes first, then the mildest violations, which are
    /// counted in [`Report::omitted`].
    pub const MAX_BYTES: usize = 4 << 20;

    /// Of violations in document order, beyond which there are others.
    pub(crate) fn new(mut violations: Vec<Violation>, omitted: usize, has_errors: bool) -> Self {
        let omitted = omitted + bound(&mut violations);
        Report { violations, omitted, has_errors }
    }

    /// Whether the request may be sent: there is no error. Warnings may be.
    pub fn is_ok(&self) -> bool {
        !self.has_errors
    }

    /// All violations, in document order, at most [`Report::MAX_VIOLATIONS`].
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// The violations that keep the request from being sent.
    pub fn errors(&self) -> impl Iterator<Item = &Violation> {
        self.of_level(Level::Error)
    }

    /// The violations that do not keep the request from being sent.
    pub fn warnings(&self) -> impl Iterator<Item = &Violation> {
        self.of_level(Level::Warning)
    }

    /// How many violations there are beyond the listed ones.
    pub fn omitted(&self) -> usize {
        self.omitted
    }

    /// The same violations without places in the text, for values that were never
    /// given as text.
    #[must_use]
    pub fn without_locations(mut self) -> Self {
        for violation in &mut self.violations {
            violation.location = None;
            violation.fix = None;
            violation.places.iter_mut().for_each(|place| place.location = None);
        }
        self
    }

    /// The report as data and as text, its messages in this language. It is
    /// serialised as `{"ok": .., "violations": [..], "omitted": ..}`, which
    /// `schema/report.json` describes.
    ///
    /// ```
    /// use weixin_draft::{Language, check_json};
    ///
    /// let report = check_json(b"{}");
    /// let data = serde_json::to_value(report.in_language(Language::Chinese)).unwrap();
    /// assert_eq!(data["ok"], false);
    /// assert_eq!(data["violations"][0]["message"], "缺少必填字段。请补上。");
    /// ```
    pub fn in_language(&self, language: Language) -> ReportInLanguage<'_> {
        ReportInLanguage { report: self, language }
    }

    /// This report and another one of the same request, in document order.
    #[must_use]
    pub fn and(self, other: Report) -> Self {
        let has_errors = self.has_errors || other.has_errors;
        let omitted = self.omitted + other.omitted;
        let mut violations = self.violations;
        let place = |it: &Violation| it.location.as_ref().map(|location| location.range.start);
        for violation in other.violations {
            let at = violations.partition_point(|before| place(before) <= place(&violation));
            violations.insert(at, violation);
        }
        Report::new(violations, omitted, has_errors)
    }

    /// The violations, to be given other words.
    pub(crate) fn violations_mut(&mut self) -> &mut [Violation] {
        &mut self.violations
    }

    /// Keeps some of the violations, none of which is an error.
    pub(crate) fn retain(&mut self, keeps: impl FnMut(&Violation) -> bool) {
        self.violations.retain(keeps);
    }

    /// The errors alone.
    #[must_use]
    pub(crate) fn errors_alone(mut self) -> Self {
        self.violations.retain(|violation| violation.level == Level::Error);
        self
    }

    fn of_level(&self, level: Level) -> impl Iterator<Item = &Violation> {
        self.violations.iter().filter(move |violation| violation.level == level)
    }
}

/// English, one line a violation.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.in_language(Language::English).fmt(formatter)
    }
}

impl std::error::Error for Report {}

/// A report in one language: [`Report::in_language`].
#[derive(Clone, Copy, Debug)]
pub struct ReportInLanguage<'a> {
    report: &'a Report,
    language: Language,
}

impl fmt::Display for ReportInLanguage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.report.violations.is_empty() {
            return formatter.write_str(match self.language {
                Language::English => "no violations",
                Language::Chinese => "没有发现问题",
            });
        }
        for (position, violation) in self.report.violations.iter().enumerate() {
            if position > 0 {
                writeln!(formatter)?;
            }
            write!(formatter, "{}", violation.in_language(self.language))?;
        }
        match (self.report.omitted, self.language) {
            (0, _) => Ok(()),
            (omitted, Language::English) => write!(formatter, "\nand {omitted} more"),
            (omitted, Language::Chinese) => write!(formatter, "\n另有 {omitted} 处未列出"),
        }
    }
}

impl Serialize for ReportInLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("ok", &self.report.is_ok())?;
        map.serialize_entry("violations", &ViolationsInLanguage(*self))?;
        map.serialize_entry("omitted", &self.report.omitted)?;
        map.end()
    }
}

struct ViolationsInLanguage<'a>(ReportInLanguage<'a>);

impl Serialize for ViolationsInLanguage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ReportInLanguage { report, language } = self.0;
        let mut list = serializer.serialize_seq(Some(report.violations.len()))?;
        for violation in &report.violations {
            list.serialize_element(&violation.in_language(language))?;
        }
        list.end()
    }
}
