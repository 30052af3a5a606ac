//! Reports and violations as Python sees them.

mod html;
mod place;
#[allow(clippy::module_inception)]
mod report;
mod violation;
mod words;

pub(crate) use place::Place;
pub(crate) use report::Report;
pub(crate) use violation::Violation;
