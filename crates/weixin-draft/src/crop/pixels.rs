//! Crops that are known in pixels.

use super::coordinate::Coordinate;
use super::crop_box::{CropBox, NAMES};
use super::crop_box_error::CropBoxError;
use super::decimal::WHOLE;
use super::picture_size;

impl CropBox {
    /// The crop of a picture by pixels: `[x1, y1, x2, y2]`, counted from the
    /// picture's upper left corner, with x2 and y2 just after the last pixel.
    ///
    /// `width` and `height` are those of the picture, in pixels, from 1 to
    /// 1,000,000. Each coordinate is the nearest millionth. Up to that size a
    /// millionth is at most one pixel, so rounding leads back to the same pixel.
    ///
    /// ```
    /// use weixin_draft::CropBox;
    ///
    /// let crop = CropBox::from_pixels([100, 0, 900, 300], 900, 383)?;
    /// assert_eq!(crop.to_string(), "0.111111_0_1_0.78329");
    /// # Ok::<(), weixin_draft::CropBoxError>(())
    /// ```
    ///
    /// # Errors
    /// [`CropBoxError::PictureSize`] when a side is 0 or longer than 1,000,000
    /// pixels, [`CropBoxError::OutsidePicture`] when a pixel is not in the
    /// picture, and [`CropBoxError::Inverted`] unless x1 < x2 and y1 < y2.
    pub fn from_pixels(pixels: [u32; 4], width: u32, height: u32) -> Result<Self, CropBoxError> {
        picture_size::check(width, height)?;
        let sides = [width, height, width, height];
        for ((name, found), limit) in NAMES.into_iter().zip(pixels).zip(sides) {
            if found > limit {
                return Err(CropBoxError::OutsidePicture { name, found, limit });
            }
        }
        let [x1, y1, x2, y2] = pixels;
        CropBox::new(
            fraction(x1, width),
            fraction(y1, height),
            fraction(x2, width),
            fraction(y2, height),
        )
    }
}

/// The nearest millionth of a side.
fn fraction(pixel: u32, side: u32) -> Coordinate {
    let (pixel, side) = (u64::from(pixel), u64::from(side));
    Coordinate::saturating((pixel * u64::from(WHOLE) + side / 2) / side)
}
