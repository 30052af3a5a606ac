//! Makes connections: to the server itself, or through a proxy.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};

use super::Route;
use super::failure::{self, Failure};
use super::proxy::ProxySetting;
use crate::error::Reason;

/// A connection of any kind.
pub(super) type Io = Box<dyn Stream>;

/// What can be read from and written to.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl Route {
    /// A connection to the server, with TLS unless its address is http.
    pub(super) async fn dial(&self, deadline: Instant) -> Result<Io, Failure> {
        let (host, port) = (self.base_url.host(), self.base_url.port());
        let stream = match &self.proxy {
            ProxySetting::None => self.dial_host(host, port, deadline).await?,
            ProxySetting::Malformed(variable) => {
                return Err(Failure::before(Reason::ProxyMalformed(variable)));
            }
            ProxySetting::Proxy(proxy) if proxy.is_bypassed(&self.base_url) => {
                self.dial_host(host, port, deadline).await?
            }
            ProxySetting::Proxy(proxy) => {
                let limit = self.connect_deadline(deadline);
                match timeout_at(limit, proxy.tunnel(host, port, self)).await {
                    Ok(stream) => stream?,
                    Err(_elapsed) => return Err(self.too_slow(limit, deadline)),
                }
            }
        };
        if !self.base_url.is_https() {
            return Ok(stream);
        }
        let limit = self.connect_deadline(deadline);
        match timeout_at(limit, self.tls.over(stream, host)).await {
            Ok(stream) => Ok(Box::new(stream.map_err(failure::handshake)?)),
            Err(_elapsed) => Err(self.too_slow(limit, deadline)),
        }
    }

    /// Looks a host up and connects to the first address that answers.
    async fn dial_host(&self, host: &str, port: u16, deadline: Instant) -> Result<Io, Failure> {
        let limit = self.connect_deadline(deadline);
        let addresses = match timeout_at(limit, look_up(host, port)).await {
            Ok(addresses) => addresses?,
            Err(_elapsed) => return Err(self.too_slow(limit, deadline)),
        };
        // A hosts file could send this name, and the token, to another machine.
        let addresses: Vec<_> = if self.base_url.is_loopback() {
            addresses.into_iter().filter(|address| address.ip().is_loopback()).collect()
        } else {
            addresses
        };
        if addresses.is_empty() {
            return Err(Failure::before(Reason::NotThisMachine));
        }
        let limit = self.connect_deadline(deadline);
        match connect(&addresses, limit).await {
            Ok(stream) => Ok(Box::new(stream)),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => {
                Err(self.too_slow(limit, deadline))
            }
            Err(error) => Err(failure::connecting(error)),
        }
    }

    fn connect_deadline(&self, deadline: Instant) -> Instant {
        deadline.min(Instant::now() + self.connect_timeout)
    }

    /// The failure of a wait for a connection, with the option that ended it.
    fn too_slow(&self, limit: Instant, deadline: Instant) -> Failure {
        Failure::before(if limit < deadline {
            Reason::ConnectTimeout(self.connect_timeout)
        } else {
            Reason::Timeout
        })
    }
}

async fn look_up(host: &str, port: u16) -> Result<Vec<SocketAddr>, Failure> {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    match lookup_host((host, port)).await {
        Ok(addresses) => Ok(addresses.collect()),
        Err(error) => Err(Failure::before(Reason::UnknownHost).caused_by(error)),
    }
}

/// Tries the addresses in turn; each may take its share of the time that is left.
pub(super) async fn connect(addresses: &[SocketAddr], limit: Instant) -> io::Result<TcpStream> {
    let mut result = Err(io::ErrorKind::AddrNotAvailable.into());
    for (place, address) in addresses.iter().enumerate() {
        let left = limit.saturating_duration_since(Instant::now());
        let others = u32::try_from(addresses.len() - place).unwrap_or(u32::MAX);
        let share = Instant::now() + left / others;
        result = match timeout_at(share, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // Requests are small and awaited. Should the option not take,
                // they are slower, and no less right.
                drop(stream.set_nodelay(true));
                return Ok(stream);
            }
            Ok(Err(error)) => Err(error),
            Err(_elapsed) => Err(io::ErrorKind::TimedOut.into()),
        };
    }
    result
}
