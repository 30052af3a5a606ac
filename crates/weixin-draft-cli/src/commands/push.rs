//! `weixin-draft push`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::DraftUpdate;
use weixin_draft_client::{Client, Edited, Error, Gone, Guard, Revision};

use super::account::{
    Account, AccountOptions, ArticleOptions, Told, beside, fail, read_articles, read_json, tell,
    to_update, write_file,
};
use crate::escape::Visible;
use crate::options::{CheckOptions, Format};
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Send a pulled and changed request, unless somebody else changed the article meanwhile
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A request, as pull wrote it, or an article in HTML
    file: PathBuf,
    /// The draft's media id, for a file that names none
    #[arg(long, value_name = "ID")]
    media_id: Option<String>,
    /// Which article, from 0, for a file that names none
    #[arg(long, value_name = "N")]
    index: Option<u32>,
    /// Make a new draft of this article if the old one is gone: deleted or published
    #[arg(long)]
    or_add: bool,
    /// Send it whatever somebody else changed
    #[arg(long)]
    force: bool,
    /// Send back what the last push or edit of FILE replaced
    #[arg(long, conflicts_with_all = ["force", "or_add"])]
    undo: bool,
    #[command(flatten)]
    article: ArticleOptions,
    #[cfg(feature = "pictures")]
    #[command(flatten)]
    enrich: super::enrich::EnrichOptions,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    check: CheckOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    session.take_language_of(&options.file);
    let checker = session.checker_for(&options.check, &options.file)?;
    #[cfg(feature = "pictures")]
    let checker = options.enrich.checker(checker, &options.account, session)?;
    let account = options.account.account(checker, session)?;
    let body = match body(options, session)? {
        Ok(body) => body,
        Err(unreadable) => return Ok(unreadable),
    };
    #[cfg(feature = "pictures")]
    let body = {
        let (file, client) = (&options.file, &account.client);
        match options.enrich.enrich(body, file, &options.account, client, session)? {
            Ok(body) => body,
            Err(outcome) => return Ok(outcome),
        }
    };
    let revision = revision(options, &body, session)?;
    let guard = match &revision {
        _ if options.force => Guard::None,
        // A new sandbox knows nothing of what was read before.
        _ if options.account.is_sandbox() => Guard::TwoReads,
        Some(revision) => Guard::Revision(revision),
        None => Guard::TwoReads,
    };
    match account.client.push(&body, guard) {
        Ok(edited) => {
            let sent = Sent::of(&body);
            if !options.account.is_sandbox() {
                keep(&options.file, &sent, &edited, session)?;
            }
            told(&sent, &edited, options.account.format, session)
        }
        Err(Error::Gone(Gone::Draft { .. })) if options.or_add => {
            add_instead(&account, &body, options, session)
        }
        Err(error) => fail(&error, options.account.format, session),
    }
}

/// What is to be sent.
fn body(options: &Options, session: &Session) -> Result<Result<Vec<u8>, Outcome>, Failure> {
    if options.undo {
        return Ok(read_json(&beside(&options.file, "before"), session));
    }
    let bytes = match read_json(&options.file, session) {
        Ok(bytes) => bytes,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    if serde_json::from_slice::<Value>(&bytes).is_ok_and(|it| it.get("media_id").is_some()) {
        return Ok(Ok(bytes));
    }
    let (Some(media_id), index) = (&options.media_id, options.index.unwrap_or(0)) else {
        return Err(Failure(say!(
            session.language,
            "the file names no draft: give its --media-id, and --index for another article than the first",
            "文件中没有草稿的 media_id：请用 --media-id 提供，非首篇文章还需 --index"
        )));
    };
    Ok(match read_articles(&options.file, &options.article, session)? {
        Ok(articles) => Ok(to_update(media_id, index, articles.first().unwrap_or(&Value::Null))),
        Err(unreadable) => Err(unreadable),
    })
}

/// The revision beside the file, if it is of the same article.
fn revision(
    options: &Options,
    body: &[u8],
    session: &Session,
) -> Result<Option<Revision>, Failure> {
    let path = beside(&options.file, "revision");
    let Ok(json) = fs::read(&path) else {
        return Ok(None);
    };
    let revision = Revision::from_json(&json).map_err(|_error| {
        let (name, words) = (path.to_string_lossy(), weixin_draft_client::RevisionError::WORDS);
        Failure(format!("{}: {}", Visible(&name), words.get(session.language)))
    })?;
    let sent = Sent::of(body);
    let is_its = sent.media_id == revision.media_id && sent.index == u64::from(revision.index);
    Ok(is_its.then_some(revision))
}

/// Which article a body is for.
pub(super) struct Sent {
    pub(super) media_id: String,
    pub(super) index: u64,
}

impl Sent {
    fn of(body: &[u8]) -> Self {
        let value: Value = serde_json::from_slice(body).unwrap_or_default();
        let media_id = value["media_id"].as_str().unwrap_or_default().to_owned();
        Sent { media_id, index: value["index"].as_u64().unwrap_or_default() }
    }
}

/// Keeps what was replaced, for --undo, and what is there now, for the next push.
pub(super) fn keep(
    file: &Path,
    sent: &Sent,
    edited: &Edited,
    session: &Session,
) -> Result<(), Failure> {
    let index = u32::try_from(sent.index).unwrap_or_default();
    let before = Revision::new(&*sent.media_id, index, edited.before.clone());
    write_file(&beside(file, "before"), &before.to_json(), session)?;
    let path = beside(file, "revision");
    match &edited.after {
        Some(after) => {
            let after = Revision::new(&*sent.media_id, index, after.clone());
            write_file(&path, &after.to_json(), session)
        }
        None => {
            // Unknown: the next push looks for itself.
            drop(fs::remove_file(path));
            Ok(())
        }
    }
}

/// Says what was updated, and what the server made of it.
pub(super) fn told(
    sent: &Sent,
    edited: &Edited,
    format: Format,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let (media_id, index) = (Visible(&sent.media_id), sent.index);
    let text = say!(
        session.language,
        "updated article {index} of the draft {media_id}",
        "已更新草稿 {media_id} 的第 {index} 篇（从 0 计）"
    );
    let data = json!({"outcome": "updated", "media_id": sent.media_id, "index": index});
    let reports = [("violations", &edited.report), ("stored", &edited.stored)];
    tell(&Told { text, data, reports: &reports }, format, session)
}

/// Makes a new draft of the article alone.
fn add_instead(
    account: &Account,
    body: &[u8],
    options: &Options,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let format = options.account.format;
    let added = DraftUpdate::from_json(body).map_err(Error::Invalid);
    let added = added.and_then(|draft| add(&account.client, draft));
    let media_id = match added {
        Ok(media_id) => media_id,
        Err(error) => return fail(&error, format, session),
    };
    let shown = Visible(&media_id);
    let text = say!(
        session.language,
        "the old draft is gone; made a new one of this article alone, without the others of the old draft: {shown}",
        "原草稿已不存在；已用这一篇新建草稿（不含原草稿的其他文章）：{shown}"
    );
    tell(
        &Told { text, data: json!({"outcome": "added", "media_id": media_id}), reports: &[] },
        format,
        session,
    )
}

fn add(client: &Client, draft: DraftUpdate) -> Result<String, Error> {
    Ok(client.add(&[draft.articles])?.media_id)
}
