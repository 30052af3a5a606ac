//! Reports and violations as Python sees them.

mod html;
#[allow(clippy::module_inception)]
mod report;
mod violation;

pub(crate) use report::Report;
pub(crate) use violation::{Place, Violation};
