//! A checked body, ready to be sent.

use crate::report::Report;

/// A checked body, ready to be sent: [`Checker::prepare`](crate::Checker::prepare). It
/// cannot be changed, so what is sent is what was checked.
///
/// ```
/// use weixin_draft::Checker;
///
/// let body = br#"{"media_id":"M","index":0,"articles":{"title":"T","content":"x","author":""}}"#;
/// let prepared = Checker::new().prepare(body).expect("no errors");
/// assert!(!prepared.body().contains("author"));
/// assert_eq!(prepared.report().warnings().count(), 1); // it has no cover
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    pub(super) body: String,
    pub(super) report: Report,
}

impl Prepared {
    /// The body: JSON in raw UTF-8.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// What the check found: no errors, but perhaps warnings, and fields that are not
    /// sent.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Both, for those who go on with them.
    pub fn into_parts(self) -> (String, Report) {
        (self.body, self.report)
    }
}
