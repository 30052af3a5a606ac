//! What ureq's errors amount to.
//!
//! They are looked at here and go no further: some of them quote addresses.

use std::io;

use ureq::Error;

use crate::TransportKind;

/// An error before the head of an answer had come.
pub(crate) fn before_answer(error: &Error) -> TransportKind {
    match error {
        error if is_timeout(error) => TransportKind::Timeout,
        // rustls hands over its errors as invalid data; sockets give none.
        Error::Io(error) if error.kind() == io::ErrorKind::InvalidData => TransportKind::Tls,
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) | Error::TlsRequired => TransportKind::Tls,
        Error::Protocol(_) | Error::LargeResponseHeader(..) => TransportKind::BadAnswer,
        _ => TransportKind::Connect,
    }
}

/// An error while the body of an answer was read.
pub(crate) fn within_answer(error: &Error) -> TransportKind {
    if is_timeout(error) { TransportKind::Timeout } else { TransportKind::BadAnswer }
}

/// Our time-out, or the operating system's own, which is longer.
fn is_timeout(error: &Error) -> bool {
    match error {
        Error::Timeout(_) => true,
        Error::Io(error) => error.kind() == io::ErrorKind::TimedOut,
        _ => false,
    }
}
