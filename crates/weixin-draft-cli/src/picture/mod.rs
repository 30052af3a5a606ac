//! Pictures: their size, and previews of their crops.

#[cfg(feature = "pictures")]
mod file;
#[cfg(feature = "pictures")]
mod preview;

use std::io;
use std::path::PathBuf;

#[cfg(feature = "pictures")]
pub(crate) use preview::colour_name;

/// A picture, or its size alone.
#[derive(Debug)]
pub(crate) enum Picture {
    /// Width and height.
    Size(u32, u32),
    /// A file.
    #[cfg_attr(not(feature = "pictures"), expect(dead_code, reason = "it is not opened"))]
    File(PathBuf),
}

/// How large a picture is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// In pixels.
    pub(crate) width: u32,
    /// In pixels.
    pub(crate) height: u32,
    /// The file holds it otherwise, and says in its EXIF how to turn it.
    pub(crate) is_turned: bool,
}

/// Why a picture cannot be used.
#[derive(Debug)]
pub(crate) enum PictureError {
    /// The file cannot be read.
    Read(io::Error),
    /// The file is no picture, or a damaged one.
    #[cfg(feature = "pictures")]
    NotAPicture,
    /// The preview cannot be written.
    #[cfg(feature = "pictures")]
    Write(io::Error),
    /// There is a size, but no picture.
    #[cfg(feature = "pictures")]
    NoPicture,
    /// It would take too much memory to draw on it.
    #[cfg(feature = "pictures")]
    TooLarge,
    /// A preview there would overwrite the picture, or bear a misleading name.
    #[cfg(feature = "pictures")]
    NotForAPreview,
}

impl Picture {
    /// `WIDTHxHEIGHT` is a size, anything else a file.
    pub(crate) fn of_argument(argument: PathBuf) -> Self {
        let size = argument.to_str().and_then(parse_size);
        size.map_or(Picture::File(argument), |(width, height)| Picture::Size(width, height))
    }

    /// Width and height in pixels, as the picture is shown.
    pub(crate) fn size(&self) -> Result<Size, PictureError> {
        match self {
            Picture::Size(width, height) => {
                Ok(Size { width: *width, height: *height, is_turned: false })
            }
            #[cfg(feature = "pictures")]
            Picture::File(path) => file::size(path),
            #[cfg(not(feature = "pictures"))]
            Picture::File(_) => Err(PictureError::Read(io::ErrorKind::Unsupported.into())),
        }
    }

    /// Draws crops on the picture, into a new file.
    #[cfg(feature = "pictures")]
    pub(crate) fn draw_preview(
        &self,
        crops: &[(weixin_draft::Ratio, weixin_draft::CropBox)],
        path: &std::path::Path,
    ) -> Result<(), PictureError> {
        match self {
            Picture::Size(..) => Err(PictureError::NoPicture),
            Picture::File(picture) => {
                if !is_for_a_preview(path, picture) {
                    return Err(PictureError::NotForAPreview);
                }
                let drawn = preview::draw(file::read(picture)?, crops);
                let write = |error| {
                    PictureError::Write(match error {
                        image::ImageError::IoError(error) => error,
                        error => io::Error::other(error),
                    })
                };
                drawn.save_with_format(path, image::ImageFormat::Png).map_err(write)
            }
        }
    }
}

/// Whether a preview may be written there.
#[cfg(feature = "pictures")]
fn is_for_a_preview(path: &std::path::Path, picture: &std::path::Path) -> bool {
    let is_png = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png"));
    let is_picture = match (path.canonicalize(), picture.canonicalize()) {
        (Ok(path), Ok(picture)) => path == picture,
        _ => false,
    };
    is_png && !is_picture
}

fn parse_size(text: &str) -> Option<(u32, u32)> {
    let (width, height) = text.split_once(['x', 'X', '×'])?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let size = (width.parse().ok()?, height.parse().ok()?);
    (is_digits(width) && is_digits(height)).then_some(size)
}
