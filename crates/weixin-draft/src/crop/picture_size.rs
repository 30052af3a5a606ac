//! Sizes that pictures have.

use std::fmt;

use serde::Serialize;

use crate::report::Language;

/// In pixels. A millionth of a longer side would be more than one pixel, and a
/// crop could not be given to the pixel.
const MAX_SIDE: u32 = 1_000_000;

/// A picture's side is 0 or longer than 1,000,000 pixels.
///
/// ```
/// use weixin_draft::{CropBox, Ratio};
///
/// let error = CropBox::fit(1200, 0, Ratio::Square, None).unwrap_err();
/// assert_eq!(error.side, "height");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PictureSizeError {
    /// Which one: `width` or `height`.
    pub side: &'static str,
    /// Its length in pixels.
    pub found: u32,
}

impl PictureSizeError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::English => format!(
                "the picture's {} is 0 or over 1,000,000 pixels: give its size in pixels",
                self.side
            ),
            Language::Chinese => {
                let side = if self.side == "width" { "宽" } else { "高" };
                format!("图片的{side}须为 1 到 1,000,000 像素：请填写图片的像素尺寸")
            }
        }
    }
}

/// English; see [`PictureSizeError::message`].
impl fmt::Display for PictureSizeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for PictureSizeError {}

/// Refuses sides that no picture has.
pub(super) fn check(width: u32, height: u32) -> Result<(), PictureSizeError> {
    for (side, found) in [("width", width), ("height", height)] {
        if !(1..=MAX_SIDE).contains(&found) {
            return Err(PictureSizeError { side, found });
        }
    }
    Ok(())
}
