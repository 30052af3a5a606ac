//! What a check answers: violations as data, and the words for them.

mod datum;
mod level;
mod notes;
mod position;
#[allow(clippy::module_inception)]
mod report;
mod violation;
mod words;

pub use datum::Datum;
pub(crate) use datum::INTEGER;
pub use level::{Level, UnknownLevel};
pub(crate) use notes::{Finding, Notes};
pub use position::Position;
pub use report::Report;
pub use violation::{Place, Violation};
pub use words::{Language, UnknownLanguage, Words};
