//! `weixin-draft add`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::account::{AccountOptions, ArticleOptions, Told, fail, read_articles, tell};
use crate::escape::Visible;
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Make a new draft of 1 to 8 articles, and print its media id
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A body of draft/add, one article, or an article in HTML
    file: PathBuf,
    #[command(flatten)]
    article: ArticleOptions,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    check: CheckOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let format = options.account.format;
    let checker = session.checker(&options.check)?;
    let values = match read_articles(&options.file, &options.article, session)? {
        Ok(values) => values,
        Err(unreadable) => return Ok(unreadable),
    };
    let account = options.account.account(checker, session)?;
    let body = json!({"articles": values}).to_string();
    match account.client.add_json(body.as_bytes()) {
        Ok(added) => {
            let text = Visible(&added.media_id).to_string();
            let data = json!({"outcome": "added", "media_id": added.media_id});
            let reports = [("violations", &added.report)];
            tell(&Told { text, data, reports: &reports }, format, session)
        }
        Err(error) => fail(&error, format, session),
    }
}
