//! Reads picture files.

use std::io::ErrorKind;
use std::path::Path;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader};

use super::{PictureError, Size};

/// Larger pictures are not drawn on. A small file can hold a picture that would fill
/// the memory.
const MAX_PIXELS: u64 = 50_000_000;

/// Width and height as the picture is shown; reads no more than the header.
pub(super) fn size(path: &Path) -> Result<Size, PictureError> {
    let mut decoder = open(path)?;
    let (width, height) = decoder.dimensions();
    let orientation = orientation(&mut decoder);
    let is_turned = orientation != Orientation::NoTransforms;
    Ok(match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => Size { width: height, height: width, is_turned },
        _ => Size { width, height, is_turned },
    })
}

/// The picture as it is shown.
pub(super) fn read(path: &Path) -> Result<DynamicImage, PictureError> {
    let mut decoder = open(path)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError::TooLarge);
    }
    let orientation = orientation(&mut decoder);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn open(path: &Path) -> Result<impl ImageDecoder, PictureError> {
    let reader = ImageReader::open(path).and_then(ImageReader::with_guessed_format);
    let reader = reader.map_err(PictureError::Read)?;
    reader.into_decoder().map_err(unreadable)
}

/// How a camera held the picture; upright where it does not say so.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn unreadable(error: image::ImageError) -> PictureError {
    match error {
        image::ImageError::IoError(error) if error.kind() != ErrorKind::UnexpectedEof => {
            PictureError::Read(error)
        }
        _ => PictureError::NotAPicture,
    }
}
