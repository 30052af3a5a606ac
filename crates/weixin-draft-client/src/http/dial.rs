//! Makes connections: to the server itself, or through a proxy.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout_at};
use tokio_rustls::client::TlsStream;

use super::deadline::Deadline;
use super::failure::{self, Failure};
use super::proxy::ProxySetting;
use super::tls::Tls;
use crate::error::Reason;

/// A connection of any kind.
pub(super) type Io = Box<dyn Stream>;

/// What can be read from and written to.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin {
    /// The socket below it.
    fn socket(&self) -> &TcpStream;
}

impl Stream for TcpStream {
    fn socket(&self) -> &TcpStream {
        self
    }
}

impl Stream for TlsStream<Io> {
    fn socket(&self) -> &TcpStream {
        self.get_ref().0.socket()
    }
}

/// How connections are made.
pub(crate) struct Dialer {
    /// How long finding a host may take, and again connecting to it with TLS.
    pub(super) connect_timeout: Duration,
    pub(super) proxy: ProxySetting,
    pub(super) tls: Arc<Tls>,
    /// Instead of the system's; for tests.
    pub(super) look_up: Option<LookUp>,
}

/// Says which addresses a host has.
pub(crate) type LookUp = fn(&str) -> Vec<IpAddr>;

/// The server that a connection leads to.
pub(super) struct Server<'a> {
    /// An IPv6 address is in brackets.
    pub(super) host: &'a str,
    pub(super) port: u16,
    pub(super) is_https: bool,
    /// Which of the host's addresses may be connected to. Through a proxy nobody
    /// asks: it looks hosts up itself.
    pub(super) is_allowed: &'a (dyn Fn(IpAddr) -> bool + Sync),
}

impl Dialer {
    /// A connection to the server, with TLS if it is to be.
    pub(super) async fn dial(
        &self,
        server: &Server<'_>,
        deadline: Deadline,
    ) -> Result<Io, Failure> {
        let stream = match &self.proxy {
            ProxySetting::None => self.dial_host(server, deadline).await?,
            ProxySetting::Malformed(variable) => {
                return Err(Failure::before(Reason::ProxyMalformed(variable)));
            }
            ProxySetting::Proxy(proxy) if proxy.is_bypassed(server.host, server.port) => {
                self.dial_host(server, deadline).await?
            }
            ProxySetting::Proxy(proxy) => {
                let tunnel = proxy.tunnel(server.host, server.port, &self.tls);
                self.in_time(tunnel, deadline).await?
            }
        };
        if !server.is_https {
            return Ok(stream);
        }
        let secure = async { self.tls.over(stream, server.host).await.map_err(failure::handshake) };
        Ok(Box::new(self.in_time(secure, deadline).await?))
    }

    /// Looks a host up and connects to the first allowed address that answers.
    async fn dial_host(&self, server: &Server<'_>, deadline: Deadline) -> Result<Io, Failure> {
        let mut addresses = self.in_time(self.addresses(server), deadline).await?;
        addresses.retain(|address| (server.is_allowed)(address.ip()));
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

    async fn addresses(&self, server: &Server<'_>) -> Result<Vec<SocketAddr>, Failure> {
        let host = server.host.trim_start_matches('[').trim_end_matches(']');
        if let Some(look_up) = self.look_up {
            return Ok(look_up(host).into_iter().map(|ip| (ip, server.port).into()).collect());
        }
        match lookup_host((host, server.port)).await {
            Ok(addresses) => Ok(addresses.collect()),
            Err(error) => Err(Failure::before(Reason::UnknownHost).caused_by(error)),
        }
    }

    /// A part of making a connection, which has its time.
    pub(super) async fn in_time<T>(
        &self,
        work: impl Future<Output = Result<T, Failure>>,
        deadline: Deadline,
    ) -> Result<T, Failure> {
        let limit = self.connect_deadline(deadline);
        timeout_at(limit, work).await.unwrap_or_else(|_elapsed| Err(self.too_slow(limit, deadline)))
    }

    fn connect_deadline(&self, deadline: Deadline) -> Instant {
        deadline.at.min(Instant::now() + self.connect_timeout)
    }

    /// The failure of a wait for a connection, with the option that ended it.
    fn too_slow(&self, limit: Instant, deadline: Deadline) -> Failure {
        Failure::before(if limit < deadline.at {
            Reason::ConnectTimeout(self.connect_timeout)
        } else {
            Reason::Timeout(deadline.timeout)
        })
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

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::sync::Arc;
    use std::time::Duration;

    use super::{Deadline, Dialer, LookUp};
    use crate::error::Reason;
    use crate::http::{BaseUrl, ProxySetting, Route, Tls};

    /// Why no connection is made to a base URL whose host has these addresses.
    fn refused(base_url: &str, look_up: LookUp) -> Reason {
        let dialer = Dialer {
            connect_timeout: Duration::from_millis(200),
            proxy: ProxySetting::None,
            tls: Arc::new(Tls::new(false, Vec::new())),
            look_up: Some(look_up),
        };
        let hosts = ["gateway.internal".to_owned()];
        let base_url = BaseUrl::parse(base_url, &hosts).expect("a good base URL");
        let route = Route { base_url, dialer };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime");
        let deadline = Deadline::after(Duration::from_secs(5));
        let result = runtime.block_on(async { route.dial(deadline).await.map(drop) });
        result.expect_err("nothing listens there").reason
    }

    #[test]
    fn localhost_is_this_machine_whatever_the_hosts_file_says() {
        let elsewhere = |_: &str| -> Vec<IpAddr> {
            vec![Ipv4Addr::new(192, 0, 2, 1).into(), "2001:db8::1".parse().expect("an address")]
        };
        let nowhere = |_: &str| Vec::new();
        let here = |_: &str| -> Vec<IpAddr> {
            vec![Ipv4Addr::new(192, 0, 2, 1).into(), Ipv4Addr::LOCALHOST.into()]
        };
        assert_eq!(refused("http://localhost:9", elsewhere), Reason::NotThisMachine);
        assert_eq!(refused("https://localhost:9", elsewhere), Reason::NotThisMachine);
        assert_eq!(refused("http://localhost:9", nowhere), Reason::NotThisMachine);
        // The other machine is not asked; port 9 of this one is closed.
        assert_eq!(refused("http://localhost:9", here), Reason::Refused);
        // A name that is none of this machine's may lead anywhere.
        let slow = refused("http://gateway.internal:9", elsewhere);
        assert!(matches!(slow, Reason::ConnectTimeout(_) | Reason::Unreachable), "{slow:?}");
    }
}
