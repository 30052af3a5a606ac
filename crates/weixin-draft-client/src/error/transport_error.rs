//! No answer, or none that can be understood.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use weixin_draft::endpoint::{Effect, Endpoint};
use weixin_draft::{Language, Words};

use super::Reason;
use crate::http::Failure;

/// No answer of the endpoint came, or none that it would give.
///
/// [`TransportError::may_have_arrived`] says whether the call may have taken
/// place all the same. Neither the error nor its `source` holds the access
/// token or an address.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TransportError {
    /// What went wrong.
    pub kind: TransportKind,
    /// What went wrong, in detail.
    pub reason: Reason,
    /// The HTTP status, if an answer began to arrive.
    pub status: Option<u16>,
    /// The call that went wrong.
    pub endpoint: &'static Endpoint,
    /// Whether the request may have arrived.
    sent: bool,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The ways in which a call fails below the endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportKind {
    /// A time-out passed.
    Timeout,
    /// The host is unknown or refuses connections, the proxy makes none, or the
    /// connection was cut before an answer came.
    Connect,
    /// No secure connection: the certificate is not trusted, or the other side
    /// does not speak TLS.
    Tls,
    /// An HTTP status other than 200, which a gateway gives and the endpoint
    /// never does. A redirect is one of them.
    Status,
    /// The vendor's web firewall refused the content; nothing was changed, and
    /// the same request will be refused again.
    Blocked,
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
            TransportKind::Blocked => "blocked",
            TransportKind::BadAnswer => "bad_answer",
        }
    }
}

impl fmt::Display for TransportKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// A picture has no content in which to look for scripts.
const BLOCKED_PICTURE: Words = Words {
    en: "The vendor's web firewall refused the picture (HTTP status {value}), and will refuse the same file again: save it anew in an image editor, without metadata, or take another.",
    zh: "微信的防火墙拒绝了该图片（HTTP 状态码 {value}），重发同一文件仍会被拒绝。请用图片编辑器另存（去掉元数据），或换一张图片。",
};

impl TransportError {
    pub(crate) fn new(endpoint: &'static Endpoint, failure: Failure) -> Self {
        let Failure { reason, sent, status, source } = failure;
        TransportError { kind: reason.kind(), reason, status, endpoint, sent, source }
    }

    /// Whether the call may have taken place: the request was sent, and what came
    /// back does not say that it was refused.
    pub fn may_have_arrived(&self) -> bool {
        let is_refused = match self.reason {
            Reason::Firewall | Reason::Redirect | Reason::LengthRequired => true,
            Reason::Status => self.status.is_some_and(is_refusal),
            _ => false,
        };
        self.sent && !is_refused
    }

    /// The same failure of an update that has not taken place, as the draft shows.
    pub(crate) fn without_effect(mut self) -> Self {
        // The endpoint is done with what it answered; what got no answer, or one of a
        // gateway that did not wait for the endpoint, may still be on its way.
        self.sent &= self.status.is_none() || self.reason == Reason::Gateway;
        self
    }

    /// What happened, and what to do.
    pub fn message(&self, language: Language) -> String {
        self.message_naming(language, str::to_owned)
    }

    /// The same for those who set options under other names:
    /// [`Reason::message_naming`].
    pub fn message_naming(&self, language: Language, name: impl Fn(&str) -> String) -> String {
        if self.reason == Reason::Firewall && self.endpoint.effect == Effect::Uploads {
            let status = self.status.unwrap_or_default().to_string();
            return BLOCKED_PICTURE.with_value(language, &status);
        }
        let mut message = self.reason.message_naming(language, self.status, name);
        if let Some(words) = self.consequence() {
            if language == Language::English {
                message.push(' ');
            }
            message.push_str(words.get(language));
        }
        message
    }

    /// What may have become of the account meanwhile.
    fn consequence(&self) -> Option<Words> {
        match self.endpoint.effect {
            Effect::Reads | Effect::Uploads => None,
            _ if !self.may_have_arrived() => {
                Some(Words { en: "Nothing was changed.", zh: "没有任何更改。" })
            }
            Effect::Replaces => Some(Words {
                en: "The draft may have been updated all the same: read it before you send again.",
                zh: "草稿也可能已经更新，重发之前请先读取草稿。",
            }),
            Effect::Adds => Some(Words {
                en: "The draft may have been added all the same: look for it with draft/batchget (weixin-draft list) before you send again, or there may be two.",
                zh: "草稿也可能已经新建，重发之前请先用 draft/batchget（weixin-draft list）查看，以免重复。",
            }),
        }
    }
}

/// Whether a status says that the request was not carried out: something on the way takes
/// requests of another kind only. The others of 4xx may come after the request was passed on.
fn is_refusal(status: u16) -> bool {
    matches!(status, 400..=407 | 410..=417 | 421 | 426 | 428 | 429 | 431 | 451)
}

/// English; see [`TransportError::message`].
impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}

/// The same happened; the causes, which cannot be compared, are left out.
impl PartialEq for TransportError {
    fn eq(&self, other: &Self) -> bool {
        (&self.reason, self.status, self.endpoint, self.sent)
            == (&other.reason, other.status, other.endpoint, other.sent)
    }
}

impl Eq for TransportError {}
