//! What a picture is, by its first bytes.

use std::fmt;

use serde::Serialize;

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// AVIF.
    Avif,
    /// Windows bitmap.
    Bmp,
    /// GIF, animated or not.
    Gif,
    /// HEIC or HEIF, as phones save photos.
    Heic,
    /// Windows icon.
    Ico,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// SVG.
    Svg,
    /// TIFF.
    Tiff,
    /// WebP.
    WebP,
}

impl Format {
    /// The format of a file that begins with these bytes, whatever its name says;
    /// `None` when it is no picture that we know.
    ///
    /// ```
    /// use weixin_draft_pictures::Format;
    ///
    /// assert_eq!(Format::of(b"GIF89a\x01\x00\x01\x00"), Some(Format::Gif));
    /// assert_eq!(Format::of(b"<!doctype html>"), None);
    /// ```
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Format::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Format::Png),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Format::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::WebP),
            [b'B', b'M', ..] if bytes.len() > 26 => Some(Format::Bmp),
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some(Format::Tiff),
            [0, 0, 1, 0, count, 0, ..] if *count > 0 => Some(Format::Ico),
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => of_brand(brand.get(..4)?),
            _ => is_svg(bytes).then_some(Format::Svg),
        }
    }

    /// As it is usually written: `JPEG`, `WebP`.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Avif => "AVIF",
            Format::Bmp => "BMP",
            Format::Gif => "GIF",
            Format::Heic => "HEIC",
            Format::Ico => "ICO",
            Format::Jpeg => "JPEG",
            Format::Png => "PNG",
            Format::Svg => "SVG",
            Format::Tiff => "TIFF",
            Format::WebP => "WebP",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// The major brand of an ISO media file.
fn of_brand(brand: &[u8]) -> Option<Format> {
    match brand {
        b"avif" | b"avis" => Some(Format::Avif),
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1" => {
            Some(Format::Heic)
        }
        _ => None,
    }
}

/// Whether an `<svg` comes before any other element.
fn is_svg(bytes: &[u8]) -> bool {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut rest = head.trim_start_matches('\u{FEFF}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!DOCTYPE svg") {
            ">"
        } else {
            return rest.starts_with("<svg");
        };
        let Some((_, after)) = rest.split_once(end) else {
            return false;
        };
        rest = after.trim_start();
    }
}

/// Whether a WebP or PNG holds more than one picture, shown in turn.
pub(crate) fn is_animated(format: Format, bytes: &[u8]) -> bool {
    const WEBP_ANIMATION: u8 = 0x02;
    match format {
        Format::WebP => {
            bytes.get(12..16) == Some(b"VP8X")
                && bytes.get(20).is_some_and(|flags| flags & WEBP_ANIMATION != 0)
        }
        Format::Png => crate::png::chunks(bytes).any(|chunk| chunk.kind == b"acTL"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_tell_the_format() {
        for (bytes, format) in [
            (&b"\xFF\xD8\xFF\xE0"[..], Some(Format::Jpeg)),
            (b"\x89PNG\r\n\x1A\n", Some(Format::Png)),
            (b"GIF87a", Some(Format::Gif)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some(Format::WebP)),
            (b"RIFF\x10\0\0\0WAVEfmt ", None),
            (
                b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01",
                Some(Format::Bmp),
            ),
            (b"BMW", None),
            (b"II\x2A\0", Some(Format::Tiff)),
            (b"MM\0\x2A", Some(Format::Tiff)),
            (b"\0\0\x01\0\x01\0", Some(Format::Ico)),
            (b"\0\0\0\x1CftypavifXXXX", Some(Format::Avif)),
            (b"\0\0\0\x1CftypheicXXXX", Some(Format::Heic)),
            (b"\0\0\0\x1CftypisomXXXX", None),
            (b"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- a --><svg xmlns=''/>", Some(Format::Svg)),
            (b"<html><svg></svg></html>", None),
            (b"<!-- never ends <svg", None),
            (b"", None),
        ] {
            assert_eq!(Format::of(bytes), format, "{bytes:?}");
        }
    }
}
