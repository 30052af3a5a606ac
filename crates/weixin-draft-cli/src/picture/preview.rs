//! Draws crops on a picture.

use image::{DynamicImage, Rgb, RgbImage};
use weixin_draft::{Coordinate, CropBox, Language, Ratio};

/// What the crop of a ratio is drawn in.
fn colour(ratio: Ratio) -> Rgb<u8> {
    Rgb(match ratio {
        Ratio::Square => [230, 60, 60],
        Ratio::Wide => [60, 170, 60],
        Ratio::Cinema => [60, 110, 240],
    })
}

/// What that colour is called.
pub(crate) fn colour_name(ratio: Ratio, language: Language) -> &'static str {
    match (ratio, language) {
        (Ratio::Square, Language::English) => "red",
        (Ratio::Wide, Language::English) => "green",
        (Ratio::Cinema, Language::English) => "blue",
        (Ratio::Square, Language::Chinese) => "红色",
        (Ratio::Wide, Language::Chinese) => "绿色",
        (Ratio::Cinema, Language::Chinese) => "蓝色",
    }
}

/// The picture with a frame for each crop.
pub(super) fn draw(picture: DynamicImage, crops: &[(Ratio, CropBox)]) -> RgbImage {
    let mut canvas = picture.into_rgb8();
    // Thick enough to be seen when the whole picture is.
    let thickness = (canvas.width().max(canvas.height()) / 200).max(2);
    // Frames may share edges: each later one runs inside the earlier.
    for (position, (ratio, crop)) in (0_u32..).zip(crops) {
        frame(&mut canvas, crop, position * thickness, thickness, colour(*ratio));
    }
    canvas
}

fn frame(canvas: &mut RgbImage, crop: &CropBox, inset: u32, thickness: u32, colour: Rgb<u8>) {
    let (width, height) = canvas.dimensions();
    let (left, right) =
        (pixel(crop.x1(), width) + inset, pixel(crop.x2(), width).saturating_sub(inset));
    let (top, bottom) =
        (pixel(crop.y1(), height) + inset, pixel(crop.y2(), height).saturating_sub(inset));
    for y in top..bottom {
        let is_edge_row = y < top + thickness || y + thickness >= bottom;
        for x in left..right {
            if is_edge_row || x < left + thickness || x + thickness >= right {
                canvas.put_pixel(x, y, colour);
            }
        }
    }
}

/// The nearest pixel to a coordinate.
fn pixel(coordinate: Coordinate, length: u32) -> u32 {
    let millionths = u64::from(coordinate.millionths()) * u64::from(length);
    // It is at most `length`, which fits.
    u32::try_from((millionths + 500_000) / 1_000_000).unwrap_or(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_run_along_the_crop() {
        let white = DynamicImage::ImageRgb8(RgbImage::from_pixel(100, 50, Rgb([255; 3])));
        let crop = "0.25_0_0.75_1".parse().unwrap();
        let drawn = draw(white, &[(Ratio::Square, crop)]);
        for (x, y, is_drawn) in [
            (24, 20, false),
            (25, 20, true),
            (74, 20, true),
            (75, 20, false),
            (50, 25, false),
            (50, 0, true),
        ] {
            let expected = if is_drawn { colour(Ratio::Square) } else { Rgb([255; 3]) };
            assert_eq!(drawn.get_pixel(x, y), &expected, "at {x}, {y}");
        }
    }
}
