//! No answer, or none that can be understood.

use std::fmt;

use weixin_draft::Language;

/// No answer of the endpoint came, or none that it would give.
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

impl TransportError {
    /// What happened, and what to do.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::Chinese => self.in_chinese(),
        }
    }

    fn in_chinese(self) -> String {
        let words = match self.kind {
            TransportKind::Timeout => {
                "服务器超时未应答。请重试，或延长超时时间；草稿也可能已经更新。"
            }
            TransportKind::Connect => {
                "未能从服务器得到应答：域名不存在、连接被拒绝或被中断。请检查地址、网络和代理后重试。"
            }
            TransportKind::Tls => {
                "无法与服务器建立安全连接。请确认地址指向证书可信的 https 服务器，中途没有设备解密连接，且本机时间正确。"
            }
            TransportKind::Status => {
                let status = self.status.unwrap_or_default();
                let advice = match status {
                    300..=399 => "这是重定向，为避免泄露 access_token 不会跟随。请改正地址。",
                    500..=599 => "中间的网关出现故障，请稍后重试。",
                    _ => "接口本身只返回 200，请检查地址。",
                };
                return format!("服务器返回 HTTP 状态码 {status}。{advice}");
            }
            TransportKind::BadAnswer => {
                "返回的内容不是该接口的应答。请确认地址指向微信或其网关，并先查看草稿是否已更新，再决定是否重试。"
            }
        };
        words.to_owned()
    }
}

/// English; see [`TransportError::message`].
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
