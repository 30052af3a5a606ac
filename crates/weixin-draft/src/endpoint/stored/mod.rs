//! What the server made of an article that was sent.

mod compare;
mod content;
mod digest;
mod findings;
mod pairs;

pub use compare::{compare, has_same_text};
pub use digest::is_servers_digest;
