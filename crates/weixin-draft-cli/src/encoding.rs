//! Texts that are not JSON, in the one encoding that is read.

use std::error::Error;
use std::fmt;

use weixin_draft::{Language, other_encoding};

use crate::escape::Visible;
use crate::outcome::Failure;

/// A text is not UTF-8.
#[derive(Debug)]
pub(crate) struct NotUtf8 {
    /// What it is instead, where that can be seen.
    encoding: Option<&'static str>,
}

/// A text that has to be UTF-8. What is written in UTF-16 without a byte order mark may be
/// UTF-8 with zeros in it, which nobody means.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, NotUtf8> {
    match (str::from_utf8(bytes), other_encoding(bytes)) {
        (Ok(text), None) => Ok(text),
        (_, encoding) => Err(NotUtf8 { encoding }),
    }
}

impl NotUtf8 {
    /// That a file of this name cannot be read.
    pub(crate) fn of_file(&self, name: &str, language: Language) -> Failure {
        let (name, why) = (Visible(name), self.in_words(language));
        Failure(say!(language, "cannot read {name}: {why}", "无法读取 {name}：{why}"))
    }

    /// What is wrong with a file, and what to do.
    pub(crate) fn in_words(&self, language: Language) -> String {
        match self.encoding {
            Some(name) => {
                say!(language, "it is {name}: save it as UTF-8", "是 {name} 编码，请另存为 UTF-8")
            }
            None => say!(
                language,
                "it is not UTF-8: save it as UTF-8",
                "不是 UTF-8 编码，请另存为 UTF-8"
            ),
        }
    }
}

impl fmt::Display for NotUtf8 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.in_words(Language::English))
    }
}

impl Error for NotUtf8 {}
