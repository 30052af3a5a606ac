//! The crops of a cover.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::crop::{CropBox, Ratio};

/// How the cover is cropped.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct CoverInfo {
    /// At most one entry a ratio.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<Vec<crate::schema::CropPercentFields>>")
    )]
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
