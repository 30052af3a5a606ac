//! How much a violation weighs.

use std::fmt;
use std::str::FromStr;

use super::words::Words;

/// What happens to a request that violates a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The rule is not looked at.
    Off,
    /// The request may be sent, and the caller is told.
    Warning,
    /// The request is not sent.
    Error,
}

impl Level {
    /// All levels, from the mildest.
    pub const ALL: [Level; 3] = [Level::Off, Level::Warning, Level::Error];

    /// The level's name: `off`, `warning` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Off => "off",
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
    /// What is wrong, and what to do.
    pub const WORDS: Words = Words {
        en: "unknown level: use error, warning or off",
        zh: "未知的级别：请使用 error、warning 或 off",
    };
}

impl fmt::Display for UnknownLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::WORDS.en)
    }
}

impl std::error::Error for UnknownLevel {}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(name: &str) -> Result<Self, UnknownLevel> {
        Level::ALL.into_iter().find(|level| level.as_str() == name).ok_or(UnknownLevel)
    }
}
