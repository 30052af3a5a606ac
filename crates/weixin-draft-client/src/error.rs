//! Everything that keeps an update from taking place.

use std::fmt;

use weixin_draft::Report;

use crate::{ApiError, TransportError};

/// Why a draft was not updated, or is not known to be.
///
/// A call fails before, at or on the way to the server, so these three are all
/// there is, and a `match` needs no fourth arm.
///
/// No text of an error holds the access token, an address or a value out of
/// the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The request breaks rules, and nothing was sent.
    Invalid(Report),
    /// The server refused the request.
    Api(ApiError),
    /// The server was not reached, or its answer not understood.
    Transport(TransportError),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Invalid(report) => {
                write!(
                    formatter,
                    "nothing was sent, the request has errors; correct them:\n{report}"
                )
            }
            Error::Api(refusal) => refusal.fmt(formatter),
            Error::Transport(failure) => failure.fmt(formatter),
        }
    }
}

// There is no `source`: the text says all there is to be said, and what lies
// below could quote the address with the token.
impl std::error::Error for Error {}

impl From<Report> for Error {
    fn from(report: Report) -> Self {
        Error::Invalid(report)
    }
}

impl From<ApiError> for Error {
    fn from(refusal: ApiError) -> Self {
        Error::Api(refusal)
    }
}

impl From<TransportError> for Error {
    fn from(failure: TransportError) -> Self {
        Error::Transport(failure)
    }
}
