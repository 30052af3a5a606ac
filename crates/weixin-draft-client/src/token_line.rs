//! Puts the access token into the request line, below everything that logs.
//!
//! ureq and its protocol crate write addresses, and even the bytes they send,
//! into the log when the program's log level is `trace`, and no option keeps
//! them from it. So they are given an address with `***` in the token's place,
//! and the token goes in on the way from ureq's buffer to the connection. As
//! ureq never holds the token, its errors cannot show it either.

use std::fmt;
use std::sync::Arc;

use ureq::Error;
use ureq::http::Uri;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

use crate::AccessToken;
use crate::tunnel::Tunnel;

const MASK: &str = "***";

/// The request line with and without the token.
struct Lines {
    /// As ureq writes it.
    masked: Vec<u8>,
    /// Where the mask begins in it.
    mask_at: usize,
    token: String,
}

/// The last link of the chain that makes connections.
#[derive(Clone)]
pub(crate) struct TokenConnector(Arc<Lines>);

impl TokenConnector {
    /// For posts to an endpoint whose query ends in the mask.
    pub(crate) fn new(endpoint: &Uri, token: &AccessToken) -> Self {
        let target = endpoint.path_and_query().map_or("", |target| target.as_str());
        let before = format!("POST {}", target.strip_suffix(MASK).unwrap_or(target));
        TokenConnector(Arc::new(Lines {
            masked: format!("{before}{MASK} HTTP/1.1\r\n").into_bytes(),
            mask_at: before.len(),
            token: token.percent_encoded(),
        }))
    }
}

impl<In: Transport> Connector<In> for TokenConnector {
    type Out = TokenTransport<In>;

    fn connect(
        &self,
        _details: &ConnectionDetails,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        let lines = Arc::clone(&self.0);
        Ok(chained.map(|inner| TokenTransport { inner, lines, tunnel: Tunnel::default() }))
    }
}

/// A connection that completes the request line of what is sent through it.
pub(crate) struct TokenTransport<In> {
    inner: In,
    lines: Arc<Lines>,
    tunnel: Tunnel,
}

impl<In: Transport> TokenTransport<In> {
    /// Puts the token into the output buffer, if a request begins there; the
    /// new amount of bytes in it.
    ///
    /// ureq writes a head in one piece, as it is smaller than the buffer. A
    /// piece of a body cannot be taken for one, whatever the article says:
    /// JSON has no line breaks in its strings, and a request line ends in one.
    fn complete(&mut self, amount: usize) -> Result<usize, Error> {
        let Lines { masked, mask_at, token } = &*self.lines;
        let output = self.inner.buffers().output();
        if !output[..amount].starts_with(masked) {
            // A piece of a body, or a word with a proxy.
            return Ok(amount);
        }
        let (begin, end) = (*mask_at, mask_at + token.len());
        let longer = amount - MASK.len() + token.len();
        if longer > output.len() {
            // 128 KiB: no server would take that either.
            return Err(Error::ConnectionFailed);
        }
        output.copy_within(begin + MASK.len()..amount, end);
        output[begin..end].copy_from_slice(token.as_bytes());
        Ok(longer)
    }
}

impl<In: Transport> Transport for TokenTransport<In> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.tunnel.sends(&self.inner.buffers().output()[..amount], timeout);
        let amount = self.complete(amount)?;
        self.inner.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.inner.await_input(self.tunnel.limit(timeout)?)
    }

    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

impl fmt::Debug for TokenConnector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenConnector(***)")
    }
}

impl<In: Transport> fmt::Debug for TokenTransport<In> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("TokenTransport").field(&self.inner).finish()
    }
}
