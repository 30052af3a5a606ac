//! `weixin-draft cover`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, json};
use weixin_draft::{Checker, Coordinate, CropBox, Ratio};
use weixin_draft_pictures::{Problem, Use};

use super::account::{AccountOptions, not_sent};
use super::crop;
use super::ready::problem_in_words;
use super::taking::{TakingOptions, Uploader, note_uploads};
use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::picture::Size;
use crate::session::{Session, complain};

/// Upload a cover, and work out its crops
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A picture: a file, or its address
    picture: PathBuf,
    /// The point to keep in view, as parts of width and height, such as 0.5,0.3
    #[arg(long, value_name = "X,Y", value_parser = crop::parse_focus, allow_hyphen_values = true)]
    focus: Option<(Coordinate, Coordinate)>,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    taking: TakingOptions,
}

/// A cover that the account has.
pub(crate) struct Cover {
    pub(crate) media_id: String,
    pub(crate) crops: Vec<(Ratio, CropBox)>,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let account = options.account.account(Checker::new(), session)?;
    let uploader = Uploader::new(&account, session.language);
    let Options { picture, focus, .. } = options;
    let Some(cover) = take(picture, *focus, &options.taking, &options.account, &uploader, session)
    else {
        let outcome = uploader.outcome().max(Outcome::Invalid);
        return match options.account.format {
            Format::Text => Ok(outcome),
            format @ Format::Json => not_sent(outcome, format, session),
        };
    };
    let mut news = Map::new();
    news.insert("thumb_media_id".to_owned(), cover.media_id.clone().into());
    news.extend(crop::fields::of_news(&cover.crops));
    let newspic = crop::fields::of_newspic(&cover.crops)?;
    match options.account.format {
        Format::Text => {
            let (media_id, language) = (Visible(&cover.media_id), session.language);
            let line = say!(language, "Cover: {media_id}", "封面：{media_id}");
            writeln!(session.output, "{}", session.paint().bold(line))?;
            crop::write_blocks(news, newspic, session)?;
        }
        Format::Json => {
            let json = json!({"media_id": cover.media_id, "news": news, "newspic": newspic});
            writeln!(session.output, "{json:#}")?;
        }
    }
    Ok(Outcome::Fine)
}

/// Uploads a picture as a cover. Where that fails, says so on standard error.
pub(crate) fn take(
    picture: &Path,
    focus: Option<(Coordinate, Coordinate)>,
    taking: &TakingOptions,
    account: &AccountOptions,
    uploader: &Uploader<'_>,
    session: &Session,
) -> Option<Cover> {
    let address = picture.to_string_lossy();
    let language = session.language;
    let say_why = |message: &str| {
        let address = Visible(&address);
        complain(language, &say!(language, "{address}: {message}", "{address}：{message}"));
    };
    // It is named by the user, so it may be anywhere.
    let pictures = taking.pictures(Path::new("."), account, session);
    let pictures = pictures.purpose(Use::Material).outside_folder(true);
    let taken = pictures.upload(&[&*address], |picture| uploader.upload(picture)).pop()?;
    note_uploads([&taken], session);
    let transfer = taken.result.inspect_err(|it| say_why(&problem_in_words(it, language))).ok()?;
    let Some(media_id) = transfer.media_id else {
        say_why(&Problem::NotAPicture.message(language));
        return None;
    };
    let size = Size { width: transfer.width, height: transfer.height, is_turned: false };
    match crop::fit_all(size, &Ratio::ALL, focus) {
        Ok(crops) => {
            crop::warn_of_tiny_covers(size, &crops, session);
            Some(Cover { media_id, crops })
        }
        Err(error) => {
            say_why(&error.message(language));
            None
        }
    }
}
