//! `weixin-draft list`.

use std::io::Write;
use std::time::{Duration, SystemTime};

use clap::Args;
use serde_json::json;
use weixin_draft::Checker;
use weixin_draft::endpoint::{ListedDraft, NewsItem};

use super::account::{AccountOptions, fail};
use crate::escape::Visible;
use crate::options::Format;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// List the account's drafts: media ids, when updated, titles
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// How many, the newest first
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    count: u32,
    #[command(flatten)]
    account: AccountOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let account = options.account.account(Checker::new(), session)?;
    let drafts = match account.client.list(options.count) {
        Ok(drafts) => drafts,
        Err(error) => return fail(&error, options.account.format, session),
    };
    if options.account.format == Format::Json {
        let list: Vec<_> = drafts
            .iter()
            .map(|draft| {
                let titles = titles(draft);
                json!({"media_id": draft.media_id, "update_time": draft.update_time, "titles": titles})
            })
            .collect();
        serde_json::to_writer(&mut session.output, &list)?;
        writeln!(session.output)?;
        return Ok(Outcome::Fine);
    }
    for draft in &drafts {
        let titles = titles(draft).join("; ");
        let (media_id, titles) = (Visible(&draft.media_id), Visible(&titles));
        writeln!(session.output, "{media_id}  {}  {titles}", moment(draft.update_time))?;
    }
    if drafts.is_empty() {
        session.note(&say!(session.language, "there are no drafts", "没有草稿"));
    }
    Ok(Outcome::Fine)
}

fn titles(draft: &ListedDraft) -> Vec<String> {
    draft.content.news_item.iter().map(NewsItem::title).collect()
}

/// Seconds since 1970 as a date and a time, UTC.
fn moment(seconds: Option<i64>) -> String {
    let since = seconds.and_then(|seconds| u64::try_from(seconds).ok()).map(Duration::from_secs);
    match since.and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since)) {
        Some(time) => humantime::format_rfc3339_seconds(time).to_string(),
        None => "-".to_owned(),
    }
}
