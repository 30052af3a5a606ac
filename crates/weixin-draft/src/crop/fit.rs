//! Crops without arithmetic.

use super::coordinate::Coordinate;
use super::crop_box::CropBox;
use super::picture_size::{self, PictureSizeError};
use super::ratio::Ratio;

/// Millionths in a whole width or height.
const WHOLE: u64 = 1_000_000;

impl CropBox {
    /// The largest part of a picture that has the given shape, to within a pixel.
    ///
    /// `width` and `height` are in pixels, from 1 to 1,000,000. The part lies in
    /// the middle of the picture, or around the point `focus` (x, y) as far as
    /// the picture's edges allow. A picture that has the shape already is taken
    /// whole.
    ///
    /// ```
    /// use weixin_draft::{CropBox, Ratio};
    ///
    /// let crop = CropBox::fit(1200, 800, Ratio::Square, None)?;
    /// assert_eq!(crop.to_string(), "0.166667_0_0.833333_1");
    /// assert_eq!(CropBox::fit(900, 383, Ratio::Cinema, None), Ok(CropBox::WHOLE));
    /// # Ok::<(), weixin_draft::PictureSizeError>(())
    /// ```
    ///
    /// # Errors
    /// [`PictureSizeError`] when a side is 0 or longer than 1,000,000 pixels.
    pub fn fit(
        width: u32,
        height: u32,
        ratio: Ratio,
        focus: Option<(Coordinate, Coordinate)>,
    ) -> Result<Self, PictureSizeError> {
        picture_size::check(width, height)?;
        let (ratio_width, ratio_height) = ratio.width_to_height();
        // Both in units of a pixel's width times the ratio's height.
        let (actual, wanted) = (
            u64::from(width) * u64::from(ratio_height),
            u64::from(height) * u64::from(ratio_width),
        );
        if actual.abs_diff(wanted) < u64::from(ratio_height) {
            return Ok(CropBox::WHOLE);
        }
        let middle = Coordinate::HALF;
        let (focus_x, focus_y) = focus.unwrap_or((middle, middle));
        let ((x1, x2), (y1, y2)) = if actual > wanted {
            (span(WHOLE * wanted / actual, focus_x), (Coordinate::ZERO, Coordinate::ONE))
        } else {
            ((Coordinate::ZERO, Coordinate::ONE), span(WHOLE * actual / wanted, focus_y))
        };
        // In order: a span has at least one millionth.
        Ok(CropBox { x1, y1, x2, y2 })
    }
}

/// A stretch of `length` millionths, at least one, around `focus`.
fn span(length: u64, focus: Coordinate) -> (Coordinate, Coordinate) {
    let length = length.clamp(1, WHOLE);
    // Twice the middle of the stretch, so that halves stay whole.
    let middle = 2 * u64::from(focus.millionths());
    let begin = (middle.saturating_sub(length) / 2).min(WHOLE - length);
    (Coordinate::saturating(begin), Coordinate::saturating(begin + length))
}
