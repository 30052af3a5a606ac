//! Looks up the addresses of a host, and remembers them for a moment.
//!
//! ureq asks for them before each request, even where a connection is kept, and
//! starts a thread for every look-up.

use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// A resolver for one client, all of whose calls go to one host.
#[derive(Debug, Default)]
pub(crate) struct RememberingResolver {
    resolver: DefaultResolver,
    last: Mutex<Option<Lookup>>,
}

/// What was found for the scheme, host and port of an address.
#[derive(Clone, Debug)]
struct Lookup {
    uri: Uri,
    at: Instant,
    addresses: ResolvedSocketAddrs,
}

impl RememberingResolver {
    /// So long a host is taken to stay where it is, which is less than the name
    /// servers of any large service ask for.
    const MEMORY: Duration = Duration::from_secs(10);

    fn remembered(&self, uri: &Uri) -> Option<ResolvedSocketAddrs> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let lookup = last.as_ref().filter(|last| last.at.elapsed() < Self::MEMORY)?;
        let is_same =
            lookup.uri.authority() == uri.authority() && lookup.uri.scheme() == uri.scheme();
        is_same.then(|| lookup.addresses.clone())
    }
}

impl Resolver for RememberingResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        if let Some(address) = literal(uri) {
            let mut addresses = self.empty();
            addresses.push(address);
            return Ok(addresses);
        }
        if let Some(addresses) = self.remembered(uri) {
            return Ok(addresses);
        }
        let addresses = self.resolver.resolve(uri, config, timeout)?;
        let lookup = Lookup { uri: uri.clone(), at: Instant::now(), addresses: addresses.clone() };
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(lookup);
        Ok(addresses)
    }
}

/// The address of a host that is one, which needs no look-up.
fn literal(uri: &Uri) -> Option<SocketAddr> {
    DefaultResolver::host_and_port(uri.scheme()?, uri.authority()?)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn addresses_are_told_from_names() {
        let address = |uri: &'static str| literal(&uri.parse().unwrap()).map(|a| a.to_string());
        assert_eq!(address("http://127.0.0.1:8080/x"), Some("127.0.0.1:8080".to_owned()));
        assert_eq!(address("https://192.0.2.1/x"), Some("192.0.2.1:443".to_owned()));
        assert_eq!(address("http://[::1]/"), Some("[::1]:80".to_owned()));
        assert_eq!(address("https://localhost:1/"), None);
        assert_eq!(address("https://1.2.3.4.example.com/"), None);
    }
}
