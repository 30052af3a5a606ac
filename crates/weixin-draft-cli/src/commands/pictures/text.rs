//! What there is to say of pictures, for people.

use std::fmt::Write as _;
use std::io::{self, Write};

use weixin_draft::{ImageKind, Language};
use weixin_draft_pictures::{Fitted, Format, Inspected, Origin, Place, Problem, Taken, Transfer};

use crate::escape::Visible;
use crate::session::Session;

/// Longer addresses are cut.
const MAX_ADDRESS: usize = 70;

/// Line and column, both from 1, the column in characters.
pub(super) fn line_and_column(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = String::from_utf8_lossy(&bytes[..offset.min(bytes.len())]);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.split('\n').count(), line.chars().count() + 1)
}

pub(super) fn list(
    bytes: &[u8],
    places: &[Place<Inspected>],
    session: &mut Session,
) -> io::Result<()> {
    let language = session.language;
    let (mut new, mut failed) = (0, 0);
    for place in places {
        writeln!(session.output, "{}", head(bytes, place))?;
        let line = match &place.picture {
            None => already(place.image.kind, language),
            Some(Inspected { format: Some(format), bytes: Some(bytes), fitted: Ok(fitted) }) => {
                new += 1;
                would_be(*format, *bytes, fitted, language)
            }
            Some(picture) => {
                failed += 1;
                let problem = picture.fitted.as_ref().err().unwrap_or(&Problem::NotAPicture);
                not_taken(problem, language)
            }
        };
        writeln!(session.output, "    {line}")?;
    }
    let (all, rest) = (places.len(), places.len() - new - failed);
    let summary = say!(
        language,
        "Places with a picture: {all}; to be uploaded: {new}, nothing to do: {rest}, cannot be taken: {failed}.",
        "共 {all} 处图片：需上传 {new} 处，无需处理 {rest} 处，无法处理 {failed} 处。"
    );
    writeln!(session.output, "{summary}")
}

pub(super) fn taken(bytes: &[u8], places: &[Place<Taken>], language: Language) -> String {
    let mut lines = String::new();
    let (mut done, mut failed) = (0, 0);
    for place in places {
        let line = match &place.picture {
            None => already(place.image.kind, language),
            Some(Taken { format, bytes, result: Ok(transfer), .. }) => {
                done += 1;
                became(*format, *bytes, transfer, language)
            }
            Some(Taken { result: Err(problem), .. }) => {
                failed += 1;
                not_taken(problem, language)
            }
        };
        // Writing into a string cannot fail.
        let _ = writeln!(lines, "{}\n    {line}", head(bytes, place));
    }
    let (all, rest) = (places.len(), places.len() - done - failed);
    lines
        + &say!(
            language,
            "Places with a picture: {all}; replaced: {done}, nothing to do: {rest}, left as they were: {failed}.\n",
            "共 {all} 处图片：已替换 {done} 处，无需处理 {rest} 处，保持原样 {failed} 处。\n"
        )
}

fn head<P>(bytes: &[u8], place: &Place<P>) -> String {
    let image = &place.image;
    let (line, column) = line_and_column(bytes, image.range.start);
    let mut address: String = image.address.chars().take(MAX_ADDRESS).collect();
    if address.len() < image.address.len() {
        address.push('…');
    }
    format!("{line}:{column}: <{} {}> {}", image.element, image.attribute, Visible(&address))
}

fn already(kind: ImageKind, language: Language) -> String {
    match kind {
        ImageKind::Empty => say!(language, "no picture", "没有图片"),
        _ => say!(language, "the vendor has it already", "已在微信服务器上"),
    }
}

fn would_be(format: Format, bytes: usize, fitted: &Fitted, language: Language) -> String {
    let (before, after) = (size(bytes), size(fitted.bytes.len()));
    let (becomes, endpoint) = (fitted.format, fitted.call.endpoint());
    if format == fitted.format && bytes == fitted.bytes.len() {
        return say!(
            language,
            "{format}, {before}: goes to {endpoint} as it is",
            "{format}，{before}：将原样上传到 {endpoint}"
        );
    }
    say!(
        language,
        "{format}, {before}: goes to {endpoint} as {becomes}, {after}",
        "{format}，{before}：将转换为 {becomes}，{after}，上传到 {endpoint}"
    )
}

fn became(
    format: Option<Format>,
    bytes: Option<usize>,
    transfer: &Transfer,
    language: Language,
) -> String {
    let (before, after) = (size(bytes.unwrap_or_default()), size(transfer.bytes));
    let (was, is) = (format.unwrap_or(transfer.format), transfer.format);
    let address = Visible(&transfer.address);
    let line = say!(
        language,
        "{was}, {before}, is now {is}, {after}: {address}",
        "{was}，{before}，现为 {is}，{after}：{address}"
    );
    line + &match transfer.origin {
        Origin::Uploaded => String::new(),
        Origin::Remembered => say!(language, " (uploaded before)", "（此前已上传）"),
        Origin::Anew => say!(
            language,
            " (the file that remembers uploads was damaged: it begins anew, and the old one has .damaged after its name)",
            "（记录上传的文件已损坏：已重新开始，原文件名后加了 .damaged）"
        ),
        Origin::UploadedNotRemembered(error) => {
            let error = error.message(language);
            say!(language, " (not remembered: {error})", "（未能记录：{error}）")
        }
    }
}

fn not_taken(problem: &Problem, language: Language) -> String {
    let problem = problem.message(language);
    let problem = Visible(&problem);
    say!(language, "not taken: {problem}", "未处理：{problem}")
}

/// A number of bytes, to three digits.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
