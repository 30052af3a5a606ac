//! Picture messages out of files: a text and its pictures.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};
use weixin_draft_pictures::Use;

use super::account::{Account, AccountOptions};
use super::taking::{TakingOptions, Uploader};
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
        session: &Session,
    ) -> Result<Result<Value, Outcome>, Failure> {
        let text = match session.read(&Input::of_argument(text.to_owned())) {
            Ok(bytes) => bytes,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        let language = session.language;
        let text = String::from_utf8(text).map_err(|_error| {
            Failure(say!(
                language,
                "the text is not UTF-8: save it as UTF-8",
                "文字不是 UTF-8 编码：请另存为 UTF-8"
            ))
        })?;
        let uploader = Uploader::new(account, language);
        // They are named by the user, so they may be anywhere.
        let pictures = self.taking.pictures(Path::new("."), options, session);
        let pictures = pictures.purpose(Use::Material).outside_folder(true);
        let addresses: Vec<_> = self.images.iter().map(|it| it.to_string_lossy()).collect();
        let taken = pictures.upload(&addresses, |picture| uploader.upload(picture));
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
            complain(language, &say!(language, "nothing was sent", "未发送"));
            return Ok(Err(uploader.outcome().max(Outcome::Invalid)));
        }
        let mut article = Map::new();
        article.insert("article_type".into(), "newspic".into());
        article.extend(fields);
        article.insert("content".into(), text.trim_end().into());
        article.insert("image_info".into(), json!({"image_list": list}));
        Ok(Ok(article.into()))
    }
}
