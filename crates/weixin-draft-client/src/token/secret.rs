//! The secret of an account.

use std::fmt;
use std::sync::Arc;

/// An account's secret (AppSecret), with which tokens are fetched.
///
/// Like a token it can be written down nowhere.
///
/// ```
/// use weixin_draft_client::Secret;
///
/// assert_eq!(format!("{:?}", Secret::new("0123456789abcdef")), "Secret(***)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Arc<str>);

impl Secret {
    /// Takes the secret as the account's console shows it.
    pub fn new(secret: impl Into<String>) -> Self {
        Secret(secret.into().into())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(***)")
    }
}
