//! `--layout`: reports with what a browser finds, where it was asked for.

use weixin_draft::{Checker, Language, Report};

use super::Options;
#[cfg(feature = "preview")]
use super::jobs::ContentType;
use super::jobs::Kind;
#[cfg(feature = "preview")]
use crate::layout::Measuring;
use crate::outcome::Failure;

/// The browser, if there is to be one.
pub(super) struct Layouts {
    #[cfg(feature = "preview")]
    measuring: Option<(Measuring, Language)>,
}

#[cfg(feature = "preview")]
impl Layouts {
    pub(super) fn of(options: &Options, language: Language) -> Self {
        Layouts { measuring: options.layout.then(|| (Measuring::default(), language)) }
    }

    pub(super) fn are_wanted(&self) -> bool {
        self.measuring.is_some()
    }

    /// The report with what the browser finds.
    ///
    /// # Errors
    /// When the browser cannot be had: a check that was to look at layouts and cannot is
    /// no check.
    pub(super) fn add(
        &mut self,
        kind: Kind,
        body: &[u8],
        report: Report,
        checker: &Checker,
    ) -> Result<Report, Failure> {
        let Some((measuring, language)) = &mut self.measuring else { return Ok(report) };
        let measured = match kind {
            Kind::Content(ContentType::Newspic) => Ok(report),
            Kind::Content(ContentType::News) => measuring.of_content(body, report, checker),
            Kind::Request | Kind::Lines => measuring.of_request(body, report, checker),
        };
        measured.map_err(|error| Failure(error.message(*language)))
    }
}

/// Without a browser there are none.
#[cfg(not(feature = "preview"))]
#[allow(clippy::unused_self, reason = "as with a browser")]
impl Layouts {
    pub(super) fn of(_options: &Options, _language: Language) -> Self {
        Layouts {}
    }

    pub(super) fn are_wanted(&self) -> bool {
        false
    }

    #[expect(clippy::unnecessary_wraps, reason = "as with a browser")]
    pub(super) fn add(
        &mut self,
        _kind: Kind,
        _body: &[u8],
        report: Report,
        _checker: &Checker,
    ) -> Result<Report, Failure> {
        Ok(report)
    }
}
