//! `weixin-draft pictures`.

mod text;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::{Checker, Language, Report};
use weixin_draft_pictures::{Document, Inspected, Place, Replaced, Taken};

use super::account::{AccountOptions, write_file};
use super::taking::{TakingOptions, Uploader};
use crate::encoding::utf8;
use crate::input::Input;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::Session;

/// List the pictures of a request, or take them to the vendor
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A request as JSON, or a content as HTML (.html, .htm); - is standard input
    file: PathBuf,
    /// Upload the pictures, and put their new addresses in
    #[arg(long)]
    upload: bool,
    /// Write the result into FILE itself
    #[arg(long, requires = "upload", conflicts_with = "output")]
    write: bool,
    /// Write the result into this file [default: standard output]
    #[arg(short, long, value_name = "OUT", requires = "upload")]
    output: Option<PathBuf>,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    taking: TakingOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let input = Input::of_argument(options.file.clone());
    let bytes = match session.read(&input) {
        Ok(bytes) => bytes,
        Err(unreadable) => return Ok(unreadable),
    };
    let document = document(&options.file, &bytes, session.language)?;
    let folder = options.file.parent().unwrap_or(Path::new("."));
    let pictures = options.taking.pictures(folder, &options.account, session);
    let name = input.name();
    if !options.upload {
        return match pictures.inspect_document(document) {
            Ok(places) => list(options, &bytes, &places, session),
            Err(report) => invalid(Subject::of_file(&name, &bytes), &report, session),
        };
    }
    let target = match (&options.output, options.write, &input) {
        (Some(output), ..) => Some(output.clone()),
        (None, true, Input::File(path)) => Some(path.clone()),
        (None, true, Input::Stdin) => {
            return Err(Failure(say!(
                session.language,
                "--write needs a file: standard input cannot be written to",
                "--write 需要文件：不能写回标准输入"
            )));
        }
        (None, false, _) => None,
    };
    if target.is_none() && options.account.format == Format::Json {
        return Err(Failure(say!(
            session.language,
            "--format json needs --write or -o: both results cannot go to standard output",
            "--format json 需要同时使用 --write 或 -o：两种结果不能都写到标准输出"
        )));
    }
    let account = options.account.account(Checker::new(), session)?;
    let uploader = Uploader::new(&account, session.language);
    let replaced = pictures.upload_document(document, |picture| uploader.upload(picture));
    let outcome = uploader.outcome();
    match replaced {
        Ok(replaced) => {
            let own = if replaced.is_complete() { Outcome::Fine } else { Outcome::Invalid };
            finish(options, &bytes, &replaced, target.as_deref(), session)?;
            Ok(outcome.max(own))
        }
        Err(report) => invalid(Subject::of_file(&name, &bytes), &report, session),
    }
}

/// What a file is, by its name, else by its first character.
fn document<'a>(path: &Path, bytes: &'a [u8], language: Language) -> Result<Document<'a>, Failure> {
    let is_html = path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    });
    if !is_html && bytes.trim_ascii_start().first() != Some(&b'<') {
        return Ok(Document::Request(bytes));
    }
    let name = path.to_string_lossy();
    let html = utf8(bytes).map_err(|error| error.of_file(&name, language))?;
    Ok(Document::Content(html))
}

fn list(
    options: &Options,
    bytes: &[u8],
    places: &[Place<Inspected>],
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let language = session.language;
    match options.account.format {
        Format::Text => text::list(bytes, places, session)?,
        Format::Json => {
            let objects = places.iter().map(|place| located(bytes, place.to_json(language)));
            writeln!(session.output, "{:#}", objects.collect::<Value>())?;
        }
    }
    let is_taken = |place: &Place<Inspected>| match &place.picture {
        Some(picture) => picture.fitted.is_ok(),
        None => true,
    };
    Ok(Outcome::of_check(places.iter().all(is_taken)))
}

/// What became of the pictures of a document, in lines.
pub(super) fn taken(bytes: &[u8], replaced: &Replaced, language: Language) -> String {
    text::taken(bytes, &replaced.places, language)
}

fn finish(
    options: &Options,
    bytes: &[u8],
    replaced: &Replaced,
    target: Option<&Path>,
    session: &mut Session,
) -> Result<(), Failure> {
    let language = session.language;
    let lines = text::taken(bytes, &replaced.places, language);
    let Some(target) = target else {
        session.output.write_all(replaced.text.as_bytes())?;
        session.note(lines.trim_end());
        return Ok(());
    };
    write_file(target, replaced.text.as_bytes(), language)?;
    match options.account.format {
        Format::Text => session.output.write_all(lines.as_bytes())?,
        Format::Json => {
            let object = |place: &Place<Taken>| located(bytes, place.to_json(language));
            let objects: Value = replaced.places.iter().map(object).collect();
            writeln!(session.output, "{objects:#}")?;
        }
    }
    Ok(())
}

/// With line and column of the address.
fn located(bytes: &[u8], mut place: Value) -> Value {
    let start = place["range"]["start"].as_u64().and_then(|start| usize::try_from(start).ok());
    let (line, column) = text::line_and_column(bytes, start.unwrap_or(0));
    place["line"] = json!(line);
    place["column"] = json!(column);
    place
}

fn invalid(
    subject: Subject<'_>,
    report: &Report,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    session.text().write(subject, report, &mut session.output)?;
    Ok(Outcome::Invalid)
}
