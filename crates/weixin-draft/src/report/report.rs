//! The answer of one check.

use std::fmt;

use super::level::Level;
use super::violation::Violation;

/// Every violation of one request, in document order.
///
/// ```
/// use weixin_draft::check_json;
///
/// let report = check_json(br#"{"media_id": "M", "index": "0", "articles": []}"#);
/// assert!(!report.is_ok());
/// let found: Vec<_> = report.errors().map(|error| (error.code, error.path.as_str())).collect();
/// assert_eq!(found, [("wrong_type", "/index"), ("wrong_type", "/articles")]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub(super) violations: Vec<Violation>,
    pub(super) omitted: usize,
    pub(super) has_errors: bool,
}

impl Report {
    /// At most so many violations are listed; the others are only counted.
    pub const LONGEST: usize = 1000;

    /// Whether the request may be sent: there is no error. Warnings may be.
    pub fn is_ok(&self) -> bool {
        !self.has_errors
    }

    /// All violations, in document order, at most [`Report::LONGEST`].
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

    /// The errors alone, each after a last change.
    pub(crate) fn into_errors(mut self, change: impl FnMut(&mut Violation)) -> Report {
        self.violations.retain(|violation| violation.level == Level::Error);
        self.violations.iter_mut().for_each(change);
        self
    }

    fn of_level(&self, level: Level) -> impl Iterator<Item = &Violation> {
        self.violations.iter().filter(move |violation| violation.level == level)
    }
}

/// English, one line a violation.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.violations.is_empty() {
            return formatter.write_str("no violations");
        }
        for (position, violation) in self.violations.iter().enumerate() {
            if position > 0 {
                writeln!(formatter)?;
            }
            write!(formatter, "{violation}")?;
        }
        if self.omitted > 0 {
            write!(formatter, "\nand {} more", self.omitted)?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}
