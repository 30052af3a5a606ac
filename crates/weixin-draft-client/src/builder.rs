//! How a client is set up.

use std::fmt;
use std::io;
use std::time::Duration;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use weixin_draft::Checker;

use crate::client::Inner;
use crate::http::{BaseUrl, BaseUrlError, Lanes, ProxySetting, Route, Tls};
use crate::token::{Keeper, TokenSource};
use crate::{Client, Clock};

/// Longer time-outs are cut down to this: a clock cannot count to the largest
/// [`Duration`].
const MAX_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

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
#[derive(Clone)]
#[must_use]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct ClientBuilder {
    source: TokenSource,
    /// None is the vendor's.
    base_url: Option<String>,
    http_hosts: Vec<String>,
    connect_timeout: Duration,
    timeout: Duration,
    proxy_from_env: bool,
    /// Instead of the environment's.
    proxy: Option<String>,
    system_roots: bool,
    authorities: Vec<CertificateDer<'static>>,
    retries: bool,
    may_overwrite: bool,
    checker: Checker,
    clock: Clock,
}

impl ClientBuilder {
    pub(crate) fn new(source: TokenSource) -> Self {
        ClientBuilder {
            source,
            base_url: None,
            http_hosts: Vec::new(),
            connect_timeout: Client::CONNECT_TIMEOUT,
            timeout: Client::TIMEOUT,
            proxy_from_env: true,
            proxy: None,
            system_roots: false,
            authorities: Vec::new(),
            retries: true,
            may_overwrite: false,
            checker: Checker::new(),
            clock: Clock::system(),
        }
    }

    /// Where requests go instead of [`Client::BASE_URL`]: a gateway, perhaps
    /// with a path of its own, or a sandbox on this machine, whose pictures the check
    /// lets pass.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// How long finding the host may take, and again connecting to it with
    /// TLS; instead of [`Client::CONNECT_TIMEOUT`].
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout.min(MAX_TIMEOUT);
        self
    }

    /// How long a call of an endpoint may take from beginning to end, instead of
    /// [`Client::TIMEOUT`]. At most a day.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout.min(MAX_TIMEOUT);
        self
    }

    /// Lets this host be called by http, which everybody on the way can read; for
    /// a gateway in a network of one's own. May be used several times.
    pub fn allow_http(mut self, host: impl Into<String>) -> Self {
        self.http_hosts.push(host.into());
        self
    }

    /// Trusts the system's certificate authorities too, besides Mozilla's, which
    /// are built in. Whoever owns one of them can read the token.
    pub fn system_roots(mut self, system_roots: bool) -> Self {
        self.system_roots = system_roots;
        self
    }

    /// Trusts these certificate authorities too, which are given as PEM, such as a
    /// company's own. Whoever owns one of them can read the token.
    ///
    /// # Errors
    /// When the text holds no certificate.
    pub fn authorities(mut self, pem: &[u8]) -> io::Result<Self> {
        let none = || io::Error::new(io::ErrorKind::InvalidData, "no certificate in PEM form");
        let certificates = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
        let certificates = certificates.map_err(|_error| none())?;
        if certificates.is_empty() {
            return Err(none());
        }
        self.authorities.extend(certificates);
        Ok(self)
    }

    /// Goes through the proxy at this URL (`http`, `https`, `socks4`, `socks4a`,
    /// `socks5`, `socks5h`), whatever the environment says. Servers on this machine
    /// are always called directly. [`Client::malformed_proxy`] tells of one that is no
    /// proxy's URL.
    pub fn proxy(mut self, proxy: impl Into<String>) -> Self {
        self.proxy = Some(proxy.into());
        self
    }

    /// Whether a call is made again after a pause when the server is busy (-1),
    /// was called too often (45011), or did not answer a call that only reads.
    /// This is so unless `false` is said: three tries at most, and within the
    /// time-out.
    pub fn retries(mut self, retries: bool) -> Self {
        self.retries = retries;
        self
    }

    /// Whether an update that was not answered is sent again without a look at
    /// the draft. It may then overwrite what somebody else changed in between,
    /// so this is not so unless `true` is said.
    pub fn repeat_updates(mut self, repeat_updates: bool) -> Self {
        self.may_overwrite = repeat_updates;
        self
    }

    /// The clock to go by, instead of the system's; for tests.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
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
    /// They are read once, by [`ClientBuilder::build`]: the first that is set
    /// to a proxy's URL (`http`, `https`, `socks4`, `socks4a`, `socks5`, `socks5h`)
    /// of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY`, each also in lower
    /// case, with the exceptions in `NO_PROXY`. `HTTP_PROXY` in capitals is left
    /// alone in a CGI program, whose callers can set it. A proxy sees which host
    /// is called, but neither the token nor the article. Servers on this machine
    /// are always called directly. When the variable holds something else, calls
    /// fail rather than go around the proxy that was meant.
    pub fn proxy_from_env(mut self, proxy_from_env: bool) -> Self {
        self.proxy_from_env = proxy_from_env;
        self
    }

    /// The client. No connection is made yet.
    ///
    /// # Errors
    /// When the base URL is not one, is not secure, or holds what it must not.
    pub fn build(self) -> Result<Client, BaseUrlError> {
        let base_url = match &self.base_url {
            Some(text) => BaseUrl::parse(text, &self.http_hosts)?,
            None => BaseUrl::vendor(),
        };
        Ok(self.build_for(base_url))
    }

    /// The client for a base URL that is known to be good.
    pub(crate) fn build_for(self, base_url: BaseUrl) -> Client {
        let proxy = match self.proxy {
            Some(address) => ProxySetting::of_address("proxy", address, String::new()),
            None if self.proxy_from_env => ProxySetting::of_environment(),
            None => ProxySetting::None,
        };
        let mut checker = self.checker;
        if let Some(host) = base_url.host_of_pictures() {
            checker = checker.clone().image_host(host).unwrap_or(checker);
        }
        let tls = Tls::new(self.system_roots, self.authorities);
        let route = Route::new(base_url, self.connect_timeout, proxy, tls);
        Client::of(Inner {
            route,
            lanes: Lanes::new(),
            keeper: Keeper::new(self.source.clone()),
            checker,
            clock: self.clock,
            timeout: self.timeout,
            retries: self.retries,
            may_overwrite: self.may_overwrite,
            source: self.source,
        })
    }
}

/// Addresses, which may hold passwords until they are looked at, are left out.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ClientBuilder")
            .field("token", &self.source)
            .field("timeout", &self.timeout)
            .field("retries", &self.retries)
            .finish_non_exhaustive()
    }
}
