//! Files of other servers, such as the pictures of an article.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Empty, Limited};
use hyper::body::{Body as _, Bytes};
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, HOST, HeaderMap, LOCATION, PROXY_AUTHORIZATION, USER_AGENT};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::time::timeout_at;
use url::{Position, Url};

use super::deadline::Deadline;
use super::dial::{Dialer, Io, LookUp, Server};
use super::exchange::{OURSELVES, drive};
use super::failure::{self, Failure};
use super::lane::{Lane, outside_runtime};
use super::proxy::{Proxy, ProxySetting};
use super::tls::Tls;
use crate::Client;
use crate::error::{ProxyFault, Reason};

/// Asks servers of the web for files, on the connections that the client makes: with
/// the proxy that the environment names, and Mozilla's certificate authorities.
///
/// It sends no cookies and no passwords, and follows no redirects: that is for the
/// caller, who knows which addresses may be asked.
pub struct Downloader {
    dialer: Dialer,
}

/// What a server answered.
#[derive(Debug)]
#[non_exhaustive]
pub struct Download {
    /// The HTTP status.
    pub status: u16,
    /// Where a redirect leads.
    pub location: Option<String>,
    /// The file.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DownloadError {
    /// No address of the host may be connected to.
    NotAllowed,
    /// The file has more bytes than are read.
    TooLarge,
    /// Something else went wrong on the way.
    Transport(Reason),
}

impl Downloader {
    /// With the proxy that the environment names, as
    /// [`ClientBuilder::proxy_from_env`](crate::ClientBuilder::proxy_from_env) reads it.
    pub fn from_env() -> Self {
        Downloader::new(ProxySetting::of_environment())
    }

    /// Without a proxy.
    pub fn direct() -> Self {
        Downloader::new(ProxySetting::None)
    }

    fn new(proxy: ProxySetting) -> Self {
        let tls = Arc::new(Tls::new(false, Vec::new()));
        let connect_timeout = Client::CONNECT_TIMEOUT;
        Downloader { dialer: Dialer { connect_timeout, proxy, tls, look_up: None } }
    }

    /// Goes by these addresses of hosts instead of the system's; for tests.
    #[doc(hidden)]
    #[must_use]
    pub fn look_up_with(mut self, look_up: LookUp) -> Self {
        self.dialer.look_up = Some(look_up);
        self
    }

    /// Whether a proxy is used. It looks hosts up itself.
    pub fn uses_proxy(&self) -> bool {
        matches!(self.dialer.proxy, ProxySetting::Proxy(_))
    }

    /// Asks for a file of at most `limit` bytes, with a header `Accept`, within a time.
    ///
    /// Only addresses of the host that `is_allowed` lets pass are connected to, and the
    /// host is looked up once. Through a proxy nobody asks it.
    ///
    /// # Errors
    /// See [`DownloadError`]; a status other than 200 is none.
    pub fn get(
        &self,
        url: &Url,
        accept: &str,
        limit: usize,
        timeout: Duration,
        is_allowed: &(dyn Fn(IpAddr) -> bool + Sync),
    ) -> Result<Download, DownloadError> {
        let mut lane = Lane::new().map_err(|_| DownloadError::Transport(Reason::NoResources))?;
        outside_runtime(|| {
            lane.run(async |_| {
                let deadline = Deadline::after(timeout);
                let talk = self.talk(url, accept, limit, deadline, is_allowed);
                match timeout_at(deadline.at, talk).await {
                    Ok(answer) => answer.map_err(|failure| DownloadError::of(failure.reason)),
                    Err(_elapsed) => Err(DownloadError::Transport(Reason::Timeout(timeout))),
                }
            })
        })
    }

    async fn talk(
        &self,
        url: &Url,
        accept: &str,
        limit: usize,
        deadline: Deadline,
        is_allowed: &(dyn Fn(IpAddr) -> bool + Sync),
    ) -> Result<Download, Failure> {
        let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
            return Err(Failure::before(Reason::UnknownHost));
        };
        let server = Server { host, port, is_https: url.scheme() == "https", is_allowed };
        let passing_on = self.passing_on(&server);
        let stream = match passing_on {
            Some(proxy) => {
                self.dialer.in_time(proxy.connection(&self.dialer.tls), deadline).await?
            }
            None => self.dialer.dial(&server, deadline).await?,
        };
        let target = match passing_on {
            Some(_) => &url[..Position::AfterQuery],
            None => &url[Position::BeforePath..Position::AfterQuery],
        };
        let mut request = Request::builder()
            .method(Method::GET)
            .uri(target)
            .header(HOST, &url[Position::BeforeHost..Position::AfterPort])
            .header(USER_AGENT, OURSELVES)
            .header(ACCEPT, accept);
        if let Some(authorization) = passing_on.and_then(Proxy::authorization) {
            request = request.header(PROXY_AUTHORIZATION, authorization);
        }
        let request = request.body(Empty::<Bytes>::new());
        let request =
            request.map_err(|error| Failure::before(Reason::AddressTooLong).caused_by(error))?;
        let answer = read(stream, request, limit).await?;
        match passing_on {
            Some(proxy) if answer.status == 407 => Err(proxy.failure(ProxyFault::Login)),
            _ => Ok(answer),
        }
    }

    /// The proxy that is asked for files of a server without TLS: HTTP proxies make
    /// tunnels for TLS only.
    fn passing_on(&self, server: &Server<'_>) -> Option<&Proxy> {
        match &self.dialer.proxy {
            ProxySetting::Proxy(proxy)
                if !server.is_https
                    && proxy.speaks_http()
                    && !proxy.is_bypassed(server.host, server.port) =>
            {
                Some(proxy)
            }
            _ => None,
        }
    }
}

/// One request on a connection of its own.
async fn read(
    stream: Io,
    request: Request<Empty<Bytes>>,
    limit: usize,
) -> Result<Download, Failure> {
    let handshake = http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, mut driver) = handshake.map_err(|error| failure::exchanging(error, None))?;
    let talk = async {
        let response = sender.send_request(request).await;
        let response = response.map_err(|error| failure::exchanging(error, None))?;
        let status = response.status().as_u16();
        let location = location(response.headers());
        let body = response.into_body();
        if body.size_hint().lower() > limit as u64 {
            return Err(Failure::before(Reason::TooLarge(limit)));
        }
        let body = Limited::new(body, limit).collect().await;
        let body = body.map_err(|error| failure::reading(error, Some(status), limit))?;
        Ok(Download { status, location, body: body.to_bytes().to_vec() })
    };
    drive(&mut driver, talk).await.0
}

fn location(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(LOCATION)?.as_bytes();
    std::str::from_utf8(location).ok().map(str::to_owned)
}

impl DownloadError {
    fn of(reason: Reason) -> Self {
        match reason {
            // That of a host none of whose addresses is allowed.
            Reason::NotThisMachine => DownloadError::NotAllowed,
            Reason::TooLarge(_) => DownloadError::TooLarge,
            reason => DownloadError::Transport(reason),
        }
    }
}

impl fmt::Debug for Downloader {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Downloader").finish_non_exhaustive()
    }
}
