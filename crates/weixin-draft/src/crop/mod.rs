//! Crops of a cover: exact coordinates, boxes and ratios.

mod coordinate;
mod crop_box;
mod decimal;
mod ratio;

pub use coordinate::{Coordinate, CoordinateError};
pub use crop_box::{CropBox, CropBoxError};
pub(crate) use decimal::{Decimal, MOST_DECIMALS, crop_corners, crop_pattern, coordinate_pattern};
pub use ratio::{Ratio, UnknownRatio};
