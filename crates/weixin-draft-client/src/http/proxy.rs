//! The proxy that the environment names.

use std::env;
use std::error::Error as StdError;
use std::future::{Ready, ready};
use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::Uri;
use hyper::header::HeaderValue;
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5, Tunnel};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use hyper_util::rt::TokioIo;
use tokio::net::lookup_host;
use tokio::time::Instant;
use tower_service::Service;

use super::dial::{Io, connect};
use super::failure::Failure;
use super::tls::Tls;
use crate::error::{ProxyFault, Reason};

/// Which way the environment wants.
pub(crate) enum ProxySetting {
    None,
    Proxy(Box<Proxy>),
    /// A variable, or the caller, names what is no proxy's address. Calling the server directly
    /// would go where the proxy was to keep it from going.
    Malformed(&'static str),
}

pub(crate) struct Proxy {
    intercept: Intercept,
    /// Knows the exceptions.
    matcher: Matcher,
}

/// In the order in which they are looked at.
const VARIABLES: [&str; 6] =
    ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

impl ProxySetting {
    pub(crate) fn of_environment() -> Self {
        let value = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        // A CGI program finds a caller's header `Proxy` there.
        let is_callers =
            |name: &str| name == "HTTP_PROXY" && env::var_os("REQUEST_METHOD").is_some();
        let found = VARIABLES
            .into_iter()
            .filter(|name| !is_callers(name))
            .find_map(|name| Some((name, value(name)?)));
        let Some((variable, address)) = found else {
            return ProxySetting::None;
        };
        let exceptions = value("NO_PROXY").or_else(|| value("no_proxy")).unwrap_or_default();
        Self::of_address(variable, address, exceptions)
    }

    /// The proxy at an address; `name` says where that comes from.
    pub(crate) fn of_address(name: &'static str, address: String, exceptions: String) -> Self {
        let anywhere = Uri::from_static("https://example.com");
        let without_exceptions = Matcher::builder().all(address.clone()).build();
        let Some(intercept) = without_exceptions.intercept(&anywhere) else {
            return ProxySetting::Malformed(name);
        };
        let matcher = Matcher::builder().all(address).no(exceptions).build();
        ProxySetting::Proxy(Box::new(Proxy { intercept, matcher }))
    }
}

impl Proxy {
    /// Whether the exceptions name this server.
    pub(super) fn is_bypassed(&self, host: &str, port: u16) -> bool {
        self.matcher.intercept(&destination(host, port)).is_none()
    }

    /// Whether it speaks HTTP, rather than SOCKS.
    pub(super) fn speaks_http(&self) -> bool {
        matches!(self.intercept.uri().scheme_str(), Some("http" | "https"))
    }

    /// What the header `Proxy-Authorization` of a request to it holds.
    pub(super) fn authorization(&self) -> Option<&HeaderValue> {
        self.intercept.basic_auth()
    }

    /// A connection to the proxy itself.
    pub(super) async fn connection(&self, tls: &Arc<Tls>) -> Result<Io, Failure> {
        let address = self.intercept.uri();
        let host = address.host().unwrap_or_default();
        let usual = match address.scheme_str() {
            Some("http") => 80,
            Some("https") => 443,
            _ => 1080,
        };
        let port = address.port_u16().unwrap_or(usual);
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let unknown = |error| self.failure(ProxyFault::UnknownHost).caused_by(error);
        let addresses: Vec<_> = lookup_host((bare, port)).await.map_err(unknown)?.collect();
        // Whoever waits for the tunnel has a limit for all of it.
        let far = Instant::now() + Duration::from_secs(3600);
        let stream: Io = match connect(&addresses, far).await {
            Ok(stream) => Box::new(stream),
            Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                return Err(self.failure(ProxyFault::Refused).caused_by(error));
            }
            Err(error) => return Err(self.failure(ProxyFault::Unreachable).caused_by(error)),
        };
        if address.scheme_str() != Some("https") {
            return Ok(stream);
        }
        let insecure = |error| self.failure(ProxyFault::Unreachable).caused_by(error);
        Ok(Box::new(tls.over(stream, host).await.map_err(insecure)?))
    }

    /// That the proxy makes no connection, and why.
    pub(super) fn failure(&self, fault: ProxyFault) -> Failure {
        Failure::before(Reason::Proxy { name: self.name().into(), fault })
    }

    /// The proxy without user and password, to be shown.
    fn name(&self) -> String {
        self.intercept.uri().to_string().trim_end_matches('/').to_owned()
    }

    /// A connection to the server through the proxy.
    pub(super) async fn tunnel(
        &self,
        host: &str,
        port: u16,
        tls: &Arc<Tls>,
    ) -> Result<Io, Failure> {
        let address = self.intercept.uri().clone();
        let connector = Connected(Some(self.connection(tls).await?));
        let target = destination(host, port);
        let scheme = address.scheme_str().unwrap_or_default().to_owned();
        let result: Result<_, Box<dyn StdError + Send + Sync>> = match scheme.as_str() {
            "socks5" | "socks5h" => {
                let mut socks = SocksV5::new(address, connector).local_dns(scheme == "socks5");
                if let Some((user, password)) = self.intercept.raw_auth() {
                    socks = socks.with_auth(user.to_owned(), password.to_owned());
                }
                socks.call(target).await.map_err(Into::into)
            }
            "socks4" | "socks4a" => {
                let mut socks = SocksV4::new(address, connector).local_dns(scheme == "socks4");
                socks.call(target).await.map_err(Into::into)
            }
            _ => {
                let mut tunnel = Tunnel::new(address, connector);
                if let Some(authorization) = self.intercept.basic_auth() {
                    tunnel = tunnel.with_auth(authorization.clone());
                }
                tunnel.call(target).await.map_err(Into::into)
            }
        };
        match result {
            Ok(stream) => Ok(stream.into_inner()),
            Err(error) => {
                let fault =
                    if is_of_login(&*error) { ProxyFault::Login } else { ProxyFault::NoTunnel };
                Err(Failure { source: Some(Arc::from(error)), ..self.failure(fault) })
            }
        }
    }
}

/// Whether a proxy does not take the user. The types of these errors have no public name.
fn is_of_login(error: &(dyn StdError + Send + Sync)) -> bool {
    let error = error.to_string();
    ["authorization required", "user/pass authentication", "credentials not accepted"]
        .into_iter()
        .any(|words| error.contains(words))
}

/// The address of a server, without what is asked of it.
fn destination(host: &str, port: u16) -> Uri {
    let authority = format!("{host}:{port}");
    Uri::builder()
        .scheme("https")
        .authority(authority)
        .path_and_query("/")
        .build()
        .unwrap_or_else(|_error| Uri::from_static("https://invalid"))
}

/// The connection to the proxy, as the tunnels ask for it.
struct Connected(Option<Io>);

impl Service<Uri> for Connected {
    type Response = TokioIo<Io>;
    type Error = io::Error;
    type Future = Ready<io::Result<TokioIo<Io>>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _proxy: Uri) -> Self::Future {
        ready(self.0.take().map(TokioIo::new).ok_or_else(|| io::ErrorKind::NotConnected.into()))
    }
}
