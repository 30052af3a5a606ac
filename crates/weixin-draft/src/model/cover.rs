//! The crops of a cover.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::read::{Entries, FromRead, Held, NotHeld};
use crate::crop::{Coordinate, CropBox, Ratio};
use crate::request::{self, Crop};

/// How the cover is cropped.
///
/// ```
/// use weixin_draft::{Article, CoverInfo, CropBox, CropPercent, Ratio};
///
/// let crop = CropBox::fit(1200, 800, Ratio::Square, None)?;
/// let article = Article::newspic("T", "x", ["IMAGE_ID"]).cover_info(CoverInfo::new([CropPercent::new(Ratio::Square, crop)]));
/// assert!(serde_json::to_string(&article).unwrap().contains("\"ratio\":\"1_1\""));
/// # Ok::<(), weixin_draft::PictureSizeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CoverInfo {
    /// At most one entry a ratio.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<schema::CropPercent>>"))]
    pub crop_percent_list: Vec<CropPercent>,
}

impl CoverInfo {
    /// From the crops, at most one a ratio.
    pub fn new(crops: impl IntoIterator<Item = CropPercent>) -> Self {
        CoverInfo { crop_percent_list: crops.into_iter().collect() }
    }
}

/// What part of the cover is shown in one shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CropPercent {
    /// The shape.
    pub ratio: Ratio,
    /// The part.
    pub crop: CropBox,
}

impl CropPercent {
    /// A part of the cover for a shape.
    pub fn new(ratio: Ratio, crop: CropBox) -> Self {
        CropPercent { ratio, crop }
    }
}

impl Serialize for CropPercent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("CropPercent", 5)?;
        fields.serialize_field("ratio", &self.ratio)?;
        fields.serialize_field("x1", &self.crop.x1())?;
        fields.serialize_field("y1", &self.crop.y1())?;
        fields.serialize_field("x2", &self.crop.x2())?;
        fields.serialize_field("y2", &self.crop.y2())?;
        fields.end()
    }
}

impl CropPercent {
    /// Of an entry of `crop_percent_list`.
    pub(super) fn of_read(read: &Crop<'_>, entries: &Entries<'_>) -> Held<Self> {
        let [x1, y1, x2, y2] = read.corners().map(|(_, corner)| {
            let text = corner.given().map(|corner| entries.text_of(corner));
            text.and_then(|text| text.parse::<Coordinate>().ok())
        });
        let crop = match (x1, y1, x2, y2) {
            (Some(x1), Some(y1), Some(x2), Some(y2)) => CropBox::new(x1, y1, x2, y2).ok(),
            _ => None,
        };
        match (read.known_ratio(), crop) {
            (Some(ratio), Some(crop)) => Ok(CropPercent { ratio, crop }),
            _ => Err(NotHeld),
        }
    }
}

impl FromRead<request::CoverInfo> for CoverInfo {
    fn from_read(_: &request::CoverInfo, entries: &mut Entries<'_>) -> Held<Option<Self>> {
        Ok(Some(CoverInfo { crop_percent_list: entries.take_crops()? }))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use schemars::JsonSchema;

    use crate::crop::Ratio;

    /// What part of the cover is shown in one shape: from its upper left corner
    /// (x1, y1) to its lower right corner (x2, y2), each coordinate a fraction of
    /// the picture's width or height.
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its schema is used")]
    pub(super) struct CropPercent {
        /// The shape, width to height.
        #[schemars(extend("enum" = Ratio::ALL.map(Ratio::as_str)))]
        ratio: Option<String>,
        /// The left edge: 0 is the picture's left edge, 1 its right one.
        x1: Option<String>,
        /// The upper edge: 0 is the picture's upper edge, 1 its lower one.
        y1: Option<String>,
        /// The right edge; x2 is greater than x1.
        x2: Option<String>,
        /// The lower edge; y2 is greater than y1.
        y2: Option<String>,
    }
}
