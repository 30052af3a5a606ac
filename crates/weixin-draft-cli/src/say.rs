//! The command's own words.

/// A text in the given language. Both are side by side, so that neither can
/// be forgotten; placeholders and arguments are those of `format!`.
macro_rules! say {
    ($language:expr, $english:literal, $chinese:literal $(, $argument:expr)* $(,)?) => {
        match $language {
            ::weixin_draft::Language::English => format!($english $(, $argument)*),
            ::weixin_draft::Language::Chinese => format!($chinese $(, $argument)*),
        }
    };
}

use weixin_draft::Language;

/// Why an argument is refused, for the parser of arguments to carry.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) english: String,
    pub(crate) chinese: String,
}

impl Said {
    /// The sentence in one language.
    pub(crate) fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        }
    }
}

impl std::fmt::Display for Said {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.english)
    }
}

impl std::error::Error for Said {}
