//! Tokens that the client fetches itself.

use std::{env, fmt};

use weixin_draft::Words;

use super::Secret;

/// Lets the client fetch its token with stable_token: when it is first needed,
/// and anew five minutes before it ends.
///
/// stable_token gives the same token to all programs that ask, so any number of
/// them may run at the same time. The older cgi-bin/token is not used: each of
/// its tokens ends everybody else's.
///
/// ```no_run
/// use weixin_draft_client::{Client, StableToken};
///
/// // WEIXIN_APPID and WEIXIN_SECRET
/// let client = Client::new(StableToken::from_env()?);
/// # Ok::<(), weixin_draft_client::CredentialsError>(())
/// ```
#[derive(Clone, Debug)]
pub struct StableToken {
    pub(crate) appid: String,
    pub(crate) secret: Secret,
}

impl StableToken {
    /// The environment variable with the account's appid.
    pub const APPID: &'static str = "WEIXIN_APPID";

    /// The environment variable with the account's secret.
    pub const SECRET: &'static str = "WEIXIN_SECRET";

    /// For this account.
    pub fn new(appid: impl Into<String>, secret: Secret) -> Self {
        StableToken { appid: appid.into(), secret }
    }

    /// For the account that `WEIXIN_APPID` and `WEIXIN_SECRET` name.
    ///
    /// # Errors
    /// When one of them is missing or empty.
    pub fn from_env() -> Result<Self, CredentialsError> {
        let value = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
        let appid = value(Self::APPID).ok_or(CredentialsError::NoAppid)?;
        let secret = value(Self::SECRET).ok_or(CredentialsError::NoSecret)?;
        Ok(StableToken::new(appid.trim(), Secret::new(secret.trim())))
    }
}

/// What is missing in the environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CredentialsError {
    /// `WEIXIN_APPID`.
    NoAppid,
    /// `WEIXIN_SECRET`.
    NoSecret,
}

impl CredentialsError {
    /// What is wrong, and what to do.
    pub fn words(self) -> Words {
        match self {
            CredentialsError::NoAppid => Words {
                en: "no appid: put it into the environment variable WEIXIN_APPID, and the secret into WEIXIN_SECRET",
                zh: "没有 AppID：请放入环境变量 WEIXIN_APPID，并把 AppSecret 放入 WEIXIN_SECRET",
            },
            CredentialsError::NoSecret => Words {
                en: "no secret: put it into the environment variable WEIXIN_SECRET",
                zh: "没有 AppSecret：请放入环境变量 WEIXIN_SECRET",
            },
        }
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words().en)
    }
}

impl std::error::Error for CredentialsError {}
