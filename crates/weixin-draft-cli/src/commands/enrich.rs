//! What happens to a request on its way: its pictures and its cover are taken along.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;
use weixin_draft::Coordinate;
use weixin_draft_client::Error;
use weixin_draft_pictures::Document;

use super::account::{Account, AccountOptions, Source};
use super::taking::{TakingOptions, Uploader};
use super::{cover, crop, pictures};
use crate::outcome::{Failure, Outcome};
use crate::session::{Session, complain};

/// Options of commands that send a request.
#[derive(Args, Debug)]
pub(crate) struct EnrichOptions {
    /// Upload the pictures of the content first, and put their new addresses in
    #[arg(long)]
    pictures: bool,
    /// Upload this picture as the cover of a news article, with both crops
    #[arg(long, value_name = "PICTURE")]
    cover: Option<PathBuf>,
    /// The point of the cover to keep in view, as parts of width and height, such as 0.5,0.3
    #[arg(long, value_name = "X,Y", value_parser = crop::parse_focus, allow_hyphen_values = true, requires = "cover")]
    focus: Option<(Coordinate, Coordinate)>,
    #[command(flatten)]
    taking: TakingOptions,
}

impl EnrichOptions {
    /// Says, where pictures kept a request from being sent, that they can be taken along.
    pub(crate) fn tell_of_pictures(&self, error: &Error, session: &Session) {
        let Error::Invalid(report) = error else { return };
        if !self.pictures && report.errors().any(|error| error.code == "external_image") {
            session.note(&say!(
                session.language,
                "push --pictures uploads the pictures first, and puts their new addresses in",
                "push --pictures 会先上传图片，并换上新地址"
            ));
        }
    }

    /// Takes along what is asked for. Where something cannot be taken, says so on
    /// standard error, and nothing is to be sent.
    pub(crate) fn enrich(
        &self,
        source: Source,
        file: &Path,
        options: &AccountOptions,
        account: &Account,
        session: &Session,
    ) -> Result<Result<Source, Outcome>, Failure> {
        let uploader = Uploader::new(account, session.language);
        let Source { mut body, is_whole } = source;
        let fail = |uploader: &Uploader<'_>| {
            let language = session.language;
            complain(language, &say!(language, "nothing was sent", "未发送"));
            Ok(Err(uploader.outcome().max(Outcome::Invalid)))
        };
        if self.cover.is_some() && news(&body, session)?.is_none() {
            // The check says what is wrong with the request.
            return Ok(Ok(Source { body, is_whole }));
        }
        if self.pictures {
            let folder = file.parent().unwrap_or(Path::new("."));
            let taking = self.taking.pictures(folder, options, session);
            let document = Document::Request(&body);
            let replaced = taking.upload_document(document, |picture| uploader.upload(picture));
            let Ok(replaced) = replaced else {
                return Ok(Ok(Source { body, is_whole }));
            };
            session.note(pictures::taken(&body, &replaced, session.language).trim_end());
            if !replaced.is_complete() {
                return fail(&uploader);
            }
            body = replaced.text.into_bytes();
        }
        if let Some(picture) = &self.cover
            && let Some(mut request) = news(&body, session)?
        {
            let cover = cover::take(picture, self.focus, &self.taking, options, &uploader, session);
            let Some(cover) = cover else {
                return fail(&uploader);
            };
            for article in articles(&mut request) {
                article["thumb_media_id"] = cover.media_id.clone().into();
                for (name, crop) in crop::fields::of_news(&cover.crops) {
                    article[&name] = crop;
                }
                // Crops of the cover before; of fields alone, null removes it from the draft.
                match article.as_object_mut() {
                    Some(fields) if is_whole => drop(fields.remove("cover_info")),
                    _ => article["cover_info"] = Value::Null,
                }
            }
            body = request.to_string().into_bytes();
        }
        Ok(Ok(Source { body, is_whole }))
    }
}

/// The request, if it is one of news articles.
fn news(body: &[u8], session: &Session) -> Result<Option<Value>, Failure> {
    let Ok(mut request) = serde_json::from_slice::<Value>(body) else {
        return Ok(None);
    };
    let articles = articles(&mut request);
    if articles.iter().any(|article| article["article_type"] == "newspic") {
        return Err(Failure(say!(
            session.language,
            "--cover is for news articles: the first picture of a newspic is its cover",
            "--cover 用于图文消息：图片消息的封面是第一张图片"
        )));
    }
    let is_one = articles.len() == 1;
    Ok(is_one.then_some(request))
}

/// The articles of a request that are objects.
fn articles(request: &mut Value) -> Vec<&mut Value> {
    let articles = match request.get_mut("articles") {
        Some(Value::Array(articles)) => articles.iter_mut().collect(),
        Some(article) => vec![article],
        None => Vec::new(),
    };
    articles.into_iter().filter(|article| article.is_object()).collect()
}
