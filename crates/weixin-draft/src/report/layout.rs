//! Findings of a browser that laid an article's content out.

use serde::Deserialize;

use super::level::Level;
use super::location::Location;
use super::report::Report;
use super::violation::{Place, Violation};
use super::words::Words;

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

static WORDS: [(&str, Words); 4] = [
    (
        "layout_width",
        Words {
            en: "an element does not fit every screen alike: its width, its place or what sticks out changes between 375 and 677 pixels. Give its width in percent, or centre it.",
            zh: "元素不能同样适应各种屏幕：在 375 到 677 像素之间，其宽度、位置或超出的部分不一致。请用百分比设置宽度，或将其居中。",
        },
    ),
    (
        "layout_line_overlap",
        Words {
            en: "lines of a text overlap: its line height is below its font size. Set line-height to 1.5 or more.",
            zh: "文字行互相重叠：行高小于字号。请将 line-height 设为 1.5 或更大。",
        },
    ),
    (
        "layout_cut_text",
        Words {
            en: "an element is higher than the paragraph that holds it, so that it is cut or covers what follows. Remove the paragraph's height.",
            zh: "元素高于所在段落，会被截断或盖住后面的内容。请去掉段落的高度设置。",
        },
    ),
    (
        "layout_pre_overflow",
        Words {
            en: "preformatted text is wider than its box on some screens. Set white-space: pre-wrap.",
            zh: "预格式化文本在某些屏幕上超出其边框。请设置 white-space: pre-wrap。",
        },
    ),
];

impl Report {
    /// Adds what a browser measured, at level info. Findings of unknown codes are
    /// left out.
    #[must_use]
    pub fn with_layout(self, findings: Vec<LayoutFinding>) -> Self {
        let mut violations = self.violations().to_vec();
        violations.extend(findings.into_iter().filter_map(LayoutFinding::into_violation));
        Report::new(violations, self.omitted(), !self.is_ok())
    }
}

impl LayoutFinding {
    fn into_violation(self) -> Option<Violation> {
        let (code, words) = WORDS.iter().find(|(code, _)| *code == self.code)?;
        let places: Vec<Place> = self.places.into_iter().map(MeasuredPlace::into_place).collect();
        Some(Violation {
            code,
            level: Level::Info,
            path: self.path,
            limit: None,
            found: None,
            location: places.iter().find_map(|place| place.location.clone()),
            count: self.count,
            places,
            fix: None,
            name: None,
            position: None,
            meaning: None,
            words,
        })
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
        let report = Report::default().with_layout(serde_json::from_str(findings).unwrap());
        let [found] = report.violations() else { panic!("{report}") };
        assert!(report.is_ok() && found.level == Level::Info && found.count == 2);
        assert_eq!(found.location.as_ref().map(|location| location.column), Some(9));
    }
}
