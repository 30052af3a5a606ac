//! What the endpoints for pictures answer.

use serde::Deserialize;

/// The answer of media/uploadimg.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct UploadedImage {
    /// The picture's address, for the content of articles.
    pub url: String,
}

/// The answer of material/add_material.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct AddedMaterial {
    /// The picture's media id, for covers and picture messages.
    pub media_id: String,
    /// The picture's address; some answers have none.
    #[serde(default)]
    pub url: String,
}
