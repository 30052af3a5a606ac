//! The calls of a client, one file each.

mod add;
mod get;
mod list;
mod material;
mod token;
mod update;
mod upload;

pub use add::Added;
pub use get::Draft;
pub use update::Updated;
pub use upload::PictureFile;
