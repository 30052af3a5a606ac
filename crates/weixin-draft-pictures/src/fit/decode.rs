//! Decodes pictures within bounds of memory.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::{Format, Problem, jpeg};

/// How many bytes decoding takes at most, which is 50 million pixels of a usual photo.
const MAX_MEMORY: u64 = 150_000_000;

/// Above this, a picture is shrunk at once: it would be too many bytes in full.
const MAX_WHOLE_PIXELS: u64 = 12_000_000;

/// Held while a large picture is decoded, so that many at a time do not need many
/// times the memory.
static ONE_LARGE: Mutex<()> = Mutex::new(());

/// A picture as it is shown.
pub(super) struct Decoded {
    pub(super) picture: DynamicImage,
    /// The colour profile, where it fits the colours of `picture`.
    pub(super) profile: Option<Vec<u8>>,
    /// The file holds it otherwise, and says in its EXIF how to turn it.
    pub(super) is_turned: bool,
    /// Of the file, as it is shown.
    pub(super) width: u32,
    /// Of the file, as it is shown.
    pub(super) height: u32,
}

/// A large picture comes with its longest side shrunk to `longest` pixels.
pub(super) fn decode(bytes: &[u8], format: Format, longest: u32) -> Result<Decoded, Problem> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), of_the_library(format)?);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => Problem::TooManyPixels,
        _ => Problem::Damaged(format),
    })?;
    if decoder.total_bytes().saturating_mul(copies(bytes, format)) > MAX_MEMORY {
        return Err(Problem::TooManyPixels);
    }
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let is_large = pixels > MAX_WHOLE_PIXELS;
    let _turn = is_large.then(|| ONE_LARGE.lock().unwrap_or_else(PoisonError::into_inner));
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Problem::Damaged(format))?;
    let mut sides = (width, height);
    if matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    ) {
        sides = (height, width);
    }
    if is_large {
        picture = picture.thumbnail(longest, longest);
    }
    picture.apply_orientation(orientation);
    let profile = profile.filter(|profile| fits(profile, &picture));
    let is_turned = orientation != Orientation::NoTransforms;
    let (width, height) = sides;
    Ok(Decoded { picture, profile, is_turned, width, height })
}

/// How many times the memory of the picture its decoder takes.
fn copies(bytes: &[u8], format: Format) -> u64 {
    match format {
        // All coefficients, of two bytes each.
        Format::Jpeg if jpeg::is_progressive(bytes) => 3,
        // The pixels with transparency, whether there is any or not.
        Format::WebP => 3,
        // A strip, which may be all of it.
        Format::Tiff => 2,
        _ => 1,
    }
}

fn of_the_library(format: Format) -> Result<ImageFormat, Problem> {
    match format {
        Format::Bmp => Ok(ImageFormat::Bmp),
        Format::Ico => Ok(ImageFormat::Ico),
        Format::Jpeg => Ok(ImageFormat::Jpeg),
        Format::Png => Ok(ImageFormat::Png),
        Format::Tiff => Ok(ImageFormat::Tiff),
        Format::WebP => Ok(ImageFormat::WebP),
        _ => Err(Problem::Format(format)),
    }
}

/// A profile says in bytes 16 to 20 of which colours it speaks. That of a CMYK
/// picture does not fit what became of it.
fn fits(profile: &[u8], picture: &DynamicImage) -> bool {
    let colours: &[u8] = if picture.color().has_color() { b"RGB " } else { b"GRAY" };
    profile.get(16..20) == Some(colours)
}
