//! What went wrong on the way.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;

use rustls::{CertificateError, Error as TlsError};

use crate::error::Reason;

/// Why no answer came, without knowledge of the call.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) reason: Reason,
    /// Whether the request, or a part of it, may have arrived.
    pub(crate) sent: bool,
    /// The HTTP status, if the answer began.
    pub(crate) status: Option<u16>,
    pub(crate) source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl Failure {
    /// Something that happened before anything was sent.
    pub(crate) fn before(reason: Reason) -> Self {
        Failure { reason, sent: false, status: None, source: None }
    }

    pub(crate) fn caused_by(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }
}

/// A connection that did not come about.
pub(super) fn connecting(error: io::Error) -> Failure {
    let reason = match error.kind() {
        io::ErrorKind::ConnectionRefused => Reason::Refused,
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Reason::Cut,
        _ => Reason::Unreachable,
    };
    Failure::before(reason).caused_by(error)
}

/// A TLS handshake that failed.
pub(super) fn handshake(error: io::Error) -> Failure {
    let tls = error.get_ref().and_then(|inner| inner.downcast_ref::<TlsError>());
    let reason = match tls {
        Some(TlsError::InvalidCertificate(certificate)) => match certificate {
            CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. } => Reason::CertificateExpired,
            CertificateError::UnknownIssuer => Reason::UnknownAuthority,
            // One that signed itself, as `openssl req -x509` makes them.
            CertificateError::Other(other)
                if matches!(other.0.downcast_ref(), Some(webpki::Error::CaUsedAsEndEntity)) =>
            {
                Reason::UnknownAuthority
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                Reason::WrongName
            }
            _ => Reason::BadCertificate,
        },
        Some(_) => Reason::NoTls,
        None => return connecting(error),
    };
    Failure::before(reason).caused_by(error)
}

/// An exchange that broke off after it had begun.
pub(super) fn exchanging(error: hyper::Error, status: Option<u16>) -> Failure {
    let reason = if status.is_some() {
        Reason::Truncated
    } else if error.is_parse() {
        Reason::NotHttp
    } else {
        Reason::Cut
    };
    Failure { reason, sent: true, status, source: Some(Arc::new(error)) }
}

/// A body that is too long, or never came to its end.
pub(super) fn reading(
    error: Box<dyn StdError + Send + Sync>,
    status: Option<u16>,
    limit: usize,
) -> Failure {
    match error.downcast::<hyper::Error>() {
        Ok(error) => exchanging(*error, status),
        Err(_too_long) => {
            Failure { reason: Reason::TooLarge(limit), sent: true, status, source: None }
        }
    }
}
