//! Pictures and folders for the tests.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};

/// An empty folder for one test.
pub(crate) fn scratch(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pictures-{test}"));
    // There may be one of an earlier run, or none.
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A picture that compresses like a photo: badly.
pub(crate) fn photo(width: u32, height: u32) -> RgbImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = state >> 25;
        let channel = |value: u32| u8::try_from((value + noise) % 256).unwrap();
        image::Rgb([channel(x / 3), channel(y / 3), channel((x + y) / 5)])
    })
}

pub(crate) fn transparent(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, _| {
        image::Rgba([200, 30, 30, u8::try_from(x % 256).unwrap()])
    })
}

pub(crate) fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The JPEG with an EXIF segment as a camera writes it that was held upright, and
/// with a place in it that is nobody's business.
pub(crate) fn turned(jpeg: &[u8]) -> Vec<u8> {
    let exif =
        b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0SECRET PLACE";
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xFF\xE1", &length, exif, &jpeg[2..]].concat()
}

/// Two frames of 2 by 2 pixels.
pub(crate) fn animated_gif() -> Vec<u8> {
    let head = b"GIF89a\x02\0\x02\0\x80\0\0\0\0\0\xFF\xFF\xFF";
    let frame = b"\x21\xF9\x04\0\x0A\0\0\0\x2C\0\0\0\0\x02\0\x02\0\0\x02\x03\x44\x02\x05\0";
    [&head[..], frame, frame, b";"].concat()
}
