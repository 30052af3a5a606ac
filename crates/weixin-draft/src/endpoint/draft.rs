//! A draft as draft/get answers with it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::check::{Converted, convert_news_item};
use crate::report::Report;

/// The answer of draft/get.
///
/// ```
/// use weixin_draft::endpoint::{Draft, read_answer};
///
/// let body = br#"{"news_item":[{"title":"Menu","content":"<p>x</p>","url":"http://x"}],"update_time":7}"#;
/// let draft: Draft = read_answer(body)?;
/// assert_eq!(draft.news_item[0].convert().unwrap().dropped, ["/url"]);
/// # Ok::<(), weixin_draft::endpoint::AnswerError>(())
/// ```
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Draft {
    /// Its articles, in order.
    pub news_item: Vec<NewsItem>,
    /// When it was made, in seconds since 1970.
    #[serde(default)]
    pub create_time: Option<i64>,
    /// When any of its articles was last changed, in seconds since 1970.
    #[serde(default)]
    pub update_time: Option<i64>,
}

/// An article as the server gives it, kept as it was written.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NewsItem(
    #[cfg_attr(feature = "schema", schemars(with = "serde_json::Map<String, serde_json::Value>"))]
    Box<RawValue>,
);

impl NewsItem {
    /// Its JSON, as the server wrote it.
    pub fn as_json(&self) -> &str {
        self.0.get()
    }

    /// The article that draft_update takes, and what was left out of it.
    ///
    /// # Errors
    /// As with [`convert_news_item`].
    pub fn convert(&self) -> Result<Converted, Report> {
        convert_news_item(self.0.get().as_bytes())
    }

    /// Its title, for lists of drafts; empty if there is none.
    pub fn title(&self) -> String {
        #[derive(Deserialize)]
        struct Titled {
            #[serde(default)]
            title: String,
        }
        serde_json::from_str(self.0.get())
            .map_or_else(|_error| String::new(), |item: Titled| item.title)
    }
}

/// The answer of draft/add.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AddedDraft {
    /// The new draft's id.
    pub media_id: String,
}
