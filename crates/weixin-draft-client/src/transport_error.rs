//! No answer, or none that can be understood.

use std::fmt;

/// The server could not be reached, or did not answer as the endpoint does.
///
/// Whether the draft was updated is open, unless the connection never came
/// about. Repeating the same update is safe for the draft, save that it
/// overwrites what somebody else changed in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TransportError {
    /// What went wrong.
    pub kind: TransportKind,
    /// The HTTP status, if an answer began to arrive.
    pub status: Option<u16>,
}

/// The ways in which a call fails below the endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportKind {
    /// A time-out passed.
    Timeout,
    /// The host is unknown or refuses connections, or the connection was cut
    /// before an answer came.
    Connect,
    /// No secure connection: the certificate is not trusted, or the other side
    /// does not speak TLS.
    Tls,
    /// An HTTP status other than 200, which a gateway gives and the endpoint
    /// never does. A redirect is one of them.
    Status,
    /// Not the JSON of the endpoint: other content, not UTF-8, too large, cut
    /// off, or no HTTP at all.
    BadAnswer,
}

impl TransportKind {
    /// The name of the kind, which stays the same from version to version.
    ///
    /// ```
    /// use weixin_draft_client::TransportKind;
    ///
    /// assert_eq!(TransportKind::BadAnswer.as_str(), "bad_answer");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            TransportKind::Timeout => "timeout",
            TransportKind::Connect => "connect",
            TransportKind::Tls => "tls",
            TransportKind::Status => "status",
            TransportKind::BadAnswer => "bad_answer",
        }
    }
}

impl fmt::Display for TransportKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TransportKind::Timeout => formatter.write_str(
                "the server took too long: try again, or allow more time; \
                 the draft may have been updated all the same",
            ),
            TransportKind::Connect => formatter.write_str(
                "no answer from the server: its name is unknown, it refused the connection or it \
                 hung up; check the base URL, the network and the proxy, then try again",
            ),
            TransportKind::Tls => formatter.write_str(
                "no secure connection to the server: check that the base URL leads to an https \
                 server whose certificate is publicly trusted, that nothing on the way opens the \
                 connection, and that this machine's clock is right",
            ),
            TransportKind::Status => {
                let status = self.status.unwrap_or_default();
                let advice = match status {
                    300..=399 => {
                        "a redirect, which is not followed: \
                         it would carry the access token elsewhere; correct the base URL"
                    }
                    500..=599 => {
                        "something between here and the endpoint is in trouble; try again later"
                    }
                    _ => "the endpoint itself answers with 200 only; check the base URL",
                };
                write!(formatter, "the server answered with HTTP status {status}: {advice}")
            }
            TransportKind::BadAnswer => formatter.write_str(
                "the answer is not the endpoint's: check that the base URL leads to WeChat or a \
                 gateway to it, then see whether the draft was updated before trying again",
            ),
        }
    }
}

impl std::error::Error for TransportError {}
