//! What an answer code is.

use serde::Serialize;

use crate::report::Words;

/// An answer code of the endpoint, with what is known about it.
///
/// As JSON: `{"code", "source", "class", "meaning": {"en", "zh"}, "action": {"en", "zh"}}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ErrorCode {
    /// The number in the field `errcode` of the answer.
    pub code: i64,
    /// Where we know the code from.
    pub source: ErrorCodeSource,
    /// What kind of reaction it calls for, for programs.
    pub class: ErrorCodeClass,
    /// What the server says with it.
    pub meaning: Words,
    /// What to do next.
    pub action: Words,
}

/// Where an answer code is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCodeSource {
    /// The vendor's page of draft_update lists it.
    Page,
    /// The vendor's list of codes that are common to every endpoint has it.
    Global,
    /// Callers have seen it; it is not in the lists above.
    Seen,
}

impl ErrorCodeSource {
    /// The source's short name: `page`, `global` or `seen`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCodeSource::Page => "page",
            ErrorCodeSource::Global => "global",
            ErrorCodeSource::Seen => "seen",
        }
    }
}

/// The kind of reaction that an answer code calls for.
///
/// ```
/// use weixin_draft::error_code;
///
/// assert_eq!(error_code(45009).map(|entry| entry.class.as_str()), Some("quota"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCodeClass {
    /// The draft was updated.
    Ok,
    /// The same request may succeed after a pause.
    Retry,
    /// The request may succeed with a new access token.
    Token,
    /// The account's owner has to authorise again, or the platform has to
    /// correct its authorisation.
    Authorise,
    /// The request is wrong: it fails again until it is changed.
    Caller,
    /// The account's calls of today are used up.
    Quota,
    /// The account lacks a permission or a setting, or its appid or secret is
    /// wrong: its administrator corrects that outside this interface.
    Account,
}

impl ErrorCodeClass {
    /// The class's short name: `ok`, `retry`, `token`, `authorise`, `caller`,
    /// `quota` or `account`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCodeClass::Ok => "ok",
            ErrorCodeClass::Retry => "retry",
            ErrorCodeClass::Token => "token",
            ErrorCodeClass::Authorise => "authorise",
            ErrorCodeClass::Caller => "caller",
            ErrorCodeClass::Quota => "quota",
            ErrorCodeClass::Account => "account",
        }
    }
}
