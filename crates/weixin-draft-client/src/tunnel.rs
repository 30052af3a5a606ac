//! An end to the talk with a proxy.
//!
//! ureq gives each of a proxy's bytes the whole time-out anew, so that one which
//! answers a byte at a time could keep a call waiting for ever.

use std::time::Instant;

use ureq::Error;
use ureq::unversioned::transport::NextTimeout;
use ureq::unversioned::transport::time::Duration;

/// When the tunnel that a proxy was asked for has to be there.
#[derive(Debug, Default)]
pub(crate) struct Tunnel {
    deadline: Option<Instant>,
}

impl Tunnel {
    /// Looks at what is sent: the time begins with the request for a tunnel, and
    /// ends with the first record of TLS, which goes through it.
    pub(crate) fn sends(&mut self, output: &[u8], timeout: NextTimeout) {
        const TLS_HANDSHAKE: u8 = 0x16;
        if output.starts_with(b"CONNECT ") {
            self.deadline = Instant::now().checked_add(*timeout.after);
        } else if output.first() == Some(&TLS_HANDSHAKE) {
            self.deadline = None;
        }
    }

    /// The time-out, cut down to what is left until the tunnel has to be there.
    pub(crate) fn limit(&self, timeout: NextTimeout) -> Result<NextTimeout, Error> {
        let Some(deadline) = self.deadline else {
            return Ok(timeout);
        };
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Error::Timeout(timeout.reason));
        }
        let after = timeout.after.min(Duration::Exact(left));
        Ok(NextTimeout { after, ..timeout })
    }
}
