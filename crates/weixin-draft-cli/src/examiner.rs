//! How a call of the command looks at requests.

use std::borrow::Cow;

use weixin_draft::{Checker, Prepared, Report, without_nulls};

/// A checker, and whether fields that are null count as absent.
pub(crate) struct Examiner {
    pub(crate) checker: Checker,
    pub(crate) drop_nulls: bool,
}

impl Examiner {
    pub(crate) fn check(&self, body: &[u8]) -> Report {
        self.checker.check_json(&self.cleaned(body))
    }

    /// Checks a request and writes it as it is to be sent.
    pub(crate) fn prepare(&self, body: &[u8]) -> Result<Prepared, Report> {
        self.checker.prepare(&self.cleaned(body))
    }

    /// What is not JSON stays as it is: the check says where it goes wrong.
    fn cleaned<'a>(&self, body: &'a [u8]) -> Cow<'a, [u8]> {
        match self.drop_nulls.then(|| without_nulls(body)) {
            Some(Ok(cleaned)) => Cow::Owned(cleaned),
            Some(Err(_)) | None => Cow::Borrowed(body),
        }
    }
}
