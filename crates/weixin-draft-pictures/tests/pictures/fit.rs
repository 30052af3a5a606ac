//! What is uploaded is what the vendor takes.

use image::{DynamicImage, ImageFormat, ImageReader};
use weixin_draft_pictures::{Call, Fitted, Format, Problem, Use};

use crate::support::{animated_gif, encoded, photo, transparent, turned};

fn fit(bytes: &[u8]) -> Result<Fitted, Problem> {
    Fitted::new(bytes, Use::Content)
}

fn decoded(picture: &Fitted) -> DynamicImage {
    assert_eq!(Format::of(&picture.bytes), Some(picture.format));
    let reader = ImageReader::new(std::io::Cursor::new(&picture.bytes));
    let decoded = reader.with_guessed_format().unwrap().decode().unwrap();
    assert_eq!((decoded.width(), decoded.height()), (picture.width, picture.height));
    decoded
}

#[test]
fn what_is_small_enough_stays_as_it_is() {
    for (format, kind) in [(ImageFormat::Jpeg, Format::Jpeg), (ImageFormat::Png, Format::Png)] {
        let bytes = encoded(photo(120, 80), format);
        let (call, width, height) = (Call::UploadImage, 120, 80);
        let same = Fitted { bytes: bytes.clone(), format: kind, call, width, height };
        assert_eq!(fit(&bytes), Ok(same));
    }
    let gif = animated_gif();
    let (format, call) = (Format::Gif, Call::AddMaterial);
    let same = Fitted { bytes: gif.clone(), format, call, width: 2, height: 2 };
    assert_eq!(fit(&gif), Ok(same));
}

#[test]
fn other_formats_become_jpeg_or_where_transparent_png() {
    for format in [ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff, ImageFormat::Ico] {
        let opaque = fit(&encoded(DynamicImage::from(photo(90, 60)).to_rgba8(), format)).unwrap();
        assert_eq!((opaque.format, opaque.call), (Format::Jpeg, Call::UploadImage), "{format:?}");
        assert_eq!((decoded(&opaque).width(), decoded(&opaque).height()), (90, 60));
        let clear = fit(&encoded(transparent(90, 60), format)).unwrap();
        assert_eq!(clear.format, Format::Png, "{format:?}");
        assert_eq!(decoded(&clear).to_rgba8(), transparent(90, 60), "{format:?}");
    }
}

#[test]
fn a_large_photo_is_turned_shrunk_and_freed_of_metadata() {
    let bytes = turned(&encoded(photo(1500, 1000), ImageFormat::Jpeg));
    assert!(bytes.len() > 1_000_000, "{}", bytes.len());
    let fitted = fit(&bytes).unwrap();
    assert!(fitted.bytes.len() < 1_000_000);
    assert!(!fitted.bytes.windows(6).any(|bytes| bytes == b"SECRET" || bytes == b"Exif\0\0"));
    let picture = decoded(&fitted);
    assert_eq!((picture.width(), picture.height()), (720, 1080));
    let material = Fitted::new(&bytes, Use::Material).unwrap();
    assert_eq!((decoded(&material).width(), decoded(&material).height()), (1000, 1500));
}

#[test]
fn a_small_photo_is_turned_and_not_enlarged() {
    let fitted = fit(&turned(&encoded(photo(64, 32), ImageFormat::Jpeg))).unwrap();
    let picture = decoded(&fitted);
    assert_eq!((picture.width(), picture.height()), (32, 64));
    assert!(!fitted.bytes.windows(6).any(|bytes| bytes == b"SECRET"));
}

#[test]
fn metadata_goes_and_the_rest_stays_to_the_byte() {
    let jpeg = encoded(photo(64, 32), ImageFormat::Jpeg);
    let comment = b"\xFF\xFE\0\x08SECRET";
    let spoilt = [&jpeg[..2], comment, &jpeg[2..], b"SECRET film after the end"].concat();
    assert_eq!(fit(&spoilt).unwrap().bytes, jpeg);
    let png = encoded(photo(64, 32), ImageFormat::Png);
    let text = b"\0\0\0\x08tEXta\0SECRET\0\0\0\0";
    let spoilt = [&png[..33], text, &png[33..], b"SECRET"].concat();
    assert_eq!(fit(&spoilt).unwrap().bytes, png);
}

#[test]
fn a_large_png_loses_quality_or_where_transparent_size() {
    let opaque = fit(&encoded(photo(1400, 900), ImageFormat::Png)).unwrap();
    assert_eq!(opaque.format, Format::Jpeg);
    assert_eq!((decoded(&opaque).width(), decoded(&opaque).height()), (1400, 900));
    let mut clear = DynamicImage::from(photo(1400, 900)).to_rgba8();
    clear.put_pixel(0, 0, image::Rgba([0; 4]));
    let clear = fit(&encoded(clear, ImageFormat::Png)).unwrap();
    assert_eq!(clear.format, Format::Png);
    assert!(clear.bytes.len() < 1_000_000);
    assert!(decoded(&clear).width() <= 1080 && decoded(&clear).width() > 300);
}

#[test]
fn what_cannot_be_taken_says_what_it_is() {
    let gif = |size: [u8; 4]| [&b"GIF89a"[..], &size, b"\0\0\0;"].concat();
    let png = encoded(photo(20, 20), ImageFormat::Png);
    let chunk = b"\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0";
    let animated_png = [&png[..33], chunk, &png[33..]].concat();
    let mut large_gif = animated_gif();
    large_gif.resize(10_000_001, 0);
    for (bytes, problem) in [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), Problem::Format(Format::Svg)),
        (b"\0\0\0\x1CftypavifXXXXXXXX".to_vec(), Problem::Format(Format::Avif)),
        (b"\0\0\0\x1CftypheicXXXXXXXX".to_vec(), Problem::Format(Format::Heic)),
        (b"RIFF\x10\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0".to_vec(), Problem::Animated(Format::WebP)),
        (animated_png, Problem::Animated(Format::Png)),
        (png[..60].to_vec(), Problem::Damaged(Format::Png)),
        (gif([1, 0, 1, 0]), Problem::OnePixel),
        (gif([0, 0, 1, 0]), Problem::Damaged(Format::Gif)),
        (encoded(photo(1, 1), ImageFormat::Png), Problem::OnePixel),
        (large_gif, Problem::TooLarge { limit: 10_000_000 }),
        (b"<!doctype html>".to_vec(), Problem::NotAPicture),
        (Vec::new(), Problem::NotAPicture),
    ] {
        assert_eq!(fit(&bytes).map(|fitted| fitted.format), Err(problem));
    }
}

/// A few bytes that say they are 30,000 by 30,000 pixels.
#[test]
fn a_bomb_is_refused_by_its_header() {
    let mut png = encoded(photo(20, 20), ImageFormat::Png);
    png[16..24].copy_from_slice(b"\0\0\x75\x30\0\0\x75\x30");
    let checksum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    let problem = fit(&png).unwrap_err();
    assert_eq!(problem, Problem::TooManyPixels);
    let mut bmp = encoded(photo(20, 20), ImageFormat::Bmp);
    bmp[18..26].copy_from_slice(b"\x30\x75\0\0\x30\x75\0\0");
    assert_eq!(fit(&bmp), Err(Problem::TooManyPixels));
}

/// As PNG asks for it.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}
