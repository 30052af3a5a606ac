//! Picture messages out of files: a text and its pictures.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};
use weixin_draft_pictures::Use;

use super::account::{Account, AccountOptions, not_sent};
use super::ready;
use super::taking::{TakingOptions, Uploader, note_uploads};
use crate::encoding::utf8;
use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::session::{Session, complain};

/// Options for a picture message.
#[derive(Args, Debug)]
pub(crate) struct PictureMessageOptions {
    /// Make a picture message: FILE is its text, --images are its pictures
    #[arg(long, requires = "images")]
    pub(crate) newspic: bool,
    /// Pictures to upload, in their order: files, or their addresses
    #[arg(long, value_name = "PICTURE", num_args = 1.., requires = "newspic")]
    images: Vec<PathBuf>,
    #[command(flatten)]
    taking: TakingOptions,
}

impl PictureMessageOptions {
    /// Uploads the pictures, and makes an article of them with these fields. Where one
    /// cannot be taken, says so on standard error.
    pub(crate) fn article(
        &self,
        text: &Path,
        fields: Map<String, Value>,
        options: &AccountOptions,
        account: &Account,
        session: &mut Session,
    ) -> Result<Result<Value, Outcome>, Failure> {
        let input = Input::of_argument(text.to_owned());
        let bytes = match session.read(&input) {
            Ok(bytes) => bytes,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let language = session.language;
        let text = utf8(&bytes).map_err(|error| error.of_file(&input.name(), language))?;
        let mut all = Map::new();
        all.insert("article_type".into(), "newspic".into());
        all.extend(fields);
        all.insert("content".into(), text.trim_end().into());
        let article = |images: Vec<Value>| {
            let mut article = all.clone();
            article.insert("image_info".into(), json!({"image_list": images}));
            Value::from(article)
        };
        let images = self.images.iter().map(|_| json!({"image_media_id": "UPLOADED"})).collect();
        let body = json!({"articles": [article(images)]}).to_string();
        let report = account.client.checker().check_draft_add(body.as_bytes());
        if let Err(outcome) = ready::is_sound(report, options, session)? {
            return Ok(Err(outcome));
        }
        let uploader = Uploader::new(account, language);
        // They are named by the user, so they may be anywhere.
        let pictures = self.taking.pictures(Path::new("."), options, session);
        let pictures = pictures.purpose(Use::Material).outside_folder(true);
        let own: Vec<_> = self.images.iter().filter_map(|it| ready::own_file(it)).collect();
        let reader = self.taking.reader(Path::new("."));
        let reader = reader.purpose(Use::Material).outside_folder(true);
        if let Err(outcome) =
            ready::are_readable(&reader, &own, ready::problem_in_words, options, session)?
        {
            return Ok(Err(outcome));
        }
        let addresses: Vec<_> = self.images.iter().map(|it| it.to_string_lossy()).collect();
        let taken = pictures.upload(&addresses, |picture| uploader.upload(picture));
        note_uploads(&taken, session);
        let mut list = Vec::new();
        for taken in &taken {
            match &taken.result {
                Ok(transfer) => list.push(json!({"image_media_id": transfer.media_id})),
                Err(problem) => {
                    let (name, problem) = (Visible(&taken.address), problem.message(language));
                    complain(language, &say!(language, "{name}: {problem}", "{name}：{problem}"));
                }
            }
        }
        if list.len() < taken.len() {
            let outcome = uploader.outcome().max(Outcome::Invalid);
            return not_sent(outcome, options.format, session).map(Err);
        }
        Ok(Ok(article(list)))
    }
}
