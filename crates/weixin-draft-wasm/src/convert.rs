//! From what draft/get answers to what draft_update takes.

use serde::Serialize;
use weixin_draft::{Article, Report};

use crate::answer::{LanguageOption, answer};
use crate::check::InLanguage;

#[derive(Serialize)]
struct Converted {
    article: Option<Article>,
    dropped: Vec<String>,
    report: InLanguage,
}

/// Converts an item of draft/get's `news_item`. The value is `{"article",
/// "dropped", "report"}`: the fields that were left out as JSON Pointers,
/// and a null article when the report has errors.
pub fn convert_news_item(item: &[u8], options: &[u8]) -> String {
    answer(options, |options: LanguageOption| {
        let language = options.lang;
        Ok(match weixin_draft::convert_news_item(item) {
            Ok(converted) => Converted {
                article: Some(converted.article),
                dropped: converted.dropped,
                report: InLanguage { report: Report::default(), language },
            },
            Err(report) => Converted {
                article: None,
                dropped: Vec::new(),
                report: InLanguage { report, language },
            },
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_without_a_title_has_a_report() {
        let answer = convert_news_item(br#"{"content": "x"}"#, b"");
        assert!(answer.contains(r#""article":null"#) && answer.contains(r#""path":"/title""#));
    }
}
