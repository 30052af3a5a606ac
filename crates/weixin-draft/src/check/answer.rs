//! The check of an article that is still in an answer.

use super::checker::Checker;
use super::convert::answered_item;
use super::driver::Driver;
use crate::report::{Level, Report};
use crate::rules::{GARBLED_TEXT, LEFT_OUT, THUMB_MISSING};

impl Checker {
    /// Checks the article at `index` of an answer of draft/get or draft/batchget as the
    /// article that [`convert_answer`](crate::convert_answer) makes of it. Paths and
    /// places are those in the answer. What the conversion itself reports is left out.
    ///
    /// ```
    /// use weixin_draft::Checker;
    ///
    /// let answer = br#"{"news_item": [{"title": "T", "content": "<img src=\"a.png\">", "url": "u"}]}"#;
    /// let report = Checker::new().check_answer(answer, 0, None);
    /// let found: Vec<_> = report.errors().map(|error| (error.code, &*error.path)).collect();
    /// assert_eq!(found, [("external_image", "/news_item/0/content")]);
    /// ```
    pub fn check_answer(&self, answer: &[u8], index: usize, media_id: Option<&str>) -> Report {
        let (text, item) = match answered_item(answer, index, media_id) {
            Ok(found) => found,
            Err(report) => return report,
        };
        let mut levels = self.levels.clone();
        for rule in LEFT_OUT.into_iter().chain([GARBLED_TEXT, THUMB_MISSING]) {
            levels.set(rule, Level::Off);
        }
        let mut driver = Driver::new(&levels, &self.image_hosts, answer);
        driver.item_to_send(text, &item);
        driver.into_report()
    }
}
