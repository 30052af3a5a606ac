//! Crops of a cover: exact coordinates, boxes and ratios.

mod coordinate;
mod crop_box;
mod decimal;
mod fit;
mod ratio;

pub use coordinate::{Coordinate, CoordinateError};
pub use crop_box::{CropBox, CropBoxError};
pub(crate) use decimal::{
    Decimal, MOST_DECIMALS, coordinate_pattern, crop_corners, crop_pattern, plain_coordinate,
    plain_corners,
};
pub use fit::PictureSizeError;
pub use ratio::{Ratio, UnknownRatio};
