//! Access tokens: what they are, and where they come from.

mod access_token;
mod keeper;
mod mask;
mod secret;
mod source;
mod stable;

pub use access_token::AccessToken;
pub(crate) use keeper::Keeper;
pub(crate) use mask::mask;
pub use secret::Secret;
pub use source::TokenSource;
pub use stable::{CredentialsError, StableToken};
