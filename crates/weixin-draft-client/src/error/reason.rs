//! Why no answer came, in the words of both languages.

use std::sync::Arc;
use std::time::Duration;

use weixin_draft::Language;

use super::{ProxyFault, TransportKind, reason_words};

/// Why no proper answer came: finer than [`TransportKind`], each with its own
/// advice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// The whole call got no answer within this time (option `timeout`).
    Timeout(Duration),
    /// The host could not be found or connected to within this time (option
    /// `connect_timeout`).
    ConnectTimeout(Duration),
    /// No such host, or no name server answers.
    UnknownHost,
    /// Nothing listens there.
    Refused,
    /// No way leads there.
    Unreachable,
    /// The other side hung up before it answered.
    Cut,
    /// `localhost` leads to another machine.
    NotThisMachine,
    /// The system gives no more threads, sockets or memory.
    NoResources,
    /// A proxy makes no connection.
    Proxy {
        /// Its address without user and password.
        name: Arc<str>,
        /// Why it makes none.
        fault: ProxyFault,
    },
    /// This environment variable holds what is no proxy's address.
    ProxyMalformed(&'static str),
    /// The certificate is over, or not good yet.
    CertificateExpired,
    /// The certificate comes from nobody who is trusted, or signed itself.
    UnknownAuthority,
    /// The certificate is for another host.
    WrongName,
    /// The certificate is broken, revoked, or not for servers.
    BadCertificate,
    /// The other side does not speak TLS, or declines.
    NoTls,
    /// A redirect, which is not followed.
    Redirect,
    /// A proxy took the header Content-Length away (status 412).
    LengthRequired,
    /// A gateway is in trouble (status 5xx).
    Gateway,
    /// Any other HTTP status than 200.
    Status,
    /// The vendor's web firewall refuses the content.
    Firewall,
    /// A page for people.
    Html,
    /// The access token makes an address that is longer than any.
    AddressTooLong,
    /// An answer of more bytes than this, which no answer of the endpoint has.
    TooLarge(usize),
    /// It ended too early.
    Truncated,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// No HTTP.
    NotHttp,
    /// Not the JSON that the endpoint documents.
    NotTheEndpoints,
}

impl Reason {
    /// The reason's name, which stays the same from version to version.
    pub fn as_str(&self) -> &'static str {
        match self {
            Reason::Timeout(_) => "timeout",
            Reason::ConnectTimeout(_) => "connect_timeout",
            Reason::UnknownHost => "unknown_host",
            Reason::Refused => "refused",
            Reason::Unreachable => "unreachable",
            Reason::Cut => "cut",
            Reason::NotThisMachine => "not_this_machine",
            Reason::NoResources => "no_resources",
            Reason::Proxy { fault, .. } => fault.as_str(),
            Reason::ProxyMalformed(_) => "proxy_malformed",
            Reason::CertificateExpired => "certificate_expired",
            Reason::UnknownAuthority => "unknown_authority",
            Reason::WrongName => "wrong_name",
            Reason::BadCertificate => "bad_certificate",
            Reason::NoTls => "no_tls",
            Reason::Redirect => "redirect",
            Reason::LengthRequired => "length_required",
            Reason::Gateway => "gateway",
            Reason::Status => "status",
            Reason::Firewall => "firewall",
            Reason::Html => "html",
            Reason::AddressTooLong => "address_too_long",
            Reason::TooLarge(_) => "too_large",
            Reason::Truncated => "truncated",
            Reason::NotUtf8 => "not_utf8",
            Reason::NotHttp => "not_http",
            Reason::NotTheEndpoints => "not_the_endpoints",
        }
    }

    pub(crate) fn kind(&self) -> TransportKind {
        match self {
            Reason::Timeout(_) | Reason::ConnectTimeout(_) => TransportKind::Timeout,
            Reason::UnknownHost
            | Reason::Refused
            | Reason::Unreachable
            | Reason::Cut
            | Reason::NotThisMachine
            | Reason::NoResources
            | Reason::Proxy { .. }
            | Reason::ProxyMalformed(_) => TransportKind::Connect,
            Reason::CertificateExpired
            | Reason::UnknownAuthority
            | Reason::WrongName
            | Reason::BadCertificate
            | Reason::NoTls => TransportKind::Tls,
            Reason::Redirect | Reason::LengthRequired | Reason::Gateway | Reason::Status => {
                TransportKind::Status
            }
            Reason::Firewall => TransportKind::Blocked,
            Reason::Html
            | Reason::AddressTooLong
            | Reason::TooLarge(_)
            | Reason::Truncated
            | Reason::NotUtf8
            | Reason::NotHttp
            | Reason::NotTheEndpoints => TransportKind::BadAnswer,
        }
    }

    /// What happened, and what to do. The HTTP status is for reasons that name one.
    pub fn message(&self, language: Language, status: Option<u16>) -> String {
        self.message_naming(language, status, str::to_owned)
    }

    /// The same for those who set options under other names, such as `--timeout` for
    /// `timeout` on a command line.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use weixin_draft::Language;
    /// use weixin_draft_client::Reason;
    ///
    /// let name = |option: &str| format!("--{option}");
    /// let reason = Reason::Timeout(Duration::from_secs(60));
    /// let message = reason.message_naming(Language::English, None, name);
    /// assert_eq!(message, "No answer came within 60 s: try again, or allow more time with --timeout.");
    /// ```
    pub fn message_naming(
        &self,
        language: Language,
        status: Option<u16>,
        name: impl Fn(&str) -> String,
    ) -> String {
        let value = match self {
            Reason::Timeout(limit) | Reason::ConnectTimeout(limit) => {
                limit.as_secs_f64().to_string()
            }
            Reason::Proxy { name, .. } => name.to_string(),
            Reason::TooLarge(limit) => limit.to_string(),
            Reason::ProxyMalformed(variable) => (*variable).to_owned(),
            _ => status.unwrap_or_default().to_string(),
        };
        let mut words = reason_words::words(self).get(language).to_owned();
        for option in reason_words::OPTIONS {
            words = words.replace(&format!("{{{option}}}"), &name(option));
        }
        words.replace("{value}", &value)
    }
}
