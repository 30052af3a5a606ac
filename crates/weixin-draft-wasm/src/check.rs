//! The check of a request, or of an article's content alone.

use serde::{Deserialize, Serialize, Serializer};
use weixin_draft::{ArticleType, Checker, Language, LayoutFinding, Report, Settings};

use crate::answer::{Wrong, answer};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    settings: Settings,
    layout: Vec<LayoutFinding>,
}

/// Checks a request body; the options are `{"settings": .., "layout": ..}`, a
/// [`Settings`] and what a browser measured, both optional. The value is a report.
pub fn check(body: &[u8], options: &[u8]) -> String {
    answer(options, |Options { settings, layout }| {
        let checker = checker(&settings)?;
        let report = checker.with_layout(&checker.check_json(body), layout);
        Ok(InLanguage { report, language: settings.language })
    })
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ContentOptions {
    settings: Settings,
    layout: Vec<LayoutFinding>,
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

/// Checks an article's HTML alone; the options are `{"settings": .., "layout":
/// .., "article_type": "news"}`, all optional. The value is a report whose paths
/// begin with `/content`, and whose ranges are in the HTML.
pub fn check_content(html: &[u8], options: &[u8]) -> String {
    answer(options, |ContentOptions { settings, layout, article_type }| {
        let html = std::str::from_utf8(html)?;
        let checker = checker(&settings)?;
        let report = checker.with_layout(&checker.check_content(html, article_type.into()), layout);
        Ok(InLanguage { report, language: settings.language })
    })
}

pub(crate) fn checker(settings: &Settings) -> Result<Checker, Wrong> {
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
