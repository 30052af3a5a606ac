//! From what draft/get answers to what draft_update takes.

use super::driver::Driver;
use crate::json::as_text;
use crate::model::{Article, ArticleType, article_from_sent};
use crate::report::{Level, Report, apply_edits};
use crate::request::{ARTICLE, Expected, ReadSettings, Rewrite, rewrite};
use crate::rules::{FIELD_NOT_FOR_TYPE, LEFT_OUT, Levels, RULES};

/// An article from a draft, ready to be changed and sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted {
    /// The article, with every field that draft_update knows.
    pub article: Article,
    /// The fields that were left behind, as JSON Pointers into the item, in the
    /// order in which they were given.
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
    let mut driver = Driver::new(&levels, &[], item);
    driver.can_leave_out = false;
    let article = driver.article(ReadSettings::default());
    let default = article.map_or(ArticleType::News, |article| {
        let has_images = article.image_list().is_some_and(|list| list.length > 0);
        let is_newspic = article.article_type.is_absent() && has_images;
        if is_newspic { ArticleType::NewsPic } else { ArticleType::News }
    });
    let report = driver.into_report();
    if !report.is_ok() {
        return Err(report.errors_alone());
    }
    let is_dropped =
        |code: &str| !(default == ArticleType::NewsPic && code == FIELD_NOT_FOR_TYPE.code);
    let warnings = report.warnings().filter(|warning| is_dropped(warning.code));
    let dropped = warnings.map(|warning| warning.path.clone()).collect();
    let leave_out_image_info = default == ArticleType::News
        && report.warnings().any(|warning| warning.code == FIELD_NOT_FOR_TYPE.code);
    let settings = Rewrite { drop_nulls: false, leave_out_image_info };
    // A report without errors is one of a JSON text.
    let text = as_text(item).unwrap_or_default();
    let edits = rewrite(text, Expected::Object(ARTICLE), settings).unwrap_or_default();
    match article_from_sent(&apply_edits(text, &edits), default) {
        Some(article) => Ok(Converted { article, dropped }),
        None => Err(report),
    }
}

/// Only what keeps an item from becoming an article counts; what is dropped is
/// told as a warning.
fn levels() -> Levels {
    let mut levels = Levels::default();
    for rule in RULES.iter().filter(|rule| rule.movable) {
        levels.set(rule, if rule.typed { Level::Error } else { Level::Off });
    }
    for rule in LEFT_OUT {
        levels.set(rule, Level::Warning);
    }
    levels
}
