//! Carries the pictures of an article to the vendor.
//!
//! The server drops every picture of an article that it does not keep itself.
//! [`Pictures`] reads each from where it is, makes it fit for an upload, and has it
//! uploaded once, however often it is used and whenever the program runs again.
//!
//! ```
//! use weixin_draft_pictures::{Pictures, Uploaded};
//!
//! let pictures = Pictures::new(".");
//! let dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";
//! let taken = pictures.upload(&[dot], |picture| {
//!     assert_eq!(picture.file_name(), "picture.png");
//!     Ok(Uploaded { address: "http://mmbiz.qpic.cn/dot".into(), media_id: None })
//! });
//! assert_eq!(taken[0].result.as_ref().unwrap().address, "http://mmbiz.qpic.cn/dot");
//! ```

mod cache;
mod document;
mod fit;
mod format;
mod gif;
mod ico;
mod jpeg;
mod pictures;
mod png;
mod problem;
mod send;
mod source;

pub use cache::{Cache, CacheError};
pub use document::{Document, Place, Replaced};
pub use fit::{Call, Fitted, Use};
pub use format::Format;
pub use pictures::{Inspected, Origin, Pictures, Taken, Transfer, Uploaded};
pub use problem::Problem;
