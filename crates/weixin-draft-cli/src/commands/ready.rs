//! What can be found out before anything is uploaded: uploads cannot be taken back.

use std::io;
use std::path::Path;

use weixin_draft::{Article, ImageKind, Language, Report, replace_request_images, request_images};
use weixin_draft_client::{Error, Gone, Overlay};
use weixin_draft_pictures::{Pictures, Problem};

use super::account::{Account, AccountOptions, Source, fail, not_sent};
use crate::escape::Visible;
use crate::outcome::{Failure, Outcome};
use crate::session::{Session, complain};

/// Any address of the vendor's, in place of those that uploads will have.
const UPLOADED: &str = "http://mmbiz.qpic.cn/uploaded";

/// A body as it will be once its pictures are uploaded.
pub(super) fn with_pictures(body: Vec<u8>) -> Vec<u8> {
    let replaced = replace_request_images(&body, |_| Some(UPLOADED.to_owned()));
    replaced.map_or(body, String::into_bytes)
}

/// Says what is wrong with a request.
pub(super) fn is_sound(
    report: Report,
    options: &AccountOptions,
    session: &mut Session,
) -> Result<Result<(), Outcome>, Failure> {
    if report.is_ok() {
        return Ok(Ok(()));
    }
    fail(&report.into(), options.format, session).map(Err)
}

/// The pictures of a body that are no files on other servers.
pub(super) fn own_pictures(body: &[u8]) -> Vec<String> {
    let kinds = [ImageKind::Local, ImageKind::Data, ImageKind::Placeholder];
    let images = request_images(body).unwrap_or_default();
    images.into_iter().filter(|it| kinds.contains(&it.kind)).map(|it| it.address).collect()
}

/// Reads pictures, and says which of them cannot be taken.
pub(super) fn are_readable(
    pictures: &Pictures,
    addresses: &[String],
    in_words: fn(&Problem, Language) -> String,
    options: &AccountOptions,
    session: &mut Session,
) -> Result<Result<(), Outcome>, Failure> {
    let language = session.language;
    let mut is_fine = true;
    for (address, inspected) in addresses.iter().zip(pictures.inspect_all(addresses)) {
        if let Err(problem) = inspected.fitted {
            let (address, problem) = (Visible(address), in_words(&problem, language));
            complain(language, &say!(language, "{address}: {problem}", "{address}：{problem}"));
            is_fine = false;
        }
    }
    if is_fine {
        return Ok(Ok(()));
    }
    not_sent(Outcome::Invalid, options.format, session).map(Err)
}

/// What is wrong with a picture that the user names.
pub(super) fn problem_in_words(problem: &Problem, language: Language) -> String {
    match problem {
        Problem::Read(io::ErrorKind::NotFound) => say!(
            language,
            "there is no such file: check the path, which begins at the current folder",
            "文件不存在：请检查路径（从当前目录开始）"
        ),
        _ => problem.message(language),
    }
}

/// A picture that the user names: one on another server is read when it is uploaded.
pub(super) fn own_file(picture: &Path) -> Option<String> {
    let address = picture.to_string_lossy().into_owned();
    let is_elsewhere = ["http://", "https://", "//"].iter().any(|it| address.starts_with(it));
    (!is_elsewhere).then_some(address)
}

/// The article that a request is for. Where there is none, says so, unless a new draft
/// is made then.
pub(super) fn article(
    source: &Source,
    may_be_gone: bool,
    options: &AccountOptions,
    account: &Account,
    session: &mut Session,
) -> Result<Result<Option<Article>, Outcome>, Failure> {
    let draft = account.client.get(&source.media_id());
    match draft.and_then(|draft| draft.article(source.index())) {
        Ok(converted) => Ok(Ok(Some(converted.article))),
        Err(Error::Gone(Gone::Draft { .. })) if may_be_gone => Ok(Ok(None)),
        // It may be replaced by one that can be read.
        Err(Error::Invalid(_)) => Ok(Ok(None)),
        Err(error) => fail(&error, options.format, session).map(Err),
    }
}

/// The body that is sent in the end of one that holds fields alone.
pub(super) fn with_other_fields(body: &[u8], article: &Article) -> Vec<u8> {
    let mut request: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    let mut fields = request["articles"].take();
    if let Some(fields) = fields.as_object_mut()
        && fields.get("article_type").is_some_and(|it| it == "news")
    {
        fields.remove("article_type");
    }
    let overlay = Overlay::from_json(fields.to_string().as_bytes()).unwrap_or_default();
    request["articles"] = serde_json::from_slice(&overlay.apply(article)).unwrap_or_default();
    request.to_string().into_bytes()
}
