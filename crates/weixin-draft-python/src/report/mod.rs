//! Reports and violations as Python sees them.

mod datum;
mod fix;
mod html;
mod location;
mod place;
#[allow(clippy::module_inception)]
mod report;
mod rows;
mod violation;
mod words;

pub(crate) use fix::{Edit, Fix};
pub(crate) use place::Place;
pub(crate) use report::Report;
pub(crate) use violation::Violation;
