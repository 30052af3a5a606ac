//! Crops of a cover: exact coordinates, boxes and ratios.

mod coordinate;
mod coordinate_error;
mod crop_box;
mod crop_box_error;
mod decimal;
mod fit;
mod picture_size;
mod pixels;
mod ratio;

use std::borrow::Cow;
use std::fmt::Display;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};

pub use coordinate::Coordinate;
pub use coordinate_error::CoordinateError;
pub use crop_box::CropBox;
pub use crop_box_error::CropBoxError;
pub(crate) use decimal::{
    Decimal, MAX_DECIMALS, coordinate_pattern, crop_corners, crop_pattern, plain_coordinate,
    plain_corners,
};
pub use picture_size::PictureSizeError;
pub use ratio::{Ratio, UnknownRatio};

/// Reads a value from its text.
fn parsed<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    Cow::<str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}
