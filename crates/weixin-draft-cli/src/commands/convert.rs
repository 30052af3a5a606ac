//! `weixin-draft convert`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use weixin_draft::endpoint::{DraftList, read_answer};
use weixin_draft::{Checker, DraftUpdate, Report, convert_answer};

use super::losses::tell_of_losses;
use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::Session;

/// Turn what draft/get answered into an article for draft_update
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// An answer of draft/get or draft/batchget, or one item of a news_item; - is standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Which article of the draft, from 0
    #[arg(long, default_value_t = 0, value_name = "N", allow_negative_numbers = true)]
    index: u32,
    /// The draft's media id: prints a whole request instead of an article, and chooses
    /// the draft in an answer of draft/batchget
    #[arg(long, value_name = "ID")]
    media_id: Option<String>,
}

pub(crate) fn run(options: Options, session: &mut Session) -> Result<Outcome, Failure> {
    let input = Input::of_argument(options.file);
    let answer = match session.read(&input) {
        Ok(answer) => answer,
        Err(unreadable) => return Ok(unreadable),
    };
    let name = input.name();
    let subject = Subject::of_file(&name, &answer);
    let index = options.index as usize;
    let converted = match convert_answer(&answer, index, options.media_id.as_deref()) {
        Ok(converted) => converted,
        Err(report) => {
            print_report(&report, subject, session)?;
            tell_of_drafts(&answer, session);
            return Ok(if is_another_file(&report) { Outcome::Usage } else { Outcome::Invalid });
        }
    };
    tell_of_losses(&converted.report, Some(subject), session)?;
    let output = &mut session.output;
    let Some(media_id) = options.media_id else {
        serde_json::to_writer_pretty(&mut *output, &converted.article)?;
        writeln!(output)?;
        return Ok(Outcome::Fine);
    };
    let checker = Checker::new();
    let request = DraftUpdate::new(media_id, options.index, converted.article);
    serde_json::to_writer_pretty(&mut *output, &request)?;
    writeln!(output)?;
    // An old draft may break rules, and so may the id.
    let in_request = checker.check(&request);
    if in_request.is_ok() {
        return Ok(Outcome::Fine);
    }
    let of_id = in_request.errors().filter(|error| error.path == "/media_id");
    for error in of_id {
        session.error_text().write_of_option("--media-id", error, &mut anstream::stderr())?;
    }
    let in_answer = checker.check_answer(&answer, index, Some(&request.media_id));
    print_report(&in_answer, subject, session)?;
    Ok(Outcome::Invalid)
}

/// Names the drafts that may be chosen, if there are several.
fn tell_of_drafts(answer: &[u8], session: &Session) {
    let Ok(DraftList { item: drafts, .. }) = read_answer(answer) else { return };
    if drafts.len() < 2 {
        return;
    }
    let language = session.language;
    let mut lines = vec![say!(
        language,
        "choose a draft with --media-id ID, and an article of it with --index N:",
        "请用 --media-id ID 选择草稿，并用 --index N 选择其中的文章："
    )];
    for draft in &drafts {
        lines.push(format!("  {}", Visible(&draft.media_id)));
        for (index, item) in draft.content.news_item.iter().enumerate() {
            lines.push(format!("    {index}  {}", Visible(&item.title())));
        }
    }
    session.note(&lines.join("\n"));
}

/// Whether the file, or the article that was asked for, is not there to be converted;
/// otherwise something in the article is wrong.
fn is_another_file(report: &Report) -> bool {
    report.errors().any(|error| error.code == "wrong_type" && error.path.is_empty())
}

fn print_report(report: &Report, subject: Subject<'_>, session: &Session) -> std::io::Result<()> {
    session.error_text().write(subject, report, &mut anstream::stderr())
}
