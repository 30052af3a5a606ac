//! What the server made of an article that was sent.

mod compare;
mod content;
mod digest;
mod findings;
mod kept;
mod pairs;

pub use compare::compare;
pub use digest::is_servers_digest;
pub use kept::is_stored_form;
