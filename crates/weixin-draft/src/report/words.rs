//! Sentences in the languages we speak.

use std::fmt;
use std::str::FromStr;

/// A language that messages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, `en`.
    #[default]
    English,
    /// Simplified Chinese, `zh`.
    Chinese,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::English, Language::Chinese];

    /// The language's short name: `en` or `zh`.
    pub fn as_str(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Chinese => "zh",
        }
    }

    /// The language of a locale such as `zh_CN.UTF-8` or `en-GB`: Chinese for
    /// every locale of that language, English for all others.
    ///
    /// ```
    /// use weixin_draft::Language;
    /// assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::Chinese);
    /// assert_eq!(Language::of_locale("fr_FR"), Language::English);
    /// ```
    pub fn of_locale(locale: &str) -> Language {
        match locale.split(['_', '-', '.', '@']).next() {
            Some(name) if name.eq_ignore_ascii_case("zh") => Language::Chinese,
            _ => Language::English,
        }
    }
}

/// A language's name that is neither `en` nor `zh`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("unknown language: use en or zh")
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(name: &str) -> Result<Self, UnknownLanguage> {
        Language::ALL.into_iter().find(|language| language.as_str() == name).ok_or(UnknownLanguage)
    }
}

/// The same words in every language.
///
/// Words of a message may hold the placeholders `{limit}`, `{found}`, `{name}`,
/// `{line}` and `{column}`, which a violation fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Words {
    /// The words in one language.
    pub fn get(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::Chinese => self.zh,
        }
    }
}
