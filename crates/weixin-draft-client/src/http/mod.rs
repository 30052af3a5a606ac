//! One request out, one answer in. Nothing here knows what is said.
//!
//! # Why hyper
//!
//! Version 0.1.0 used ureq. It writes addresses and the bytes that it sends
//! into the log at level trace, gives a slow proxy its time-out anew with each
//! byte, looks a host up for every request, and cannot be told to stop; each
//! was worked around in a file of its own, all on an interface that ureq keeps
//! unstable. With tokens that are renewed and a secret in a body, every
//! workaround would have had to grow.
//!
//! hyper with rustls, each connection on a small runtime of its own that runs
//! while a call waits, needs none of them: nothing is logged, every wait has a
//! deadline, and a call that is given up is dropped with its connection. hyper
//! and tokio are in the command line and in the Python package already, for the
//! sandbox.
//!
//! Measured in November 2026 on two busy cores with `cargo bench -p
//! weixin-draft-client`, in turns: an update on a kept connection of loopback as a
//! multiple of the same bytes over a bare socket is 1.6 to 1.8 for a small request
//! (ureq: 2.4 to 2.7) and 2.1 to 3.6 for 45 KB (ureq: 4.9 to 7.3), the check
//! included. A stripped program with the client alone has 3.5 MB (ureq: 3.3) and
//! 112 crates (ureq: 97), of which the sandbox brings most as well.

mod base_url;
mod deadline;
mod dial;
mod download;
mod exchange;
mod failure;
mod lane;
mod lanes;
mod proxy;
mod tls;
mod watch;

pub(crate) use base_url::BaseUrl;
pub use base_url::BaseUrlError;
pub(crate) use deadline::Deadline;
pub use download::{Download, DownloadError, Downloader};
pub(crate) use exchange::{Answer, Exchange, RequestBody};
pub(crate) use failure::Failure;
pub(crate) use lane::{Connection, Lane, outside_runtime};
pub(crate) use lanes::Lanes;
pub(crate) use proxy::ProxySetting;

use std::sync::Arc;
use std::time::Duration;

pub(crate) use tls::Tls;

use dial::{Dialer, Io, Server};

/// Which server is called, and how connections to it are made; the same for all calls
/// of a client.
pub(crate) struct Route {
    pub(crate) base_url: BaseUrl,
    dialer: Dialer,
}

impl Route {
    pub(crate) fn new(
        base_url: BaseUrl,
        connect_timeout: Duration,
        proxy: ProxySetting,
        tls: Tls,
    ) -> Self {
        // A proxy has a loopback of its own, and must not see what was meant to
        // stay on this machine, least of all in the clear.
        let proxy = if base_url.is_loopback() { ProxySetting::None } else { proxy };
        let dialer = Dialer { connect_timeout, proxy, tls: Arc::new(tls), look_up: None };
        Route { base_url, dialer }
    }

    /// The name of what holds no proxy's address.
    pub(crate) fn malformed_proxy(&self) -> Option<&'static str> {
        match self.dialer.proxy {
            ProxySetting::Malformed(name) => Some(name),
            ProxySetting::None | ProxySetting::Proxy(_) => None,
        }
    }

    /// A connection to the server.
    async fn dial(&self, deadline: Deadline) -> Result<Io, Failure> {
        let is_loopback = self.base_url.is_loopback();
        let server = Server {
            host: self.base_url.host(),
            port: self.base_url.port(),
            is_https: self.base_url.is_https(),
            // A hosts file could send localhost, and the token, to another machine.
            is_allowed: &|address| !is_loopback || address.is_loopback(),
        };
        self.dialer.dial(&server, deadline).await
    }
}
