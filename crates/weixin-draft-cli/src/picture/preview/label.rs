//! The names of the ratios, each beside its frame.

use image::{Rgb, RgbImage};

use super::pixel_box::PixelBox;
use super::{Frame, colour, glyphs};

/// Writes each frame's name inside the frame, along its line, where it covers
/// neither a line nor another name. A frame too small for its name has none.
pub(super) fn draw_all(canvas: &mut RgbImage, frames: &[Frame]) {
    // Large enough to be read when the whole picture is seen.
    let largest = (canvas.width().max(canvas.height()) / 300).max(1);
    let mut taken: Vec<PixelBox> = Vec::new();
    for frame in frames {
        let place = |places: fn(&Frame, u32) -> Vec<PixelBox>| {
            (1..=largest).rev().find_map(|scale| {
                let mut places = places(frame, scale).into_iter();
                let place = places.find(|place| is_free(place, frame, frames, &taken))?;
                Some((place, scale))
            })
        };
        // In a corner it is plain whose name it is, even where it has to be smaller.
        let place = place(corners).or_else(|| place(along_the_line));
        if let Some((place, scale)) = place {
            draw(canvas, frame, &place, scale);
            taken.push(place);
        }
    }
}

/// The four corners.
fn corners(frame: &Frame, scale: u32) -> Vec<PixelBox> {
    let (width, height) = size(frame, scale);
    let Frame { inner, .. } = frame;
    let (last_left, last_top) = last(inner, width, height);
    [(inner.left, inner.top), (inner.left, last_top), (last_left, inner.top), (last_left, last_top)]
        .map(|(left, top)| PixelBox { left, top, right: left + width, bottom: top + height })
        .to_vec()
}

/// Along the upper, the lower, the left and the right line.
fn along_the_line(frame: &Frame, scale: u32) -> Vec<PixelBox> {
    let (width, height) = size(frame, scale);
    let Frame { inner, .. } = frame;
    let (last_left, last_top) = last(inner, width, height);
    let step = (height / 2).max(1) as usize;
    let columns = || (inner.left..=last_left).step_by(step);
    let rows = || (inner.top..=last_top).step_by(step);
    let upper_left = columns()
        .map(|left| (left, inner.top))
        .chain(columns().map(|left| (left, last_top)))
        .chain(rows().map(|top| (inner.left, top)))
        .chain(rows().map(|top| (last_left, top)));
    upper_left
        .map(|(left, top)| PixelBox { left, top, right: left + width, bottom: top + height })
        .collect()
}

/// The upper left corner of what lies in the lower right one.
fn last(inner: &PixelBox, width: u32, height: u32) -> (u32, u32) {
    (inner.right.saturating_sub(width), inner.bottom.saturating_sub(height))
}

fn is_free(place: &PixelBox, own: &Frame, frames: &[Frame], taken: &[PixelBox]) -> bool {
    let is_off_the_line = |frame: &Frame| frame.inner.holds(place) || !frame.outer.overlaps(place);
    own.inner.holds(place)
        && frames.iter().all(is_off_the_line)
        && !taken.iter().any(|other| other.overlaps(place))
}

/// Width and height of a name with its margin.
fn size(frame: &Frame, scale: u32) -> (u32, u32) {
    let characters = (0_u32..).zip(frame.ratio.as_str().chars()).count();
    let width = u32::try_from(characters).unwrap_or(0) * (glyphs::WIDTH + 1) + 3;
    (width * scale, (glyphs::HEIGHT + 4) * scale)
}

fn draw(canvas: &mut RgbImage, frame: &Frame, place: &PixelBox, scale: u32) {
    for y in place.top..place.bottom {
        for x in place.left..place.right {
            canvas.put_pixel(x, y, colour::colour(frame.ratio));
        }
    }
    let (left, top) = (place.left + 2 * scale, place.top + 2 * scale);
    for (position, character) in (0_u32..).zip(frame.ratio.as_str().chars()) {
        let left = left + position * (glyphs::WIDTH + 1) * scale;
        for y in 0..glyphs::HEIGHT * scale {
            for x in 0..glyphs::WIDTH * scale {
                if glyphs::is_inked(character, x / scale, y / scale) {
                    canvas.put_pixel(left + x, top + y, Rgb([0; 3]));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use image::DynamicImage;
    use weixin_draft::{CropBox, Ratio};

    use super::*;

    /// Black is nowhere on a grey picture but in names.
    #[test]
    fn each_frame_of_a_usual_picture_has_its_name() {
        for (width, height) in [(1200, 800), (900, 383), (300, 400), (2000, 500)] {
            let grey = RgbImage::from_pixel(width, height, Rgb([128; 3]));
            let crops =
                Ratio::ALL.map(|ratio| (ratio, CropBox::fit(width, height, ratio, None).unwrap()));
            for crop in crops {
                let picture = DynamicImage::ImageRgb8(grey.clone());
                let with_name = super::super::draw(picture, &[crop]);
                assert!(with_name.pixels().any(|pixel| pixel.0 == [0; 3]), "{width} {crop:?}");
            }
            let all = super::super::draw(DynamicImage::ImageRgb8(grey), &crops);
            let plates = crops.map(|(ratio, _)| {
                let plate = colour::colour(ratio);
                let is_name = |x: u32, y: u32| {
                    all.get_pixel(x, y).0 == [0; 3]
                        && (1..40).any(|back| x >= back && *all.get_pixel(x - back, y) == plate)
                };
                (0..height)
                    .flat_map(|y| (0..width).map(move |x| (x, y)))
                    .any(|(x, y)| is_name(x, y))
            });
            assert_eq!(plates, [true; 3], "{width} x {height}");
        }
    }
}
