//! The calls of a client, one file each.

mod add;
mod get;
mod list;
mod token;
mod update;

pub use get::Draft;
pub use update::Updated;
