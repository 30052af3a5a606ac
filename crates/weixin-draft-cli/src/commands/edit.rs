//! `weixin-draft edit`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use serde_json::{Value, json};
use weixin_draft_client::{Client, Error, Overlay, OverlayError, Revision};

use super::account::{
    AccountOptions, Told, Undo, fail, fail_in, read_text, stored, tell, tell_of_old_errors,
};
use super::pull::{only_index, which_article};
use super::push::updated;
use crate::encoding::utf8;
use crate::escape::Visible;
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::Session;

/// Change fields of an article in a draft; all others stay
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The draft's media id; `weixin-draft list` names them
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    media_id: String,
    /// Which article, from 0; may be left out when there is one only
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    index: Option<u32>,
    /// A field and its new value; FIELD=@FILE takes the value from a file
    #[arg(long, value_name = "FIELD=VALUE", required_unless_present = "patch")]
    set: Vec<String>,
    /// A file of JSON with fields and their new values; null removes a field
    #[arg(long, value_name = "FILE")]
    patch: Option<PathBuf>,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    check: CheckOptions,
}

/// The fields that are text, whatever it looks like.
const TEXTS: [&str; 9] = [
    "article_type",
    "title",
    "author",
    "digest",
    "content",
    "content_source_url",
    "thumb_media_id",
    "pic_crop_235_1",
    "pic_crop_1_1",
];

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let format = options.account.format;
    // A draft is in no directory; a patch may be.
    let file = options.patch.as_deref().unwrap_or(Path::new("."));
    session.take_language_of(file);
    let checker = session.checker_for(&options.check, file)?;
    let overlay = match overlay(options, session)? {
        Ok(overlay) => overlay,
        Err(unreadable) => return Ok(unreadable),
    };
    let account = options.account.account(checker, session)?;
    let media_id = &*options.media_id;
    let index = match options.index {
        Some(index) => index,
        None => match account.client.get(media_id) {
            Ok(draft) => only_index(&draft, None).ok_or_else(|| which_article(&draft, session))?,
            Err(error) => return fail(&error, format, session),
        },
    };
    let (result, kept) = if options.account.is_sandbox() {
        (account.client.edit_fields(media_id, index, &overlay), Ok(()))
    } else {
        let undo = Undo::beside(&file_name(media_id, index), session.language);
        let client = undo.kept_by(&account.client, &account.interrupt);
        let result = client.edit_fields(media_id, index, &overlay);
        let kept = undo.finish(media_id, index, &result);
        (result, kept)
    };
    match result {
        Ok(edited) => {
            let text = updated(media_id, index, session.language);
            let data = json!({"outcome": "updated", "media_id": media_id, "index": index});
            let (found, stored) = (Some(&edited.report), Some(stored(&edited)));
            let outcome = tell(&Told { text, data, found, stored }, format, session)?;
            kept?;
            Ok(outcome)
        }
        Err(error) => {
            kept?;
            let outcome = fail(&error, format, session)?;
            let before = match &error {
                Error::Invalid(_) => before(&account.client, media_id, index),
                _ => None,
            };
            tell_of_old_errors(&error, before.as_ref(), account.client.checker(), session);
            Ok(outcome)
        }
    }
}

/// The article that was to be changed, as it is now.
fn before(client: &Client, media_id: &str, index: u32) -> Option<Revision> {
    let article = client.get(media_id).ok()?.article(index).ok()?.article;
    Some(Revision::new(media_id, index, article))
}

/// What `push --undo` is given to undo an edit: a name in the current folder, of its own
/// for each article.
fn file_name(media_id: &str, index: u32) -> PathBuf {
    let is_safe = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_');
    let name: String = media_id.chars().map(|it| if is_safe(it) { it } else { '_' }).collect();
    format!("{name}.{index}").into()
}

fn overlay(options: &Options, session: &mut Session) -> Result<Result<Overlay, Outcome>, Failure> {
    let mut overlay = Overlay::default();
    if let Some(patch) = &options.patch {
        let json = match read_text(patch, session) {
            Ok(json) => json,
            Err(unreadable) => return Ok(Err(unreadable)),
        };
        overlay = match Overlay::from_json(&json) {
            Ok(overlay) => overlay,
            Err(OverlayError::Broken(report)) => {
                let name = patch.to_string_lossy();
                let subject = Subject::of_file(&name, &json);
                let format = options.account.format;
                return fail_in(Some(subject), &report.into(), format, session).map(Err);
            }
            Err(error) => return Err(Failure(error.message(session.language))),
        };
    }
    let mut fields = HashSet::new();
    for setting in &options.set {
        let Some((field, value)) = setting.split_once('=') else {
            return Err(Failure(say!(
                session.language,
                "--set takes FIELD=VALUE, such as title=Menu",
                "--set 的写法是 字段=值，如 title=菜单"
            )));
        };
        if !fields.insert(field) {
            let field = Visible(field);
            return Err(Failure(say!(
                session.language,
                "--set names {field} twice: leave one out",
                "--set 重复设置了 {field}：请去掉其中一个"
            )));
        }
        let text = match value.strip_prefix('@') {
            Some(file) => match value_in(file, session)? {
                Ok(text) => text,
                Err(unreadable) => return Ok(Err(unreadable)),
            },
            None => value.to_owned(),
        };
        overlay = overlay.set(field, value_of(field, text));
    }
    Ok(Ok(overlay))
}

/// A text, or the JSON that a field such as need_open_comment takes.
fn value_of(field: &str, text: String) -> Value {
    if TEXTS.contains(&field) {
        return text.into();
    }
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

/// The text of a file, without the line break at its end.
fn value_in(file: &str, session: &Session) -> Result<Result<String, Outcome>, Failure> {
    let bytes = match read_text(Path::new(file), session) {
        Ok(bytes) => bytes,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let text = utf8(&bytes).map_err(|error| error.of_file(file, session.language))?;
    Ok(Ok(text.trim_end_matches(['\r', '\n']).to_owned()))
}
