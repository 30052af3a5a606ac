//! The report on a row that is not read.

use crate::json::Pointer;
use crate::report::Report;
use crate::rules::{Findings, Levels, too_long as finding};

/// The report on a row of more than [`MAX_ROW_BYTES`](crate::MAX_ROW_BYTES), which a
/// bulk check does not read.
///
/// ```
/// let report = weixin_draft::too_long();
/// assert!(!report.is_ok());
/// assert_eq!(report.violations()[0].code, "too_long");
/// ```
pub fn too_long() -> Report {
    let levels = Levels::DEFAULT;
    let mut findings = Findings::new(&levels, b"");
    findings.add(finding(), &Pointer::ROOT);
    findings.into_report(b"")
}
