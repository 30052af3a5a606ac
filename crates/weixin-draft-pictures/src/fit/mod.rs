//! Makes pictures fit for an upload.

mod decode;
mod encode;

use crate::format::{Format, is_animated};
use crate::{Problem, gif, ico, jpeg, png};

/// media/uploadimg takes less than 1 MB; it is not said whether that is 1,000,000
/// bytes or 1,048,576.
const MAX_UPLOADIMG: usize = 999_999;

/// material/add_material takes up to 10 MB.
const MAX_ADD_MATERIAL: usize = 10_000_000;

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is shown in the content of an article: media/uploadimg, which does not
    /// count into the account's material; material/add_material for a GIF.
    Content,
    /// It becomes permanent material, as covers and the pictures of a newspic are.
    Material,
}

/// The endpoint that takes a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// media/uploadimg: JPEG and PNG below 1 MB.
    UploadImage,
    /// material/add_material: also GIF, up to 10 MB, at most 100,000 an account.
    AddMaterial,
}

/// A picture as it is uploaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The file.
    pub bytes: Vec<u8>,
    /// JPEG, PNG or GIF.
    pub format: Format,
    /// Where it is sent.
    pub call: Call,
    /// In pixels, as it is shown.
    pub width: u32,
    /// In pixels, as it is shown.
    pub height: u32,
}

impl Fitted {
    /// Converts a picture into what the vendor takes.
    ///
    /// It is turned as its EXIF says, and keeps its colour profile but no other
    /// metadata. A JPEG or PNG that is small enough is not compressed anew; others
    /// lose quality first and then size, and are never enlarged.
    ///
    /// # Errors
    /// Says why the picture cannot be taken, as [`Problem`] does.
    ///
    /// ```
    /// use weixin_draft_pictures::{Fitted, Problem, Use};
    ///
    /// let page = Fitted::new(b"<!doctype html><p>Not found</p>", Use::Content);
    /// assert_eq!(page, Err(Problem::NotAPicture));
    /// ```
    pub fn new(bytes: &[u8], purpose: Use) -> Result<Self, Problem> {
        let format = Format::of(bytes).ok_or(Problem::NotAPicture)?;
        if is_animated(format, bytes) {
            return Err(Problem::Animated(format));
        }
        match format {
            Format::Gif => as_it_is(bytes),
            Format::Avif | Format::Heic | Format::Svg => Err(Problem::Format(format)),
            _ => converted(bytes, format, purpose),
        }
    }

    /// The name that the upload gives the file.
    pub fn file_name(&self) -> &'static str {
        match self.format {
            Format::Gif => "picture.gif",
            Format::Png => "picture.png",
            _ => "picture.jpg",
        }
    }

    /// The type that the upload gives the file.
    pub fn content_type(&self) -> &'static str {
        match self.format {
            Format::Gif => "image/gif",
            Format::Png => "image/png",
            _ => "image/jpeg",
        }
    }
}

/// Nothing else takes a GIF's place: it may move.
fn as_it_is(bytes: &[u8]) -> Result<Fitted, Problem> {
    let side = |place: usize| bytes.get(place..)?.first_chunk().map(|it| u16::from_le_bytes(*it));
    let (width, height) = match (side(6), side(8)) {
        (Some(1), Some(1)) => return Err(Problem::OnePixel),
        (Some(width @ 1..), Some(height @ 1..)) => (width.into(), height.into()),
        _ => return Err(Problem::Damaged(Format::Gif)),
    };
    if bytes.len() > MAX_ADD_MATERIAL {
        return Err(Problem::TooLarge { limit: MAX_ADD_MATERIAL as u64 });
    }
    if !gif::is_whole(bytes) {
        return Err(Problem::Damaged(Format::Gif));
    }
    let (bytes, format, call) = (bytes.to_vec(), Format::Gif, Call::AddMaterial);
    Ok(Fitted { bytes, format, call, width, height })
}

fn converted(bytes: &[u8], format: Format, purpose: Use) -> Result<Fitted, Problem> {
    // Articles are shown no wider than 1,080 pixels.
    let (call, limit, longest) = match purpose {
        Use::Content => (Call::UploadImage, MAX_UPLOADIMG, 1080),
        Use::Material => (Call::AddMaterial, MAX_ADD_MATERIAL, 2560),
    };
    let decoded = match ico::largest_png(bytes).filter(|_| format == Format::Ico) {
        Some(png) => decode::decode(png, Format::Png, longest)?,
        None => decode::decode(bytes, format, longest)?,
    };
    let decode::Decoded { width, height, .. } = decoded;
    if (width, height) == (1, 1) {
        return Err(Problem::OnePixel);
    }
    let same = without_metadata(bytes, format);
    // The reader takes a JPEG that ends too early, and makes up the rest.
    if same.is_none() && format == Format::Jpeg {
        return Err(Problem::Damaged(format));
    }
    if let Some(bytes) = same.filter(|bytes| !decoded.is_turned && bytes.len() <= limit) {
        return Ok(Fitted { bytes, format, call, width, height });
    }
    let encoded =
        encode::below(&decoded, limit, longest).ok_or(Problem::TooLarge { limit: limit as u64 })?;
    let encode::Encoded { format, bytes, width, height } = encoded;
    Ok(Fitted { bytes, format, call, width, height })
}

/// The file itself, where the vendor takes its format.
fn without_metadata(bytes: &[u8], format: Format) -> Option<Vec<u8>> {
    match format {
        Format::Jpeg => jpeg::without_metadata(bytes),
        Format::Png => Some(png::without_metadata(bytes)),
        _ => None,
    }
}
