//! The call for an access token.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The body of stable_token. Its `Debug` hides the secret.
#[derive(Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenRequest<'a> {
    /// Always the same.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["client_credential"])))]
    grant_type: &'static str,
    /// The account's appid.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    appid: &'a str,
    /// The account's secret.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    secret: &'a str,
    /// Whether a new token is wanted although the old one is good; it then ends at
    /// once, and only 20 are given a day.
    force_refresh: bool,
}

impl<'a> TokenRequest<'a> {
    /// Asks for the account's token. Unless forced, the server gives the same
    /// one to everybody while it is good; a forced one ends all others, and only
    /// 20 are given a day.
    pub fn new(appid: &'a str, secret: &'a str, force_refresh: bool) -> Self {
        TokenRequest { grant_type: "client_credential", appid, secret, force_refresh }
    }
}

impl fmt::Debug for TokenRequest<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TokenRequest")
            .field("appid", &self.appid)
            .field("secret", &"***")
            .field("force_refresh", &self.force_refresh)
            .finish_non_exhaustive()
    }
}

/// The answer of stable_token. Its `Debug` hides the token.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TokenAnswer {
    /// The token, for the query of every other call.
    pub access_token: String,
    /// For how many seconds it is good.
    pub expires_in: u64,
}

impl fmt::Debug for TokenAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TokenAnswer")
            .field("access_token", &"***")
            .field("expires_in", &self.expires_in)
            .finish()
    }
}
