//! The request.

use serde::Serialize;

use super::article::Article;

/// Replaces one article of a draft by another. What is not sent is lost: the
/// article at this index is replaced as a whole.
///
/// ```
/// use weixin_draft::{Article, DraftUpdate};
///
/// let draft = DraftUpdate::new("MEDIA_ID", 0, Article::news("Menu", "<p>From Monday.</p>"));
/// let read = DraftUpdate::from_json(&draft.to_json())?;
/// assert_eq!(read, draft);
/// # Ok::<(), weixin_draft::Report>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DraftUpdate {
    /// The draft's id, as draft/add or draft/batchget gave it.
    pub media_id: String,
    /// The article's place in the draft, from 0.
    pub index: u32,
    /// The new article. One object, in spite of the name.
    pub articles: Article,
}

impl DraftUpdate {
    /// A request with everything that is required.
    pub fn new(media_id: impl Into<String>, index: u32, article: impl Into<Article>) -> Self {
        DraftUpdate { media_id: media_id.into(), index, articles: article.into() }
    }

    /// The body to be sent: JSON in raw UTF-8, without nulls and without empty
    /// optional strings.
    pub fn to_json(&self) -> Vec<u8> {
        // Serialising strings, integers and structs into memory cannot fail.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
