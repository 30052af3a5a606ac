//! What an answer code is.

use serde::Serialize;

use super::vendor_page;
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

    /// The source in words.
    pub fn words(self) -> Words {
        match self {
            ErrorCodeSource::Page => Words {
                en: "the vendor's page of draft_update",
                zh: "微信官方文档「更新草稿」（draft_update）",
            },
            ErrorCodeSource::Global => Words {
                en: "the vendor's list of global answer codes",
                zh: "微信官方文档「全局返回码」",
            },
            ErrorCodeSource::Seen => Words {
                en: "seen by callers; not in these lists of the vendor",
                zh: "来自开发者的实际遭遇，不在上述官方列表中",
            },
        }
    }

    /// The address of the vendor's page that says so, if one does.
    ///
    /// ```
    /// use weixin_draft::{Language, error_code};
    ///
    /// let source = error_code(45166).expect("a known code").source;
    /// let address = source.address().expect("a page of the vendor's").get(Language::Chinese);
    /// assert!(address.ends_with("api_draft_update.html"));
    /// ```
    pub fn address(self) -> Option<Words> {
        match self {
            ErrorCodeSource::Page => Some(vendor_page::DRAFT_UPDATE),
            ErrorCodeSource::Global => Some(vendor_page::GLOBAL_CODES),
            ErrorCodeSource::Seen => None,
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
