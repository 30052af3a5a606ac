//! Rectangles of pixels.

use weixin_draft::{Coordinate, CropBox};

/// The pixels from `left` to before `right` and from `top` to before `bottom`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PixelBox {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

impl PixelBox {
    /// What a crop keeps of a picture of this size, in pixels.
    pub(super) fn of_crop(crop: &CropBox, width: u32, height: u32) -> Self {
        PixelBox {
            left: pixel(crop.x1(), width),
            top: pixel(crop.y1(), height),
            right: pixel(crop.x2(), width),
            bottom: pixel(crop.y2(), height),
        }
    }

    pub(super) fn contains(&self, x: u32, y: u32) -> bool {
        self.left <= x && x < self.right && self.top <= y && y < self.bottom
    }

    /// Without `by` pixels at each edge; it may be empty then.
    pub(super) fn shrunk(&self, by: u32) -> Self {
        PixelBox {
            left: self.left + by,
            top: self.top + by,
            right: self.right.saturating_sub(by),
            bottom: self.bottom.saturating_sub(by),
        }
    }

    pub(super) fn holds(&self, other: &PixelBox) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    pub(super) fn overlaps(&self, other: &PixelBox) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The nearest boundary between pixels to a coordinate.
fn pixel(coordinate: Coordinate, length: u32) -> u32 {
    let millionths = u64::from(coordinate.millionths()) * u64::from(length);
    // It is at most `length`, which fits.
    u32::try_from((millionths + 500_000) / 1_000_000).unwrap_or(length)
}
