//! The account's drafts as draft/batchget answers with them.

use serde::{Deserialize, Serialize};

use super::draft::Draft;

/// The answer of draft/batchget.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DraftList {
    /// How many drafts the account has.
    pub total_count: u64,
    /// How many of them are listed here.
    pub item_count: u64,
    /// The drafts, the newest first.
    pub item: Vec<ListedDraft>,
}

/// One draft of a list.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ListedDraft {
    /// Its id.
    pub media_id: String,
    /// Its articles.
    pub content: Draft,
    /// When it was last changed, in seconds since 1970.
    #[serde(default)]
    pub update_time: Option<i64>,
}
