//! What is told of a text that is no request, and of no other document that is read.

use super::draft_item::Why;
use crate::json::{Malformed, Pointer, Tail, diagnose};
use crate::report::Report;
use crate::request::{Issue, ShapeIssue, path_at};
use crate::rules::{Findings, Levels, check_shape};

/// The report on something that holds no article to be converted.
#[cold]
pub(super) fn not_that(body: &[u8], why: Why) -> Report {
    let no_item = match why {
        Why::NotJson(malformed) => return not_json(body, malformed),
        Why::NoItem(no_item) => no_item,
    };
    of_whole(body, Issue::NoItem(no_item))
}

/// The report on a request that breaks no rule, but that the model cannot hold.
#[cold]
pub(super) fn unreadable(body: &[u8]) -> Report {
    of_whole(body, Issue::Unreadable)
}

/// The report on a body as a whole.
fn of_whole(body: &[u8], issue: Issue<'_>) -> Report {
    let levels = Levels::DEFAULT;
    let mut findings = Findings::new(&levels, body);
    check_shape(ShapeIssue { issue, range: 0..0 }, &Pointer::ROOT, &mut findings);
    findings.into_report(body)
}

/// The report on a text that is not JSON.
#[cold]
pub(super) fn not_json(body: &[u8], malformed: Malformed) -> Report {
    let levels = Levels::DEFAULT;
    let mut findings = Findings::new(&levels, body);
    add_not_json(body, malformed, &mut findings);
    findings.into_report(body)
}

/// Adds why a text is not JSON.
#[cold]
pub(super) fn add_not_json(body: &[u8], malformed: Malformed, findings: &mut Findings<'_>) {
    let diagnosis = diagnose(body, malformed);
    let tail = match str::from_utf8(body) {
        Ok(text) if !diagnosis.is_of_whole(body) => {
            path_at(text, diagnosis.value.unwrap_or(malformed.offset))
        }
        _ => Tail::default(),
    };
    let range = diagnosis.range.clone();
    let issue = ShapeIssue { issue: Issue::InvalidJson(diagnosis), range };
    check_shape(issue, &Pointer::ROOT.with_tail(&tail), findings);
}
