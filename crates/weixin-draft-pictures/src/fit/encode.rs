//! Encodes pictures below a number of bytes.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ImageEncoder, ImageResult};

use super::decode::Decoded;
use crate::Format;

/// No picture is shrunk below this.
const SHORTEST_SIDE: u32 = 64;

const QUALITIES: [u8; 4] = [90, 80, 70, 60];

/// The picture in at most so many bytes, shrunk where it has to be: to sides of
/// `longest` pixels at first. `None` when it cannot be done.
pub(super) fn below(decoded: &Decoded, limit: usize, longest: u32) -> Option<(Format, Vec<u8>)> {
    let picture = plain(&decoded.picture);
    let encode = |picture: &DynamicImage| -> Option<(Format, Vec<u8>)> {
        if picture.color().has_alpha() {
            let bytes = png(picture, decoded).ok()?;
            return (bytes.len() <= limit).then_some((Format::Png, bytes));
        }
        QUALITIES.into_iter().find_map(|quality| {
            let bytes = jpeg(picture, decoded, quality).ok()?;
            (bytes.len() <= limit).then_some((Format::Jpeg, bytes))
        })
    };
    let mut side = longest.min(picture.width().max(picture.height()));
    encode(&picture).or_else(|| {
        while side >= SHORTEST_SIDE {
            let shrunk = picture.thumbnail(side, side);
            let encoded = encode(&shrunk);
            if encoded.is_some() {
                return encoded;
            }
            side = side * 3 / 4;
        }
        None
    })
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
