//! Requests and contents mended: the fixes of violations, applied until there is nothing
//! left to apply.

use std::collections::BTreeMap;
use std::ops::Range;

use super::checker::Checker;
use super::driver::{Driver, content_fixes};
use crate::model::ArticleType;
use crate::report::{Applicability, Edit, Report, apply_edits};
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
        let mended = mend(body, at_most, |body| {
            let mut driver = Driver::with_fixes(&self.levels, &self.image_hosts, body);
            driver.request(self.read_settings(Form::Update));
            driver.into_fixes()
        });
        let gave_up = mended.is_none();
        let (body, applied) = mended.unwrap_or_else(|| (body.to_vec(), 0));
        Fixed { report: self.check_json(&body), body, applied, gave_up }
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
        let mended = mend(&json, at_most, |json| {
            let json = str::from_utf8(json).unwrap_or_default();
            content_fixes(&self.levels, &self.image_hosts, json, article_type.into())
        });
        let mended = mended.and_then(|(json, applied)| {
            let html: String = serde_json::from_slice(&json).ok()?;
            Some((html, applied))
        });
        let gave_up = mended.is_none();
        let (html, applied) = mended.unwrap_or_else(|| (html.to_owned(), 0));
        let report = self.check_content(&html, article_type);
        Fixed { body: html.into_bytes(), applied, report, gave_up }
    }
}

/// Applies what `find` finds until that is nothing: the text, and how many fixes were
/// applied. `None` when this takes too many rounds.
fn mend(
    text: &[u8],
    at_most: Applicability,
    find: impl Fn(&[u8]) -> Vec<FoundFix>,
) -> Option<(Vec<u8>, usize)> {
    let mut fixed = text.to_vec();
    let mut applied = 0;
    for _ in 0..MAX_ROUNDS {
        let mut fixes = find(&fixed);
        fixes.retain(|fix| fix.applicability() <= at_most);
        let (edits, count) = without_overlaps(fixes);
        if edits.is_empty() {
            return Some((fixed, applied));
        }
        applied += count;
        // Whatever has a fix was read as text.
        let text = String::from_utf8(fixed).unwrap_or_default();
        fixed = apply_edits(&text, &edits).into_bytes();
    }
    None
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
