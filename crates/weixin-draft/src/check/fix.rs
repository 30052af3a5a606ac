//! Requests mended: the fixes of violations, applied until there is nothing left to
//! apply.

use std::collections::BTreeMap;
use std::ops::Range;

use super::checker::Checker;
use super::driver::Driver;
use crate::report::{Applicability, Edit, Report, apply_edits};
use crate::request::Form;

/// What became of a body whose violations were mended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The body with every fix applied, or as it was given where there was none.
    pub body: Vec<u8>,
    /// How many fixes were applied.
    pub applied: usize,
    /// What a check of the body finds now.
    pub report: Report,
    /// Whether fixes brought new ones for too many rounds; the body then is as it was
    /// given.
    pub gave_up: bool,
}

/// A body that wants more rounds is left as it was given.
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
        let mut fixed = body.to_vec();
        let mut applied = 0;
        for _ in 0..MAX_ROUNDS {
            let (edits, count) = self.edits(&fixed, at_most);
            if edits.is_empty() {
                let report = self.check_json(&fixed);
                return Fixed { body: fixed, applied, report, gave_up: false };
            }
            applied += count;
            // Whatever has a fix was read as text.
            let text = String::from_utf8(fixed).unwrap_or_default();
            fixed = apply_edits(&text, &edits).into_bytes();
        }
        Fixed { body: body.to_vec(), applied: 0, report: self.check_json(body), gave_up: true }
    }

    /// The edits of one round, in the order of their ranges, and of how many fixes they
    /// are. Of fixes that overlap, the one that begins first wins.
    fn edits(&self, body: &[u8], at_most: Applicability) -> (Vec<Edit>, usize) {
        let mut driver = Driver::with_fixes(&self.levels, &self.image_hosts, body);
        driver.request(self.read_settings(Form::Update));
        let mut fixes = driver.take_fixes();
        fixes.retain(|fix| fix.applicability() <= at_most);
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
}

/// Whether an edit overlaps none of the others, which are by their beginning.
fn is_free(edit: &Edit, others: &BTreeMap<usize, Edit>) -> bool {
    let Range { start, end } = edit.range;
    let before = others.range(..start).next_back();
    before.is_none_or(|(_, before)| before.range.end <= start)
        && others.range(start..end.max(start + 1)).next().is_none()
}
