//! `weixin-draft crop`.

pub(super) mod fields;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};
use weixin_draft::{Coordinate, CropBox, Language, PictureSizeError, Ratio, UnknownRatio};

use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::picture::{Picture, PictureError, Size};
use crate::say::Said;
use crate::session::Session;
use crate::system_error::in_words;

/// A cover with fewer pixels than this in width or height is called tiny. The server's own
/// limit is not published.
const TINY: u64 = 100;

/// Work out the crops of a cover from its picture
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A picture (BMP, GIF, JPEG, PNG, WebP), or its size in pixels, such as 900x383
    #[arg(value_name = "PICTURE|WIDTHxHEIGHT")]
    picture: PathBuf,
    /// The shapes to cut: 1_1, 16_9, 2.35_1 [default: all]
    #[arg(long, value_name = "RATIO", value_parser = parse_ratio)]
    ratio: Vec<Ratio>,
    /// The point to keep in view, as parts of width and height, such as 0.5,0.3
    #[arg(long, value_name = "X,Y", value_parser = parse_focus, allow_hyphen_values = true)]
    focus: Option<(Coordinate, Coordinate)>,
    /// Draw the crops on the picture, into this PNG file
    #[cfg(feature = "pictures")]
    #[arg(long, value_name = "OUT.png")]
    preview: Option<PathBuf>,
    /// How to print the crops
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub(crate) fn run(options: Options, session: &mut Session) -> Result<Outcome, Failure> {
    let language = session.language;
    let name = options.picture.to_string_lossy().into_owned();
    let picture = Picture::of_argument(options.picture);
    let size = picture.size().map_err(|error| failure(&name, &error, language))?;
    let ratios = if options.ratio.is_empty() { &Ratio::ALL[..] } else { &options.ratio };
    let crops =
        fit_all(size, ratios, options.focus).map_err(|error| Failure(error.message(language)))?;
    warn_of_tiny_covers(size, &crops, session);
    #[cfg(feature = "pictures")]
    if let Some(path) = &options.preview {
        let name = |error: &PictureError| match error {
            PictureError::Write(_) | PictureError::NotForAPreview => {
                path.to_string_lossy().into_owned()
            }
            _ => name.clone(),
        };
        picture
            .draw_preview(&crops, path)
            .map_err(|error| failure(&name(&error), &error, language))?;
        session.note(&legend(&crops, language));
    }
    match options.format {
        Format::Text => write_text(size, &crops, session)?,
        Format::Json => writeln!(session.output, "{:#}", to_json(size, &crops)?)?,
    }
    Ok(Outcome::Fine)
}

/// The size of a picture, or the size that is named instead.
pub(super) fn size_of(picture: &Path, session: &Session) -> Result<Size, Failure> {
    let name = picture.to_string_lossy();
    let size = Picture::of_argument(picture.to_owned()).size();
    let size = size.map_err(|error| failure(&name, &error, session.language))?;
    // A crop shows whether there is a picture of this size.
    CropBox::fit(size.width, size.height, Ratio::Square, None)
        .map_err(|error| Failure(error.message(session.language)))?;
    Ok(size)
}

/// The crops of these ratios, each once.
pub(super) fn fit_all(
    size: Size,
    ratios: &[Ratio],
    focus: Option<(Coordinate, Coordinate)>,
) -> Result<Vec<(Ratio, CropBox)>, PictureSizeError> {
    let mut crops: Vec<(Ratio, CropBox)> = Vec::new();
    for ratio in ratios {
        if crops.iter().all(|(known, _)| known != ratio) {
            crops.push((*ratio, CropBox::fit(size.width, size.height, *ratio, focus)?));
        }
    }
    Ok(crops)
}

/// Warns of covers that the server is known to refuse.
pub(super) fn warn_of_tiny_covers(size: Size, crops: &[(Ratio, CropBox)], session: &Session) {
    let language = session.language;
    for (ratio, crop) in crops {
        let (width, height) = pixels(size, crop);
        if width.min(height) < TINY {
            session.note(&say!(
                language,
                "warning: the cover {ratio} is only {width} x {height} pixels, and the server refuses tiny covers (53402): use a larger picture, for the large cover about 900 x 383 pixels",
                "警告：封面 {ratio} 只有 {width} × {height} 像素，服务器会拒绝过小的封面（53402）：请换用更大的图片，大封面建议 900 × 383 像素左右"
            ));
        }
    }
}

/// Width and height of what a crop keeps, to the nearest pixel.
fn pixels(size: Size, crop: &CropBox) -> (u64, u64) {
    let part = |from: Coordinate, to: Coordinate, length: u32| {
        let millionths = u64::from(to.millionths() - from.millionths());
        (millionths * u64::from(length) + 500_000) / 1_000_000
    };
    (part(crop.x1(), crop.x2(), size.width), part(crop.y1(), crop.y2(), size.height))
}

