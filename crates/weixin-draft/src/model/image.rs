//! The images of a picture message.

use serde::Serialize;

/// The images of a picture message.
///
/// ```
/// use weixin_draft::ImageInfo;
///
/// let images = ImageInfo::new(["COVER_ID", "OTHER_ID"]);
/// assert_eq!(images.image_list[0].image_media_id, "COVER_ID");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImageInfo {
    /// 1 to 20 images; the first is the cover.
    pub image_list: Vec<Image>,
}

/// An image of a picture message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Image {
    /// The image's permanent media id.
    pub image_media_id: String,
}

impl ImageInfo {
    /// Images by their permanent media ids.
    pub fn new<I>(image_media_ids: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        ImageInfo { image_list: image_media_ids.into_iter().map(Image::new).collect() }
    }
}

impl Image {
    /// An image by its permanent media id.
    pub fn new(image_media_id: impl Into<String>) -> Self {
        Image { image_media_id: image_media_id.into() }
    }
}
