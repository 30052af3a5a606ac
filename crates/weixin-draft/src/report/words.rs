//! Sentences in the languages we speak.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language that messages are written in.
///
/// ```
/// use weixin_draft::Language;
///
/// assert_eq!("zh".parse(), Ok(Language::Chinese));
/// assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::Chinese);
/// ```
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
        locale.parse().unwrap_or_default()
    }
}

/// A language's name that is neither `en` nor `zh`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl UnknownLanguage {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> &'static str {
        match language {
            Language::English => "unknown language: use en or zh",
            Language::Chinese => "未知的语言：请使用 en 或 zh",
        }
    }
}

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.message(Language::English))
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// `en`, `zh`, or a locale of one of them, such as `zh-CN` or `en_GB.UTF-8`.
    fn from_str(name: &str) -> Result<Self, UnknownLanguage> {
        let language = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
        let is_its = |known: &Language| known.as_str().eq_ignore_ascii_case(language);
        Language::ALL.into_iter().find(is_its).ok_or(UnknownLanguage)
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        name.parse().map_err(D::Error::custom)
    }
}

/// The same words in every language.
///
/// Words of a message may hold the placeholders `{limit}`, `{found}`, `{name}`,
/// `{position}` and `{meaning}`, which a violation fills in; `{code}` is what was found
/// without separators, and `{s}` the ending of a plural, unless 1 was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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

    /// The words in one language, with a value for `{value}`.
    ///
    /// ```
    /// use weixin_draft::{Language, Words};
    ///
    /// let words = Words { en: "status {value}", zh: "状态码 {value}" };
    /// assert_eq!(words.with_value(Language::English, "404"), "status 404");
    /// ```
    pub fn with_value(&self, language: Language, value: &str) -> String {
        self.get(language).replace("{value}", value)
    }
}
