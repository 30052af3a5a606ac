//! The check of a request, or of an article's content alone.

use serde::{Deserialize, Serialize, Serializer};
use weixin_draft::{ArticleType, Checker, Language, Report, Settings};

use crate::answer::{Wrong, answer};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    settings: Settings,
}

/// Checks a request body; the options are `{"settings": ..}`, a
/// [`Settings`], which may be left out. The value is a report.
pub fn check(body: &[u8], options: &[u8]) -> String {
    answer(options, |Options { settings }| {
        let report = checker(&settings)?.check_json(body);
        Ok(InLanguage { report, language: settings.language })
    })
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ContentOptions {
    settings: Settings,
    article_type: Tag,
}

/// An article's type as a request spells it.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Tag {
    #[default]
    News,
    NewsPic,
}

impl From<Tag> for ArticleType {
    fn from(tag: Tag) -> Self {
        match tag {
            Tag::News => ArticleType::News,
            Tag::NewsPic => ArticleType::NewsPic,
        }
    }
}

/// Checks an article's HTML alone; the options are `{"settings": ..,
/// "article_type": "news"}`, both optional. The value is a report whose paths
/// begin with `/content`, and whose ranges are in the HTML.
pub fn check_content(html: &[u8], options: &[u8]) -> String {
    answer(options, |ContentOptions { settings, article_type }| {
        let html = std::str::from_utf8(html)?;
        let report = checker(&settings)?.check_content(html, article_type.into());
        Ok(InLanguage { report, language: settings.language })
    })
}

fn checker(settings: &Settings) -> Result<Checker, Wrong> {
    Checker::from_settings(settings).map_err(|error| error.message(settings.language).into())
}

/// A report that is written in a language.
pub(crate) struct InLanguage {
    pub(crate) report: Report,
    pub(crate) language: Language,
}

impl Serialize for InLanguage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.report.in_language(self.language).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_that_are_wrong_are_named() {
        let wrong = r#"{"settings": {"levels": {"titel_long": "off"}}}"#;
        assert!(check(b"{}", wrong.as_bytes()).contains("title_long"));
        assert!(check(b"{}", br#"{"setings": {}}"#).contains("setings"));
    }

    #[test]
    fn content_alone_has_its_own_path() {
        let answer = check_content("<a href='#x'>春</a>".as_bytes(), b"");
        assert!(
            answer.contains(r#""code":"anchor_link""#) && answer.contains(r#""path":"/content""#)
        );
        let newspic = check_content(b"<p>x</p>", br#"{"article_type": "newspic"}"#);
        assert!(newspic.contains("newspic_markup"));
    }
}
