//! Encodes pictures below a number of bytes.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder, ImageResult};

use super::decode::Decoded;
use crate::Format;

/// No picture is shrunk below this.
const SHORTEST_SIDE: u32 = 64;

const QUALITIES: [u8; 4] = [90, 80, 70, 60];

/// A picture as a file.
pub(super) struct Encoded {
    pub(super) format: Format,
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// The picture in at most `limit` bytes, shrunk where it has to be: to sides of
/// `longest` pixels at first. `None` when it cannot be done.
pub(super) fn below(decoded: &Decoded, limit: usize, longest: u32) -> Option<Encoded> {
    let picture = plain(&decoded.picture);
    if let Some(encoded) = in_full(&picture, decoded, limit) {
        return Some(encoded);
    }
    let mut side = longest.min(picture.width().max(picture.height()));
    while side >= SHORTEST_SIDE {
        if let Some(encoded) = in_full(&picture.thumbnail(side, side), decoded, limit) {
            return Some(encoded);
        }
        side = side * 3 / 4;
    }
    None
}

/// Without losing pixels.
fn in_full(picture: &DynamicImage, decoded: &Decoded, limit: usize) -> Option<Encoded> {
    let (format, bytes) = if picture.color().has_alpha() {
        (Format::Png, png(picture, decoded).ok().filter(|bytes| bytes.len() <= limit)?)
    } else {
        let of_quality =
            |quality| jpeg(picture, decoded, quality).ok().filter(|bytes| bytes.len() <= limit);
        (Format::Jpeg, QUALITIES.into_iter().find_map(of_quality)?)
    };
    Some(Encoded { format, bytes, width: picture.width(), height: picture.height() })
}

/// In 8 bits a channel, and with transparency only where there is some.
fn plain(picture: &DynamicImage) -> DynamicImage {
    let colour = picture.color();
    if colour.has_alpha() {
        let picture = picture.to_rgba8();
        if picture.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
            return picture.into();
        }
    }
    if colour.has_color() { picture.to_rgb8().into() } else { picture.to_luma8().into() }
}

fn png(picture: &DynamicImage, decoded: &Decoded) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    write(encoder, picture, decoded)?;
    Ok(bytes)
}

fn jpeg(picture: &DynamicImage, decoded: &Decoded, quality: u8) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    write(JpegEncoder::new_with_quality(&mut bytes, quality), picture, decoded)?;
    Ok(bytes)
}

fn write(
    mut encoder: impl ImageEncoder,
    picture: &DynamicImage,
    decoded: &Decoded,
) -> ImageResult<()> {
    if let Some(profile) = &decoded.profile {
        // Without it the picture is still shown, its colours a little off.
        let _is_supported = encoder.set_icc_profile(profile.clone());
    }
    picture.write_with_encoder(encoder)
}
