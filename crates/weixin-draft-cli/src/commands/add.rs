//! `weixin-draft add`.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use weixin_draft::Language;

use super::account::{Account, AccountOptions, ArticleOptions, Told, fail, read_articles, tell};
use crate::escape::Visible;
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Make a new draft of 1 to 8 articles, and print its media id
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A body of draft/add, one article, or an article in HTML
    file: PathBuf,
    #[cfg(feature = "pictures")]
    #[command(flatten)]
    message: super::picture_message::PictureMessageOptions,
    #[command(flatten)]
    article: ArticleOptions,
    #[command(flatten)]
    account: AccountOptions,
    #[command(flatten)]
    check: CheckOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let format = options.account.format;
    session.take_language_of(&options.file);
    let checker = session.checker_for(&options.check, &options.file)?;
    let account = options.account.account(checker, session)?;
    let values = match articles(options, &account, session)? {
        Ok(values) => values,
        Err(outcome) => return Ok(outcome),
    };
    let body = json!({"articles": values}).to_string();
    // What has errors needs no token to be told so.
    let report = account.client.checker().check_draft_add(body.as_bytes());
    if !report.is_ok() {
        return fail(&report.into(), format, session);
    }
    // Until there is a token, nothing can have been added.
    if let Err(error) = account.client.fetch_token() {
        return fail(&error, format, session);
    }
    account.interrupt.say(&may_have_been_added(session.language));
    match account.client.add_json(body.as_bytes()) {
        Ok(added) => {
            let text = Visible(&added.media_id).to_string();
            let data = json!({"outcome": "added", "media_id": added.media_id});
            tell(&Told { text, data, found: Some(&added.report), stored: None }, format, session)
        }
        Err(error) => fail(&error, format, session),
    }
}

/// The articles of the new draft.
#[cfg_attr(
    not(feature = "pictures"),
    expect(unused_variables, reason = "only pictures are uploaded on the way")
)]
fn articles(
    options: &Options,
    account: &Account,
    session: &mut Session,
) -> Result<Result<Vec<Value>, Outcome>, Failure> {
    #[cfg(feature = "pictures")]
    if options.message.newspic {
        let (file, fields) = (&options.file, options.article.fields());
        let article = options.message.article(file, fields, &options.account, account, session)?;
        return Ok(article.map(|article| vec![article]));
    }
    read_articles(&options.file, &options.article, options.account.format, session)
}

/// What Ctrl-C says while a new draft is on its way.
pub(super) fn may_have_been_added(language: Language) -> String {
    say!(
        language,
        "interrupted: the draft may have been added. Look with weixin-draft list before you add it again",
        "已中断：草稿可能已经新建。再次新建之前请用 weixin-draft list 查看"
    )
}
