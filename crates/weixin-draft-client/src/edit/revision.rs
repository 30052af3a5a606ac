//! An article as it was when it was read.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use weixin_draft::{Article, Words, convert_news_item};

use super::arrived::is_as_sent;

/// An article as it was when it was read, to be kept beside a file that is edited
/// meanwhile: an update under its guard is sent only if the article is still so.
///
/// ```
/// # use weixin_draft_client::{AccessToken, Client, Revision};
/// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
/// # let sandbox = Sandbox::start()?;
/// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
/// let revision = Revision::new(NEWS, 0, client.get(NEWS)?.article(0)?.article);
/// let kept = revision.to_json();
/// assert_eq!(Revision::from_json(&kept)?, revision);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Revision {
    /// The draft's id.
    pub media_id: String,
    /// The article's place in it, from 0.
    pub index: u32,
    /// The article.
    pub article: Article,
}

#[derive(Serialize)]
struct Written<'a> {
    media_id: &'a str,
    index: u32,
    articles: &'a Article,
}

#[derive(Deserialize)]
struct Read {
    media_id: String,
    index: u32,
    articles: Box<RawValue>,
}

impl Revision {
    /// Of an article that was read.
    pub fn new(media_id: impl Into<String>, index: u32, article: Article) -> Self {
        Revision { media_id: media_id.into(), index, article }
    }

    /// The revision as JSON, in the form of an update.
    pub fn to_json(&self) -> Vec<u8> {
        let Revision { media_id, index, article } = self;
        // Serialising strings, integers and structs into memory cannot fail.
        serde_json::to_vec(&Written { media_id, index: *index, articles: article })
            .unwrap_or_default()
    }

    /// Whether the server holds this article, but for what it drops of a content and for
    /// what it fills in by itself.
    pub fn is_as_sent(&self, found: &Revision) -> bool {
        let is_same = self.media_id == found.media_id && self.index == found.index;
        is_same && is_as_sent(&self.article, &found.article)
    }

    /// Reads a revision. Limits are not checked: an old draft may break them.
    ///
    /// # Errors
    /// When it is none.
    pub fn from_json(json: &[u8]) -> Result<Self, RevisionError> {
        let read: Read = serde_json::from_slice(json).map_err(|_error| RevisionError)?;
        let converted = convert_news_item(read.articles.get().as_bytes());
        let article = converted.map_err(|_report| RevisionError)?.article;
        Ok(Revision { media_id: read.media_id, index: read.index, article })
    }
}

/// A file is not a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevisionError;

impl RevisionError {
    /// What is wrong, and what to do.
    pub const WORDS: Words = Words {
        en: "this is no revision: pull the draft again, or send without the guard",
        zh: "这不是修订记录：请重新拉取草稿，或不带保护发送",
    };
}

impl fmt::Display for RevisionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::WORDS.en)
    }
}

impl std::error::Error for RevisionError {}