fn write_text(
    size: Size,
    crops: &[(Ratio, CropBox)],
    session: &mut Session,
) -> Result<(), Failure> {
    let (language, paint) = (session.language, session.paint());
    let output = &mut session.output;
    let Size { width, height, .. } = size;
    let mut line =
        say!(language, "Picture: {width} x {height} pixels", "图片：{width} × {height} 像素");
    if size.is_turned {
        line += &say!(language, " (turned as its EXIF says)", "（已按 EXIF 方向旋转）");
    }
    writeln!(output, "{}", paint.bold(line))?;
    write_blocks(fields::of_news(crops), fields::of_newspic(crops)?, session)
}

/// Writes the fields of either kind of article, to be pasted.
pub(super) fn write_blocks(
    news: Map<String, Value>,
    newspic: Map<String, Value>,
    session: &mut Session,
) -> Result<(), Failure> {
    let (language, paint) = (session.language, session.paint());
    let output = &mut session.output;
    if !news.is_empty() {
        let heading = say!(language, "For a news article:", "用于图文消息：");
        writeln!(output, "\n{}\n{:#}", paint.bold(heading), Value::Object(news))?;
    }
    let heading = say!(language, "For a newspic:", "用于图片消息：");
    writeln!(output, "\n{}\n{:#}", paint.bold(heading), Value::Object(newspic))?;
    Ok(())
}

fn to_json(size: Size, crops: &[(Ratio, CropBox)]) -> Result<Value, serde_json::Error> {
    Ok(json!({
        "width": size.width,
        "height": size.height,
        "turned_by_exif": size.is_turned,
        "news": fields::of_news(crops),
        "newspic": fields::of_newspic(crops)?,
    }))
}

#[cfg(feature = "pictures")]
fn legend(crops: &[(Ratio, CropBox)], language: Language) -> String {
    let colours = crops.iter().map(|(ratio, _)| {
        let colour = crate::picture::colour_name(*ratio, language);
        format!("{ratio} {colour}")
    });
    let separator = say!(language, ", ", "、");
    let colours = colours.collect::<Vec<_>>().join(&separator);
    say!(language, "In the preview: {colours}", "预览图中：{colours}")
}

fn failure(name: &str, error: &PictureError, language: Language) -> Failure {
    let name = Visible(name);
    Failure(match error {
        PictureError::Read(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let error = in_words(error, language);
            say!(
                language,
                "cannot read {name}: {error}; give a picture, or its size such as 900x383",
                "无法读取 {name}：{error}；请提供图片，或填写尺寸，例如 900x383"
            )
        }
        PictureError::Read(error) => {
            let error = in_words(error, language);
            say!(language, "cannot read {name}: {error}", "无法读取 {name}：{error}")
        }
        #[cfg(feature = "pictures")]
        PictureError::NotAPicture => say!(
            language,
            "{name} is not a BMP, GIF, JPEG, PNG or WebP picture, or is damaged; give a picture, or its size such as 900x383",
            "{name} 不是 BMP、GIF、JPEG、PNG 或 WebP 图片，或文件已损坏；请提供图片，或填写尺寸，例如 900x383"
        ),
        #[cfg(feature = "pictures")]
        PictureError::Write(error) => {
            let error = in_words(error, language);
            say!(language, "cannot write {name}: {error}", "无法写入 {name}：{error}")
        }
        #[cfg(feature = "pictures")]
        PictureError::NoPicture => say!(
            language,
            "a preview needs a picture: give the file instead of its size",
            "生成预览需要图片：请提供图片文件，而不是尺寸"
        ),
        #[cfg(feature = "pictures")]
        PictureError::TooLarge => say!(
            language,
            "{name} is too large for a preview: give a smaller copy, of the same shape",
            "{name} 太大，无法生成预览：请提供等比例缩小的图片"
        ),
        #[cfg(feature = "pictures")]
        PictureError::NotForAPreview => say!(
            language,
            "{name} cannot take the preview: name a new file that ends in .png",
            "预览图不能写入 {name}：请指定以 .png 结尾的新文件"
        ),
    })
}

fn parse_ratio(text: &str) -> Result<Ratio, Said> {
    text.parse().map_err(|error: UnknownRatio| Said {
        english: error.message(Language::English),
        chinese: error.message(Language::Chinese),
    })
}

pub(super) fn parse_focus(text: &str) -> Result<(Coordinate, Coordinate), Said> {
    let (x, y) = text.split_once(',').ok_or_else(|| Said {
        english: "write X,Y, such as 0.5,0.3".to_owned(),
        chinese: "请写成 X,Y，如 0.5,0.3".to_owned(),
    })?;
    let coordinate = |part: &str| {
        part.trim().parse().map_err(|error: weixin_draft::CoordinateError| Said {
            english: error.message(Language::English),
            chinese: error.message(Language::Chinese),
        })
    };
    Ok((coordinate(x)?, coordinate(y)?))
}
