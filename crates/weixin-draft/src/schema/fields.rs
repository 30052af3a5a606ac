//! Fields that look otherwise on the wire than in the model.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::crop::{CropBox, Ratio};

/// A switch: 0 or 1.
pub(crate) struct Flag;

impl JsonSchema for Flag {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Flag".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "integer", "enum": [0, 1]})
    }
}

/// A text; its pattern comes from a rule.
impl JsonSchema for CropBox {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "CropBox".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// What part of the cover is shown in one shape: from its upper left corner
/// (x1, y1) to its lower right corner (x2, y2), each coordinate a fraction of
/// the picture's width or height.
#[derive(JsonSchema)]
#[schemars(rename = "CropPercent")]
#[allow(dead_code, reason = "only its schema is used")]
pub(crate) struct CropPercentFields {
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
