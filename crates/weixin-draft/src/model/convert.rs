//! From what draft/get answers to what draft_update takes.

use super::article::Article;
use super::from_request::{RULES_OF_THE_MODEL, article};
use crate::json::{Pointer, as_text};
use crate::levels::Levels;
use crate::read::{ArticleType, Request, Slot, read_article};
use crate::report::{Level, Notes, Report};
use crate::rules::{
    Check, RULES, field_not_for_type, flawed_crops, invalid_json, read_only_field, unknown_field,
};

/// An article from a draft, ready to be changed and sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted {
    /// The article, with every field that draft_update knows.
    pub article: Article,
    /// The fields that were left behind, as JSON Pointers into the item, in the
    /// order in which they stood.
    pub dropped: Vec<String>,
}

/// Converts an item of the `news_item` that draft/get answers with.
///
/// Read-only fields, such as `url`, are dropped, and so is everything that
/// draft_update does not know. An item without `article_type` is a picture
/// message if it has images, else a news article. Limits are not checked here:
/// an old draft may break them, and the check before sending says so.
///
/// ```
/// let item = br#"{"title": "T", "content": "<p>x</p>", "url": "https://mp.weixin.qq.com/s/x"}"#;
/// let converted = weixin_draft::convert_news_item(item)?;
/// assert_eq!(converted.dropped, ["/url"]);
/// # Ok::<(), weixin_draft::Report>(())
/// ```
///
/// # Errors
/// A report of errors, with pointers into the item, when the item is not JSON,
/// lacks a required field, or holds a value that an [`Article`] cannot hold.
pub fn convert_news_item(item: &[u8]) -> Result<Converted, Report> {
    let levels = levels();
    let mut notes = Notes::new(&levels);
    let read = match as_text(item) {
        Ok(text) => read_article(text, &mut notes),
        Err(malformed) => {
            invalid_json::note(malformed, &Pointer::ROOT, &mut notes);
            None
        }
    };
    let Some(read) = read else {
        return Err(errors_in_item(notes.into_report(item)));
    };
    let has_images = read.image_list().is_some_and(|list| !list.images.is_empty());
    let is_newspic = read.article_type.is_absent() && has_images;
    let kind = if is_newspic { ArticleType::NewsPic } else { read.kind };
    let Some(article) = article(&read, kind).filter(|_| !notes.has_errors()) else {
        let mut read = read;
        read.flawed_crops = flawed_crops(&read);
        let request = Request { articles: Slot::Given(read), ..Request::default() };
        for rule in RULES_OF_THE_MODEL {
            if let Check::Request(check) = rule.check {
                check(&request, &mut notes);
            }
        }
        return Err(errors_in_item(notes.into_report(item)));
    };
    let report = notes.into_report(item);
    let is_dropped = |code: &str| !(is_newspic && code == field_not_for_type::RULE.code);
    let warnings = report.warnings().filter(|warning| is_dropped(warning.code));
    Ok(Converted { article, dropped: warnings.map(|warning| warning.path.clone()).collect() })
}

/// The errors alone, since what would be dropped is no trouble. The rules on values
/// look at the item as the article of a request, and write their paths so.
fn errors_in_item(report: Report) -> Report {
    report.into_errors(|error| {
        if RULES_OF_THE_MODEL.iter().any(|rule| rule.code == error.code)
            && let Some(path) = error.path.strip_prefix("/articles")
        {
            error.path = path.to_owned();
        }
    })
}

/// Only what keeps an item from becoming an article counts; what is dropped is
/// noted as a warning.
fn levels() -> Levels {
    let mut levels = Levels::default();
    for rule in RULES.iter().filter(|rule| rule.movable) {
        levels.set(rule, Level::Off);
    }
    for rule in RULES_OF_THE_MODEL {
        levels.set(rule, Level::Error);
    }
    for rule in [&unknown_field::RULE, &read_only_field::RULE, &field_not_for_type::RULE] {
        levels.set(rule, Level::Warning);
    }
    levels
}
