//! Findings of a browser that laid an article's content out.

use serde::Deserialize;

use super::checker::Checker;
use crate::report::{Level, Location, Place, Report, Violation};
use crate::rules::{LAYOUT_RULES, Rule};

/// What a browser measured: one fault of a layout, with its places.
#[derive(Clone, Debug, Deserialize)]
pub struct LayoutFinding {
    code: String,
    path: String,
    count: usize,
    places: Vec<MeasuredPlace>,
}

#[derive(Clone, Debug, Deserialize)]
struct MeasuredPlace {
    offset: usize,
    element: String,
    line: Option<usize>,
    column: Option<usize>,
    range: Option<std::ops::Range<usize>>,
    utf16_range: Option<std::ops::Range<usize>>,
}

impl Checker {
    /// Adds to a report what a browser measured of the same text, at the levels of its
    /// rules. Findings of unknown codes are left out.
    #[must_use]
    pub fn with_layout(&self, report: &Report, findings: Vec<LayoutFinding>) -> Report {
        let mut violations = report.violations().to_vec();
        for finding in findings {
            if let Some(rule) = LAYOUT_RULES.iter().find(|rule| rule.code == finding.code) {
                match self.levels.of(rule, rule.level) {
                    Level::Off => {}
                    level => violations.push(finding.into_violation(rule, level)),
                }
            }
        }
        let has_errors = violations.iter().any(|violation| violation.level == Level::Error);
        Report::new(violations, report.omitted(), !report.is_ok() || has_errors)
    }
}

impl LayoutFinding {
    fn into_violation(self, rule: &'static Rule, level: Level) -> Violation {
        let places: Vec<Place> = self.places.into_iter().map(MeasuredPlace::into_place).collect();
        let location = places.iter().find_map(|place| place.location.clone());
        let (path, count) = (self.path, self.count);
        let violation = Violation::of_places(rule.code, level, path, count, places, &rule.message);
        Violation { location, ..violation }
    }
}

impl MeasuredPlace {
    fn into_place(self) -> Place {
        let location = match (self.line, self.column, self.range, self.utf16_range) {
            (Some(line), Some(column), Some(range), Some(utf16)) => {
                Some(Location { range, utf16, line, column })
            }
            _ => None,
        };
        Place { offset: self.offset, element: self.element, found: None, location }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measured_finding_is_an_info_with_its_place() {
        let findings = r#"[
            {"code": "layout_width", "path": "/articles/content", "count": 2, "places": [
                {"offset": 3, "element": "p", "line": 1, "column": 9,
                 "range": {"start": 8, "end": 10}, "utf16_range": {"start": 8, "end": 10}}]},
            {"code": "other", "path": "", "count": 1, "places": []}
        ]"#;
        let checker = Checker::new();
        let measured = |checker: &Checker| {
            checker.with_layout(&Report::default(), serde_json::from_str(findings).unwrap())
        };
        let report = measured(&checker);
        let [found] = report.violations() else { panic!("{report}") };
        assert!(report.is_ok() && found.level == Level::Info && found.count == 2);
        assert_eq!(found.location.as_ref().map(|location| location.column), Some(9));
        let off = checker.clone().level("layout_width", Level::Off).unwrap();
        assert_eq!(measured(&off), Report::default());
        let strict = checker.strict(true);
        assert!(measured(&strict).is_ok());
        assert!(!measured(&strict.level("layout_width", Level::Warning).unwrap()).is_ok());
    }
}
