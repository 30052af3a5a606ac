//! Where the token of a call comes from.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use super::{AccessToken, StableToken};

type Function =
    dyn Fn() -> Result<AccessToken, Box<dyn StdError + Send + Sync>> + Send + Sync + 'static;

/// Where the token of a call comes from: a fixed one, a function of the
/// caller's, or [`StableToken`].
///
/// ```
/// use weixin_draft_client::{AccessToken, Client, TokenSource};
///
/// let fixed = Client::new(AccessToken::new("TOKEN"));
/// let asked = Client::new(TokenSource::function(|| Ok(AccessToken::new("TOKEN"))));
/// ```
#[derive(Clone)]
pub struct TokenSource(pub(super) Source);

#[derive(Clone)]
pub(super) enum Source {
    Fixed(AccessToken),
    Function(Arc<Function>),
    Stable(StableToken),
}

impl TokenSource {
    /// Asks a function before each call, and once more when the server does not
    /// take its token. It should return quickly, so keep the token somewhere.
    pub fn function<F>(function: F) -> Self
    where
        F: Fn() -> Result<AccessToken, Box<dyn StdError + Send + Sync>> + Send + Sync + 'static,
    {
        TokenSource(Source::Function(Arc::new(function)))
    }
}

impl From<AccessToken> for TokenSource {
    fn from(token: AccessToken) -> Self {
        TokenSource(Source::Fixed(token))
    }
}

impl From<StableToken> for TokenSource {
    fn from(stable: StableToken) -> Self {
        TokenSource(Source::Stable(stable))
    }
}

impl fmt::Debug for TokenSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Fixed(token) => token.fmt(formatter),
            Source::Function(_) => formatter.write_str("Function"),
            Source::Stable(stable) => stable.fmt(formatter),
        }
    }
}
