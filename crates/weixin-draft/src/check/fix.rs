//! Requests and contents mended: the fixes of violations, applied until there is nothing
//! left to apply.

use std::collections::BTreeMap;
use std::ops::Range;

use super::checker::Checker;
use super::driver::{Driver, content_fixes};
use super::moved::Moved;
use crate::model::ArticleType;
use crate::report::{Applicability, Edit, Fix, Report, apply_edits};
use crate::request::Form;
use crate::rules::FoundFix;

/// What became of a body or a content whose violations were mended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The text with every fix applied, or as it was given where there was none.
    pub body: Vec<u8>,
    /// How many fixes were applied.
    pub applied: usize,
    /// What a check of the text finds now.
    pub report: Report,
    /// Whether fixes brought new ones for too many rounds; the text then is as it was
    /// given.
    pub gave_up: bool,
    moved: Moved,
}

impl Fixed {
    /// The report with the places of the text that was given, for those who show what
    /// would be mended and change nothing.
    ///
    /// ```
    /// use weixin_draft::{Applicability, Checker};
    ///
    /// let body = br#"{"media_id": "M", "index": "0", "articles": {"title": ""}}"#;
    /// let fixed = Checker::new().fix(body, Applicability::Safe);
    /// let start = |report: &weixin_draft::Report| {
    ///     let location = report.errors().next().and_then(|error| error.location.clone());
    ///     location.map(|location| location.range.start)
    /// };
    /// assert_eq!((start(&fixed.report), start(&fixed.report_on(body))), (Some(52), Some(54)));
    /// ```
    pub fn report_on(&self, given: &[u8]) -> Report {
        self.moved.report_on(given, &self.body, &self.report)
    }
}

/// A text that wants more rounds is left as it was given.
const MAX_ROUNDS: usize = 10;

impl Checker {
    /// Mends what has one obvious way to be mended.
    ///
    /// Only violations are touched, and nothing outside of their edits changes. Fixes
    /// are applied from the front, of those that overlap the first; then the body is
    /// checked again, until nothing is left to apply.
    ///
    /// ```
    /// use weixin_draft::{Applicability, Checker};
    ///
    /// let body = br#"{"media_id": "M\n", "index": "0", "articles": {"author": null}}"#;
    /// let fixed = Checker::new().fix(body, Applicability::Safe);
    /// assert_eq!(fixed.body, br#"{"media_id": "M", "index": 0, "articles": {}}"#);
    /// assert_eq!(fixed.applied, 3);
    /// // A title is not invented.
    /// assert_eq!(fixed.report.errors().next().unwrap().code, "missing_field");
    /// ```
    pub fn fix(&self, body: &[u8], at_most: Applicability) -> Fixed {
        let check = |body: &[u8]| self.check_json(body);
        let find = |body: &[u8]| {
            let mut driver = Driver::with_fixes(&self.levels, &self.image_hosts, body);
            driver.request(self.read_settings(Form::Update));
            driver.into_fixes()
        };
        mend(body, at_most, check, find, |moved, _, edits| moved.add(edits))
    }

    /// The same for a content alone, an HTML fragment.
    ///
    /// ```
    /// use weixin_draft::{Applicability, ArticleType, Checker};
    ///
    /// let html = "<ul>\n  <li onclick=\"alert('x')\">Menu</li></ul>";
    /// let fixed = Checker::new().fix_content(html, ArticleType::News, Applicability::Safe);
    /// assert_eq!(fixed.body, b"<ul><li>Menu</li></ul>");
    /// assert!(fixed.report.violations().is_empty());
    /// ```
    pub fn fix_content(
        &self,
        html: &str,
        article_type: ArticleType,
        at_most: Applicability,
    ) -> Fixed {
        // Contents are judged as they are in a request: in a JSON string.
        let json = serde_json::to_vec(html).unwrap_or_default();
        let html_of = |json: &[u8]| serde_json::from_slice::<String>(json).unwrap_or_default();
        let check = |json: &[u8]| self.check_content(&html_of(json), article_type);
        let find = |json: &[u8]| {
            let json = str::from_utf8(json).unwrap_or_default();
            content_fixes(&self.levels, &self.image_hosts, json, article_type.into())
        };
        let mended = mend(&json, at_most, check, find, Moved::add_of_json);
        Fixed { body: html_of(&mended.body).into_bytes(), ..mended }
    }
}

/// Applies what `find` finds until `check` reports nothing that could be applied, or for as
/// many rounds as there may be. `note` keeps in mind what moves in a round.
fn mend(
    text: &[u8],
    at_most: Applicability,
    check: impl Fn(&[u8]) -> Report,
    find: impl Fn(&[u8]) -> Vec<FoundFix>,
    note: impl Fn(&mut Moved, &[u8], &[Edit]),
) -> Fixed {
    let mut body = text.to_vec();
    let mut moved = Moved::default();
    let mut applied = 0;
    for _ in 0..MAX_ROUNDS {
        let report = check(&body);
        // A report is made in less time than all fixes are.
        if lists_no_fix(&report, at_most) {
            return Fixed { body, applied, report, gave_up: false, moved };
        }
        let mut fixes = find(&body);
        fixes.retain(|fix| fix.applicability() <= at_most);
        let (edits, count) = without_overlaps(fixes);
        if edits.is_empty() {
            return Fixed { body, applied, report, gave_up: false, moved };
        }
        applied += count;
        note(&mut moved, &body, &edits);
        // Whatever has a fix was read as text.
        let text = String::from_utf8(body).unwrap_or_default();
        body = apply_edits(&text, &edits).into_bytes();
    }
    let moved = Moved::default();
    Fixed { body: text.to_vec(), applied: 0, report: check(text), gave_up: true, moved }
}

/// Whether a report lists all that was found, and no fix that may be applied.
fn lists_no_fix(report: &Report, at_most: Applicability) -> bool {
    let is_open = |fix: &Fix| fix.applicability <= at_most;
    let mut fixes = report.violations().iter().filter_map(|violation| violation.fix.as_ref());
    report.omitted() == 0 && !fixes.any(is_open)
}

/// The edits of one round, in the order of their ranges, and of how many fixes they
/// are. Of fixes that overlap, the one that begins first wins.
fn without_overlaps(mut fixes: Vec<FoundFix>) -> (Vec<Edit>, usize) {
    fixes.sort_by_key(|fix| fix.edits().first().map(|edit| edit.range.start));
    let mut taken = BTreeMap::new();
    let mut count = 0;
    for fix in fixes {
        if fix.edits().iter().all(|edit| is_free(edit, &taken)) {
            taken.extend(fix.edits().iter().map(|edit| (edit.range.start, edit.clone())));
            count += 1;
        }
    }
    (taken.into_values().collect(), count)
}

/// Whether an edit overlaps none of the others, which are by their beginning.
fn is_free(edit: &Edit, others: &BTreeMap<usize, Edit>) -> bool {
    let Range { start, end } = edit.range;
    let before = others.range(..start).next_back();
    before.is_none_or(|(_, before)| before.range.end <= start)
        && others.range(start..end.max(start + 1)).next().is_none()
}
