//! What happens to a request on its way: its pictures and its cover are taken along.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;
use weixin_draft::{Article, Coordinate, Language};
use weixin_draft_client::Error;
use weixin_draft_pictures::{Document, Problem, Use};

use super::account::{Account, AccountOptions, Source, not_sent};
use super::taking::{TakingOptions, Uploader, note_uploads};
use super::{cover, crop, pictures, ready};
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

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

    /// Whether the request can be sent once its pictures are uploaded. Where not, says so.
    fn ready(
        &self,
        source: &Source,
        may_be_gone: bool,
        file: &Path,
        options: &AccountOptions,
        account: &Account,
        session: &mut Session,
    ) -> Result<Result<(), Outcome>, Failure> {
        let mut body = source.body.clone();
        if self.pictures {
            body = ready::with_pictures(body);
        }
        if self.cover.is_some()
            && let Some(mut request) = news(&body, session)?
        {
            set_cover(&mut request, "UPLOADED", source.is_whole);
            body = request.to_string().into_bytes();
        }
        let checker = account.client.checker();
        if source.is_whole
            && let Err(outcome) = ready::is_sound(checker.check_json(&body), options, session)?
        {
            return Ok(Err(outcome));
        }
        if self.pictures {
            let pictures = self.taking.reader(parent(file));
            let addresses = ready::own_pictures(&source.body);
            if let Err(outcome) =
                ready::are_readable(&pictures, &addresses, Problem::message, options, session)?
            {
                return Ok(Err(outcome));
            }
        }
        if let Some(picture) = self.cover.as_deref().and_then(ready::own_file) {
            let pictures = self.taking.reader(Path::new("."));
            let pictures = pictures.purpose(Use::Material).outside_folder(true);
            if let Err(outcome) = ready::are_readable(
                &pictures,
                &[picture],
                ready::problem_in_words,
                options,
                session,
            )? {
                return Ok(Err(outcome));
            }
        }
        let article = match ready::article(source, may_be_gone, options, account, session)? {
            Ok(article) => article,
            Err(outcome) => return Ok(Err(outcome)),
        };
        let Some(article) = article.filter(|_| !source.is_whole) else {
            return Ok(Ok(()));
        };
        if self.cover.is_some() && matches!(article, Article::NewsPic(_)) {
            return Err(not_for_newspic(session.language));
        }
        let whole = ready::with_other_fields(&body, &article);
        ready::is_sound(checker.check_json(&whole), options, session)
    }

    /// Takes along what is asked for. Where something cannot be taken, says so on
    /// standard error, and nothing is to be sent.
    pub(crate) fn enrich(
        &self,
        source: Source,
        may_be_gone: bool,
        file: &Path,
        options: &AccountOptions,
        account: &Account,
        session: &mut Session,
    ) -> Result<Result<Source, Outcome>, Failure> {
        if !self.pictures && self.cover.is_none() {
            return Ok(Ok(source));
        }
        if let Err(outcome) = self.ready(&source, may_be_gone, file, options, account, session)? {
            return Ok(Err(outcome));
        }
        let uploader = Uploader::new(account, session.language);
        let Source { mut body, is_whole } = source;
        let failed = |uploader: &Uploader<'_>, session: &mut Session| {
            let outcome = uploader.outcome().max(Outcome::Invalid);
            not_sent(outcome, options.format, session).map(Err)
        };
        if self.cover.is_some() && news(&body, session)?.is_none() {
            // The check says what is wrong with the request.
            return Ok(Ok(Source { body, is_whole }));
        }
        if self.pictures {
            let taking = self.taking.pictures(parent(file), options, session);
            let document = Document::Request(&body);
            let replaced = taking.upload_document(document, |picture| uploader.upload(picture));
            let Ok(replaced) = replaced else {
                return Ok(Ok(Source { body, is_whole }));
            };
            note_uploads(replaced.places.iter().filter_map(|it| it.picture.as_ref()), session);
            session.note(pictures::taken(&body, &replaced, session.language).trim_end());
            if !replaced.is_complete() {
                return failed(&uploader, session);
            }
            body = replaced.text.into_bytes();
        }
        if let Some(picture) = &self.cover
            && let Some(mut request) = news(&body, session)?
        {
            let cover = cover::take(picture, self.focus, &self.taking, options, &uploader, session);
            let Some(cover) = cover else {
                return failed(&uploader, session);
            };
            for article in articles(&mut request) {
                for (name, crop) in crop::fields::of_news(&cover.crops) {
                    article[&name] = crop;
                }
            }
            set_cover(&mut request, &cover.media_id, is_whole);
            body = request.to_string().into_bytes();
        }
        Ok(Ok(Source { body, is_whole }))
    }
}

/// Puts a cover in, and takes away the crops of the one before; where there are fields
/// alone, null removes them from the draft.
fn set_cover(request: &mut Value, media_id: &str, is_whole: bool) {
    for article in articles(request) {
        article["thumb_media_id"] = media_id.into();
        match article.as_object_mut() {
            Some(fields) if is_whole => drop(fields.remove("cover_info")),
            _ => article["cover_info"] = Value::Null,
        }
    }
}

fn not_for_newspic(language: Language) -> Failure {
    Failure(say!(
        language,
        "--cover is for news articles: the first picture of a newspic is its cover",
        "--cover 用于图文消息：图片消息的封面是第一张图片"
    ))
}

/// The request, if it is one of news articles.
fn news(body: &[u8], session: &Session) -> Result<Option<Value>, Failure> {
    let Ok(mut request) = serde_json::from_slice::<Value>(body) else {
        return Ok(None);
    };
    let articles = articles(&mut request);
    if articles.iter().any(|article| article["article_type"] == "newspic") {
        return Err(not_for_newspic(session.language));
    }
    let is_one = articles.len() == 1;
    Ok(is_one.then_some(request))
}

/// The folder in which a request's paths begin.
fn parent(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new("."))
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
