//! What a check answers: violations as data, and the words for them. It knows no rule.

mod bound;
mod datum;
mod edit;
mod fix;
mod level;
mod location;
mod replacement;
#[allow(clippy::module_inception)]
mod report;
mod violation;
mod words;

pub use datum::Datum;
pub(crate) use datum::INTEGER;
pub use edit::{Edit, apply_edits};
pub use fix::{Applicability, Fix};
pub use level::{Level, UnknownLevel};
pub use location::Location;
pub(crate) use location::Locator;
pub use report::{Report, ReportInLanguage};
pub(crate) use violation::page_of_rule;
pub use violation::{Place, Violation, ViolationInLanguage};
pub use words::{Language, UnknownLanguage, Words};
