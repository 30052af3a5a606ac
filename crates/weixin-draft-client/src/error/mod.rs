//! Everything that keeps a call from taking place.

mod api_error;
mod conflict;
mod gone;
mod proxy_fault;
mod reason;
mod reason_words;
mod token_error;
mod transport_error;

pub use api_error::ApiError;
pub use conflict::Conflict;
pub use gone::Gone;
pub use proxy_fault::ProxyFault;
pub use reason::Reason;
pub use token_error::TokenError;
pub use transport_error::{TransportError, TransportKind};

use std::error::Error as StdError;
use std::fmt;

use weixin_draft::{Language, Report};

/// Why a call did not do what it was to do, or is not known to have done it.
///
/// No text of an error holds the access token, the secret, an address or a value
/// out of the article; nor does its `source`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The request breaks rules, and nothing was sent.
    Invalid(Report),
    /// The server refused the request.
    Api(ApiError),
    /// The server was not reached, or its answer not understood.
    Transport(TransportError),
    /// There is no usable access token, and nothing was sent.
    Token(TokenError),
    /// Somebody else changed the draft meanwhile.
    Conflict(Box<Conflict>),
    /// The draft, its article or a material is not there any more.
    Gone(Gone),
    /// The call was given up by [`Cancel`](crate::Cancel).
    Cancelled,
}

impl Error {
    /// What happened, and what to do.
    pub fn message(&self, language: Language) -> String {
        match self {
            Error::Invalid(report) => match language {
                Language::English => {
                    format!("nothing was sent, the request has errors; correct them:\n{report}")
                }
                Language::Chinese => {
                    let errors = report.errors().map(|error| error.message(language));
                    format!("未发送，请先改正以下错误：\n{}", errors.collect::<Vec<_>>().join("\n"))
                }
            },
            Error::Api(refusal) => refusal.message(language),
            Error::Transport(failure) => failure.message(language),
            Error::Token(error) => error.words().get(language).to_owned(),
            Error::Conflict(conflict) => conflict.words().get(language).to_owned(),
            Error::Gone(gone) => gone.message(language),
            Error::Cancelled => match language {
                Language::English => "the call was cancelled: what was not begun is not sent",
                Language::Chinese => "调用已取消，尚未开始的请求不会发送",
            }
            .to_owned(),
        }
    }
}

/// English; see [`Error::message`].
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Error::Transport(failure) => failure.source(),
            Error::Token(error) => error.source(),
            _ => None,
        }
    }
}

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

impl From<Conflict> for Error {
    fn from(conflict: Conflict) -> Self {
        Error::Conflict(Box::new(conflict))
    }
}

impl From<TokenError> for Error {
    fn from(error: TokenError) -> Self {
        Error::Token(error)
    }
}
