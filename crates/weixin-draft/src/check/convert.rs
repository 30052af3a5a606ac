//! From what draft/get answers to what draft_update takes.

use std::sync::LazyLock;

use super::draft_item::{DraftItem, find_item};
use super::driver::Driver;
use super::unread::{not_json, not_that};
use crate::json::{as_text, find_member};
use crate::model::{Article, ArticleReader, ArticleType};
use crate::report::{Level, Report, Violation, Words};
use crate::request::{NoItem, ReadSettings};
use crate::rules::{
    FIELD_NOT_FOR_TYPE, GARBLED_TEXT, LEFT_OUT, Levels, READ_ONLY_FIELD, RULES, THUMB_MISSING,
    UNKNOWN_FIELD,
};

/// An article from a draft, ready to be changed and sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted {
    /// The article, with every field that draft_update knows.
    pub article: Article,
    /// The fields that were left out, as JSON Pointers into what was given, in the
    /// order in which they were given; [`Converted::omitted`] more are not listed.
    pub dropped: Vec<String>,
    /// How many fields were left out besides the listed ones.
    pub omitted: usize,
    /// What is lost: a warning for each field that draft_update does not know, for a
    /// cover that has no media id, for an article that was deleted, and for text that
    /// was decoded wrongly. Fields that every answer has and no request, such as `url`,
    /// have the level info.
    pub report: Report,
}

/// Converts an article that draft/get or draft/batchget answered with: see
/// [`convert_answer`], which takes others than the first article too.
///
/// ```
/// let item = br#"{"title": "T", "content": "<p>x</p>", "url": "https://mp.weixin.qq.com/s/x"}"#;
/// let converted = weixin_draft::convert_news_item(item)?;
/// assert_eq!(converted.dropped, ["/url"]);
/// # Ok::<(), weixin_draft::Report>(())
/// ```
///
/// # Errors
/// As with [`convert_answer`].
pub fn convert_news_item(item: &[u8]) -> Result<Converted, Report> {
    convert_answer(item, 0, None)
}

/// Converts the article at `index`, from 0, of what draft/get answered with, of a draft
/// of draft/batchget, or of a whole answer of draft/batchget, where `media_id` chooses
/// the draft; a news item alone is taken as it is. The answer may be inside of other
/// objects, such as the `data` of a service.
///
/// Read-only fields, such as `url`, are dropped, and so is everything that
/// draft_update does not know. An item without `article_type` is a picture
/// message if it has images, else a news article. Limits are not checked here:
/// an old draft may break them, and the check before sending says so.
///
/// ```
/// use weixin_draft::convert_answer;
///
/// let answer = br#"{"news_item": [{"title": "T", "content": "x", "thumb_url": "http://mmbiz.qpic.cn/x"}]}"#;
/// let converted = convert_answer(answer, 0, None)?;
/// assert_eq!(converted.dropped, ["/news_item/0/thumb_url"]);
/// let lost: Vec<_> = converted.report.warnings().map(|warning| warning.path.as_str()).collect();
/// assert_eq!(lost, ["/news_item/0/thumb_media_id"]);
///
/// let report = convert_answer(br#"{"errcode": 40007, "errmsg": "invalid media_id"}"#, 0, None).unwrap_err();
/// assert!(report.to_string().contains("errcode 40007"));
/// # Ok::<(), weixin_draft::Report>(())
/// ```
///
/// # Errors
/// A report of errors, with pointers into what was given, when that is not JSON or
/// something else, has no such article, or when the article lacks a required field
/// or holds a value that an [`Article`] cannot hold.
pub fn convert_answer(
    answer: &[u8],
    index: usize,
    media_id: Option<&str>,
) -> Result<Converted, Report> {
    let (text, item) = answered_item(answer, index, media_id)?;
    let mut driver = Driver::new(&LEVELS, &[], answer);
    driver.can_leave_out = false;
    driver.reader = Some(Box::new(ArticleReader::of_answer()));
    let read = driver.item(text, &item, ReadSettings::default());
    let article = driver.reader.take().and_then(|reader| reader.into_article());
    let mut report = driver.into_report();
    let (Some(read), Some(article), true) = (read, article, report.is_ok()) else {
        return Err(report.errors_alone());
    };
    let lacks_cover = read.thumb_media_id.filled().is_none();
    let is_guessed = read.article_type.is_absent();
    if is_guessed && article.article_type() == ArticleType::NewsPic {
        let is_of_news = |code| [FIELD_NOT_FOR_TYPE.code, THUMB_MISSING.code].contains(&code);
        report.retain(|violation| !is_of_news(violation.code));
    }
    say_what_is_lost(&mut report, text, &item);
    let has = |code: &str| report.violations().iter().any(|violation| violation.code == code);
    let is_left_out = |code: &str| LEFT_OUT.iter().any(|rule| rule.code == code);
    let left_out = report.violations().iter().filter(|violation| is_left_out(violation.code));
    let dropped = left_out.map(|violation| violation.path.clone()).collect();
    let omitted = match report.omitted() {
        0 => 0,
        // Of what is not listed, a missing cover and garbled texts are no fields.
        omitted => {
            let is_cover_omitted = lacks_cover && !has(THUMB_MISSING.code);
            let is_garbled = |violation: &&Violation| violation.code == GARBLED_TEXT.code;
            let listed = report.violations().iter().filter(is_garbled).count();
            let garbled = count_garbled(answer, text, &item) - listed;
            omitted - usize::from(is_cover_omitted) - garbled
        }
    };
    Ok(Converted { article, dropped, omitted, report })
}

