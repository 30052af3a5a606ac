//! What the calls on drafts send; for updates see
//! [`DraftUpdate`](crate::DraftUpdate).

use serde::Serialize;

use crate::model::Article;

/// The body of draft/get and material/get_material.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GetRequest<'a> {
    /// The id of the draft, or of the material.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub media_id: &'a str,
}

/// The body of draft/batchget.
///
/// ```
/// use weixin_draft::endpoint::ListRequest;
///
/// let body = serde_json::to_string(&ListRequest { offset: 0, count: 20, no_content: 1 }).unwrap();
/// assert_eq!(body, r#"{"offset":0,"count":20,"no_content":1}"#);
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListRequest {
    /// How many drafts to leave out at the beginning; the newest comes first.
    pub offset: u32,
    /// How many drafts to give, from 1 to 20.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
    pub count: u32,
    /// 1 leaves out the content of the articles.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = [0, 1])))]
    pub no_content: u32,
}

/// The body of draft/add.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AddRequest<'a> {
    /// The articles of the new draft, from 1 to 8.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 8)))]
    pub articles: &'a [Article],
}
