//! How a client is set up.

use std::time::Duration;

use weixin_draft::Checker;

use crate::base_url::BaseUrl;
use crate::sender::Settings;
use crate::{AccessToken, BaseUrlError, Client};

/// Longer time-outs are cut down to this: a clock cannot count to the largest
/// [`Duration`].
const LONGEST_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

/// A client in the making; see [`Client::builder`].
///
/// ```
/// use std::time::Duration;
/// use weixin_draft::{Checker, Level};
/// use weixin_draft_client::{AccessToken, Client};
///
/// let client = Client::builder(AccessToken::new("TOKEN"))
///     .base_url("https://gateway.example.com/weixin")
///     .timeout(Duration::from_secs(10))
///     .checker(Checker::new().level("external_image", Level::Warning)?)
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct ClientBuilder {
    token: AccessToken,
    /// None is the vendor's.
    base_url: Option<String>,
    settings: Settings,
    checker: Checker,
}

impl ClientBuilder {
    pub(crate) fn new(token: AccessToken) -> Self {
        let settings = Settings {
            connect_timeout: Client::CONNECT_TIMEOUT,
            timeout: Client::TIMEOUT,
            proxy_from_env: true,
        };
        ClientBuilder { token, base_url: None, settings, checker: Checker::new() }
    }

    /// Where requests go instead of [`Client::BASE_URL`]: a gateway, perhaps
    /// with a path of its own, or a sandbox on this machine.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// How long finding the host may take, and again connecting to it with
    /// TLS; instead of [`Client::CONNECT_TIMEOUT`].
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout.min(LONGEST_TIMEOUT);
        self
    }

    /// How long a call may take from beginning to end, instead of
    /// [`Client::TIMEOUT`]. At most a day.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout.min(LONGEST_TIMEOUT);
        self
    }

    /// The rules to check with, instead of all at their default levels.
    pub fn checker(mut self, checker: Checker) -> Self {
        self.checker = checker;
        self
    }

    /// Whether to obey the proxy variables of the environment. This is so
    /// unless `false` is said.
    ///
    /// They are read once, by [`ClientBuilder::build`]: the first that holds a
    /// proxy's URL (`http`, `https`, `socks4`, `socks4a`, `socks5`, `socks5h`)
    /// of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY`, each also in lower
    /// case, with the exceptions in `NO_PROXY`. A proxy sees which host is
    /// called, but neither the token nor the article. Servers on this machine
    /// are always called directly.
    pub fn proxy_from_env(mut self, proxy_from_env: bool) -> Self {
        self.settings.proxy_from_env = proxy_from_env;
        self
    }

    /// The client. No connection is made yet.
    ///
    /// # Errors
    /// When the base URL is not one, is not secure, or holds what it must not.
    pub fn build(self) -> Result<Client, BaseUrlError> {
        let base_url = match &self.base_url {
            Some(text) => BaseUrl::parse(text)?,
            None => BaseUrl::vendor(),
        };
        Ok(self.build_for(base_url))
    }

    /// The client for a base URL that is known to be good.
    pub(crate) fn build_for(self, base_url: BaseUrl) -> Client {
        Client::assemble(base_url, self.token, self.checker, &self.settings)
    }
}
