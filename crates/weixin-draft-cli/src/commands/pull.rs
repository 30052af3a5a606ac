//! `weixin-draft pull`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use weixin_draft::{Checker, DraftUpdate};
use weixin_draft_client::{Draft, Revision};

use super::account::{AccountOptions, beside, fail, write_file};
use super::losses::tell_of_losses;
use crate::escape::Visible;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Read an article of a draft as a request that can be changed and pushed
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The draft's media id; `weixin-draft list` names them
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    media_id: String,
    /// Which article, from 0; may be left out when there is one only
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    index: Option<u32>,
    /// Write it there, with FILE.revision.json beside it for push [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write over a file that was changed since it was pulled
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    account: AccountOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let account = options.account.account(Checker::new(), session)?;
    let draft = match account.client.get(&options.media_id) {
        Ok(draft) => draft,
        Err(error) => return fail(&error, options.account.format, session),
    };
    let Some(index) = only_index(&draft, options.index) else {
        return Err(which_article(&draft, session));
    };
    let converted = match draft.article(index) {
        Ok(converted) => converted,
        Err(error) => return fail(&error, options.account.format, session),
    };
    tell_of_losses(&converted.report, None, session)?;
    let request = DraftUpdate::new(&*options.media_id, index, converted.article.clone());
    let mut text = serde_json::to_vec_pretty(&request)?;
    text.push(b'\n');
    let Some(file) = &options.output else {
        session.output.write_all(&text)?;
        return Ok(Outcome::Fine);
    };
    if !options.force {
        keep_changes(file, session)?;
    }
    let revision = Revision::new(&*options.media_id, index, converted.article);
    write_file(file, &text, session.language)?;
    write_file(&beside(file, "revision"), &revision.to_json(), session.language)?;
    let name = file.to_string_lossy();
    let name = Visible(&name);
    session.note(&say!(
        session.language,
        "wrote {name}; change it, then: weixin-draft push {name}",
        "已写入 {name}；修改后执行：weixin-draft push {name}"
    ));
    Ok(Outcome::Fine)
}

/// The index that was asked for, or that of the only article.
pub(super) fn only_index(draft: &Draft, asked: Option<u32>) -> Option<u32> {
    asked.or((draft.items.len() == 1).then_some(0))
}

/// Several articles, and none was chosen.
pub(super) fn which_article(draft: &Draft, session: &Session) -> Failure {
    let lines = draft.items.iter().enumerate();
    let lines =
        lines.map(|(index, item)| format!("\n  --index {index}  {}", Visible(&item.title())));
    let titles = lines.collect::<Vec<_>>().concat();
    let count = draft.items.len();
    Failure(say!(
        session.language,
        "the draft has {count} articles: choose one{titles}",
        "草稿有 {count} 篇文章，请选择其一：{titles}"
    ))
}

/// Refuses to write over work: a file that is not as it was pulled.
fn keep_changes(file: &Path, session: &Session) -> Result<(), Failure> {
    let Ok(old) = std::fs::read(file) else {
        return Ok(());
    };
    let revision = std::fs::read(beside(file, "revision")).ok();
    let revision = revision.and_then(|json| Revision::from_json(&json).ok());
    let is_as_pulled =
        Revision::from_json(&old).is_ok_and(|old| revision.is_some_and(|revision| revision == old));
    if is_as_pulled {
        return Ok(());
    }
    let name = file.to_string_lossy();
    let name = Visible(&name);
    Err(Failure(say!(
        session.language,
        "{name} is there already and holds changes: push it, choose another -o, or write over it with --force",
        "{name} 已存在且有修改：请先推送，或用 -o 另选文件，或用 --force 覆盖"
    )))
}
