//! `weixin-draft crop`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value};
use weixin_draft::{
    Coordinate, CoverInfo, CropBox, CropPercent, Language, PictureSizeError, Ratio,
};

use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::picture::{Picture, PictureError};
use crate::session::Session;

/// Work out the crops of a cover from its picture
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A picture (BMP, GIF, JPEG, PNG, WebP), or its size in pixels, such as 900x383
    #[arg(value_name = "PICTURE|WIDTHxHEIGHT")]
    picture: PathBuf,
    /// The shapes to cut: 1_1, 16_9, 2.35_1 [default: all]
    #[arg(long, value_name = "RATIO")]
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
    let (width, height) = picture.size().map_err(|error| failure(&name, &error, language))?;
    let ratios = if options.ratio.is_empty() { Ratio::ALL.to_vec() } else { options.ratio };
    let mut crops: Vec<(Ratio, CropBox)> = Vec::new();
    for ratio in ratios {
        let crop = CropBox::fit(width, height, ratio, options.focus)
            .map_err(|_error| Failure(PictureSizeError::WORDS.get(language).to_owned()))?;
        if crops.iter().all(|(known, _)| *known != ratio) {
            crops.push((ratio, crop));
        }
    }
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
        Format::Text => write_text((width, height), &crops, session)?,
        Format::Json => writeln!(session.output, "{:#}", to_json((width, height), &crops)?)?,
    }
    Ok(Outcome::Fine)
}

/// The field of a news article that takes this ratio.
fn field(ratio: Ratio) -> Option<&'static str> {
    match ratio {
        Ratio::Square => Some("pic_crop_1_1"),
        Ratio::Cinema => Some("pic_crop_235_1"),
        Ratio::Wide => None,
    }
}

fn cover_info(crops: &[(Ratio, CropBox)]) -> CoverInfo {
    CoverInfo::new(crops.iter().map(|(ratio, crop)| CropPercent::new(*ratio, *crop)))
}

fn write_text(
    (width, height): (u32, u32),
    crops: &[(Ratio, CropBox)],
    session: &mut Session,
) -> io::Result<()> {
    let (language, paint) = (session.language, session.paint());
    let output = &mut session.output;
    let size =
        say!(language, "Picture: {width} x {height} pixels", "图片：{width} × {height} 像素");
    writeln!(output, "{}\n", paint.bold(size))?;
    let fields = crops.iter().filter_map(|(ratio, crop)| Some((field(*ratio)?, crop)));
    let mut any = false;
    for (field, crop) in fields {
        writeln!(output, "\"{field}\": \"{crop}\"")?;
        any = true;
    }
    if any {
        writeln!(output)?;
    }
    writeln!(output, "\"crop_percent_list\": [")?;
    let list = cover_info(crops).crop_percent_list;
    for (position, entry) in list.iter().enumerate() {
        let comma = if position + 1 < list.len() { "," } else { "" };
        writeln!(output, "  {}{comma}", serde_json::to_string(entry)?)?;
    }
    writeln!(output, "]")
}

fn to_json(
    (width, height): (u32, u32),
    crops: &[(Ratio, CropBox)],
) -> Result<Value, serde_json::Error> {
    let mut object = Map::new();
    object.insert("width".into(), width.into());
    object.insert("height".into(), height.into());
    for (ratio, crop) in crops {
        if let Some(field) = field(*ratio) {
            object.insert(field.into(), crop.to_string().into());
        }
    }
    object.insert("cover_info".into(), serde_json::to_value(cover_info(crops))?);
    Ok(object.into())
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
        PictureError::Read(error) => {
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

fn parse_focus(text: &str) -> Result<(Coordinate, Coordinate), String> {
    let (x, y) = text.split_once(',').ok_or("write X,Y, such as 0.5,0.3")?;
    let coordinate = |part: &str| {
        part.trim().parse().map_err(|error: weixin_draft::CoordinateError| error.to_string())
    };
    Ok((coordinate(x)?, coordinate(y)?))
}