/// The article that is to be converted, and the text that it is in.
pub(super) fn answered_item<'a>(
    answer: &'a [u8],
    index: usize,
    media_id: Option<&str>,
) -> Result<(&'a str, DraftItem), Report> {
    if answer.trim_ascii().is_empty() {
        return Err(not_that(answer, NoItem::Nothing.into()));
    }
    // Where a byte order mark is in front, since editors and scripts save one, it is skipped.
    let text = str::from_utf8(answer).or_else(|_| as_text(answer));
    let text = text.map_err(|malformed| not_json(answer, malformed))?;
    let item = find_item(text, index, media_id).map_err(|why| not_that(answer, why))?;
    Ok((text, item))
}

static COVER_LOST: Words = Words {
    en: "the cover has no media id, only a thumb_url, as in drafts of the web console. Upload it as permanent material and set thumb_media_id, or the update is refused with 40007.",
    zh: "封面只有 thumb_url，没有素材 ID（网页后台的草稿就是如此）。请把封面上传为永久素材并填写 thumb_media_id，否则更新会返回 40007。",
};
static UNKNOWN: Words = Words {
    en: "draft_update has no field of this name, so the field is lost. Should the server know it, set it again in the web console after the update.",
    zh: "draft_update 没有这个字段，因此会丢失。如果服务器认识它，请在更新之后到网页后台重新设置。",
};
static DELETED: Words = Words {
    en: "this article was deleted on the server. Check that it is the one that you mean.",
    zh: "这篇文章在服务器上已被删除。请确认是否选对了文章。",
};

fn say_what_is_lost(report: &mut Report, text: &str, item: &DraftItem) {
    let value = |name: &str| {
        find_member(text, item.0.start, name.as_bytes()).map(|member| &text[member.value])
    };
    let has_cover_address = value("thumb_url").is_some_and(|url| url.len() > 2);
    let is_deleted = value("is_deleted") == Some("true");
    for violation in report.violations_mut() {
        if violation.code == THUMB_MISSING.code && has_cover_address {
            violation.words = &COVER_LOST;
        }
        let is_unknown = violation.code == UNKNOWN_FIELD.code;
        if is_unknown && violation.words.en == UNKNOWN_FIELD.message.en {
            violation.words = &UNKNOWN;
        }
        let is_read_only = violation.code == READ_ONLY_FIELD.code;
        if is_read_only && is_deleted && violation.path.ends_with("/is_deleted") {
            violation.level = Level::Warning;
            violation.words = &DELETED;
        }
    }
}

/// How many of an item's fields are garbled.
#[cold]
fn count_garbled(answer: &[u8], text: &str, item: &DraftItem) -> usize {
    let mut levels = Levels::default();
    for rule in RULES.iter().filter(|rule| rule.movable) {
        levels.set(rule, Level::Off);
    }
    levels.set(GARBLED_TEXT, Level::Warning);
    let mut driver = Driver::new(&levels, &[], answer);
    driver.item(text, item, ReadSettings::default());
    driver.into_report().warnings().count()
}

/// Only what keeps an item from becoming an article counts; what is lost is a
/// warning, and what no request has an info.
static LEVELS: LazyLock<Levels> = LazyLock::new(|| {
    let mut levels = Levels::default();
    for rule in RULES.iter().filter(|rule| rule.movable) {
        levels.set(rule, if rule.typed { Level::Error } else { Level::Off });
    }
    for rule in LEFT_OUT {
        levels.set(rule, Level::Warning);
    }
    levels.set(READ_ONLY_FIELD, Level::Info);
    levels.set(THUMB_MISSING, Level::Warning);
    // Sent back, such text would replace what the server has.
    levels.set(GARBLED_TEXT, Level::Warning);
    levels
});
