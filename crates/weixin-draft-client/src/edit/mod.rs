//! Edits that lose nothing: neither fields nor somebody else's changes.

mod arrived;
mod change;
mod client;
mod guarded;
mod overlay;
mod revision;

pub(crate) use change::update_body;
pub use guarded::{Edited, Guard};
pub use overlay::{Overlay, OverlayError};
pub use revision::{Revision, RevisionError};
