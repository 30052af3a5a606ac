//! Draws crops on a picture.

mod colour;
mod glyphs;
mod label;
mod pixel_box;

use image::{DynamicImage, Rgb, RgbImage};
use weixin_draft::{CropBox, Ratio};

pub(crate) use colour::colour_name;
use pixel_box::PixelBox;

/// A crop on the picture, to the pixel.
#[derive(Clone, Copy, Debug)]
struct Frame {
    ratio: Ratio,
    outer: PixelBox,
    /// What the line encloses; the line lies inside the crop.
    inner: PixelBox,
}

impl Frame {
    fn is_on_line(&self, x: u32, y: u32) -> bool {
        self.outer.contains(x, y) && !self.inner.contains(x, y)
    }
}

/// The picture with a frame for each crop, and what the crops cut off darkened.
///
/// The outer edge of a frame is the edge of its crop. Where frames share an edge
/// their colours take turns.
pub(super) fn draw(picture: DynamicImage, crops: &[(Ratio, CropBox)]) -> RgbImage {
    let mut canvas = picture.into_rgb8();
    let (width, height) = canvas.dimensions();
    // Thick enough to be seen when the whole picture is.
    let thickness = (width.max(height) / 200).max(2);
    let frames = crops.iter().map(|(ratio, crop)| {
        let outer = PixelBox::of_crop(crop, width, height);
        Frame { ratio: *ratio, outer, inner: outer.shrunk(thickness) }
    });
    let frames: Vec<Frame> = frames.collect();
    for (x, y, pixel) in canvas.enumerate_pixels_mut() {
        let mut on_line = frames.iter().filter(|frame| frame.is_on_line(x, y));
        let lines = on_line.clone().count();
        *pixel = if lines == 0 {
            darkened(*pixel, frames.iter().map(|frame| frame.outer.contains(x, y)))
        } else {
            let dash = (x + y) / (6 * thickness);
            let frame = on_line.nth(dash as usize % lines);
            frame.map_or(*pixel, |frame| colour::colour(frame.ratio))
        };
    }
    label::draw_all(&mut canvas, &frames);
    canvas
}

/// The darker, the more of the crops cut this pixel off.
fn darkened(pixel: Rgb<u8>, is_kept: impl ExactSizeIterator<Item = bool>) -> Rgb<u8> {
    let crops = is_kept.len();
    let cuts = is_kept.filter(|is_kept| !is_kept).count();
    let darken = |value: u8| {
        let value = usize::from(value) * (10 * crops - 6 * cuts) / (10 * crops);
        u8::try_from(value).unwrap_or(u8::MAX)
    };
    if cuts == 0 { pixel } else { Rgb(pixel.0.map(darken)) }
}

#[cfg(test)]
mod tests {
    use super::colour::colour;
    use super::*;

    const WHITE: Rgb<u8> = Rgb([255; 3]);

    fn drawn(width: u32, height: u32, crops: &[(Ratio, CropBox)]) -> RgbImage {
        let white = RgbImage::from_pixel(width, height, WHITE);
        draw(DynamicImage::ImageRgb8(white), crops)
    }

    #[test]
    fn a_frame_runs_along_its_crop_and_the_rest_is_darkened() {
        let crop = "0.25_0_0.75_1".parse().unwrap();
        let drawn = drawn(100, 50, &[(Ratio::Square, crop)]);
        let (line, dark) = (colour(Ratio::Square), Rgb([102; 3]));
        for (x, y, expected) in [
            (0, 0, dark),
            (24, 20, dark),
            (25, 20, line),
            (26, 20, line),
            (27, 20, WHITE),
            (50, 30, WHITE),
            (72, 30, WHITE),
            (74, 20, line),
            (75, 20, dark),
            (50, 0, line),
            (50, 49, line),
        ] {
            assert_eq!(drawn.get_pixel(x, y), &expected, "at {x}, {y}");
        }
    }

    #[test]
    fn frames_that_share_an_edge_are_both_seen_on_it() {
        let crops = [(Ratio::Wide, CropBox::WHOLE), (Ratio::Cinema, CropBox::WHOLE)];
        let drawn = drawn(100, 50, &crops);
        let top: Vec<_> = (0..100).map(|x| *drawn.get_pixel(x, 0)).collect();
        assert!(top.contains(&colour(Ratio::Wide)));
        assert!(top.contains(&colour(Ratio::Cinema)));
        assert!(!top.contains(&WHITE));
    }

    #[test]
    fn a_picture_of_one_pixel_is_all_line() {
        let drawn = drawn(1, 1, &[(Ratio::Square, CropBox::WHOLE)]);
        assert_eq!(drawn.get_pixel(0, 0), &colour(Ratio::Square));
    }
}
