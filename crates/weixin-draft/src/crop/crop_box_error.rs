//! Why something is no crop box.

use std::fmt;

use serde::Serialize;

use super::coordinate::Coordinate;
use super::coordinate_error::CoordinateError;
use super::picture_size::PictureSizeError;
use crate::report::Language;

/// Why a text, four numbers or four pixels are no crop box.
///
/// ```
/// use weixin_draft::{CropBox, CropBoxError, Language};
///
/// let error = "0.1_0_1.5_1".parse::<CropBox>().unwrap_err();
/// assert!(matches!(error, CropBoxError::Coordinate { name: "x2", .. }));
/// assert!(error.message(Language::English).starts_with("x2: 1.5 is not from 0 to 1"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum CropBoxError {
    /// Not four parts joined by `_`.
    NotFourParts {
        /// How many parts there are.
        found: usize,
    },
    /// A part is no coordinate.
    Coordinate {
        /// Which one: `x1`, `y1`, `x2` or `y2`.
        name: &'static str,
        /// What is wrong with it.
        error: CoordinateError,
    },
    /// Not x1 < x2, or not y1 < y2.
    Inverted {
        /// Which ones: `x1` and `x2`, or `y1` and `y2`.
        names: [&'static str; 2],
        /// Their values.
        found: [Coordinate; 2],
    },
    /// A pixel is outside of the picture.
    OutsidePicture {
        /// Which one: `x1`, `y1`, `x2` or `y2`.
        name: &'static str,
        /// The pixel.
        found: u32,
        /// The picture's width (for x) or height (for y), in pixels.
        limit: u32,
    },
    /// The picture has a size that no picture has.
    PictureSize(PictureSizeError),
}

impl CropBoxError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Chinese => self.chinese(),
        }
    }

    fn english(&self) -> String {
        match self {
            CropBoxError::NotFourParts { found } => {
                format!("not four coordinates joined by _ but {found}: write X1_Y1_X2_Y2")
            }
            CropBoxError::Coordinate { name, error } => format!("{name}: {error}"),
            CropBoxError::Inverted { names: [first, second], found } => format!(
                "{first} is {} and {second} is {}: {first} must be less than {second}, so give the upper left corner first",
                found[0], found[1]
            ),
            CropBoxError::OutsidePicture { name, found, limit } => format!(
                "{name} is pixel {found}, outside of the picture, which ends at {limit}: check the crop and the picture's size"
            ),
            CropBoxError::PictureSize(error) => error.to_string(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            CropBoxError::NotFourParts { found } => {
                format!("应为用 _ 连接的 4 个坐标，实际有 {found} 个：请写成 X1_Y1_X2_Y2")
            }
            CropBoxError::Coordinate { name, error } => {
                format!("{name}：{}", error.message(Language::Chinese))
            }
            CropBoxError::Inverted { names: [first, second], found } => format!(
                "{first} 为 {}，{second} 为 {}：{first} 须小于 {second}，请先写左上角",
                found[0], found[1]
            ),
            CropBoxError::OutsidePicture { name, found, limit } => format!(
                "{name} 为第 {found} 像素，超出图片范围（最大 {limit}）：请检查裁剪区域和图片尺寸"
            ),
            CropBoxError::PictureSize(error) => error.message(Language::Chinese),
        }
    }
}

/// English; see [`CropBoxError::message`].
impl fmt::Display for CropBoxError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.english())
    }
}

impl std::error::Error for CropBoxError {}

impl From<PictureSizeError> for CropBoxError {
    fn from(error: PictureSizeError) -> Self {
        CropBoxError::PictureSize(error)
    }
}
