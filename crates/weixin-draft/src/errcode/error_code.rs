//! What an answer code is.

use crate::report::Words;

/// An answer code of the endpoint, with what is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorCode {
    /// The number in the field `errcode` of the answer.
    pub code: i64,
    /// Where we know the code from.
    pub source: ErrcodeSource,
    /// What kind of reaction it calls for, for programs.
    pub class: ErrcodeClass,
    /// What the server says with it.
    pub meaning: Words,
    /// What to do next.
    pub action: Words,
}

/// Where an answer code is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrcodeSource {
    /// The vendor's page of draft_update lists it.
    Page,
    /// The vendor's list of codes that are common to every endpoint has it.
    Global,
    /// Callers have seen it; no list of the vendor has it.
    Seen,
}

impl ErrcodeSource {
    /// The source's short name: `page`, `global` or `seen`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrcodeSource::Page => "page",
            ErrcodeSource::Global => "global",
            ErrcodeSource::Seen => "seen",
        }
    }
}

/// The kind of reaction that an answer code calls for.
///
/// ```
/// use weixin_draft::errcode;
///
/// assert_eq!(errcode(45009).map(|entry| entry.class.as_str()), Some("quota"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrcodeClass {
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
    /// The account lacks a permission or a setting, which its administrator
    /// changes outside this interface.
    Account,
}

impl ErrcodeClass {
    /// The class's short name: `ok`, `retry`, `token`, `authorise`, `caller`,
    /// `quota` or `account`.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrcodeClass::Ok => "ok",
            ErrcodeClass::Retry => "retry",
            ErrcodeClass::Token => "token",
            ErrcodeClass::Authorise => "authorise",
            ErrcodeClass::Caller => "caller",
            ErrcodeClass::Quota => "quota",
            ErrcodeClass::Account => "account",
        }
    }
}
