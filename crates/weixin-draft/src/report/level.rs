//! How much a violation weighs.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::words::{Language, Words};

/// What happens to a request that violates a rule.
///
/// ```
/// use weixin_draft::Level;
///
/// assert_eq!("warning".parse(), Ok(Level::Warning));
/// assert!(Level::Warning < Level::Error);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// The rule is not looked at.
    Off,
    /// Reported, and no more. Findings that come from somewhere else than the request
    /// have this level, such as what the server stored; a caller cannot give it.
    Info,
    /// The request may be sent, and the caller is warned.
    Warning,
    /// The request is not sent.
    Error,
}

impl Level {
    /// The levels that a rule can be given, from the mildest.
    pub const ALL: [Level; 3] = [Level::Off, Level::Warning, Level::Error];

    /// The level's name: `off`, `info`, `warning` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Off => "off",
            Level::Info => "info",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// A level's name that is none of `off`, `warning`, `error`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLevel;

impl UnknownLevel {
    const WORDS: Words = Words {
        en: "unknown level: use error, warning or off",
        zh: "未知的级别：请使用 error、warning 或 off",
    };

    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> &'static str {
        Self::WORDS.get(language)
    }
}

impl fmt::Display for UnknownLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::WORDS.en)
    }
}

impl std::error::Error for UnknownLevel {}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        name.parse().map_err(D::Error::custom)
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(name: &str) -> Result<Self, UnknownLevel> {
        Level::ALL.into_iter().find(|level| level.as_str() == name).ok_or(UnknownLevel)
    }
}
