//! `check --fix` and `check --diff`.

mod diff;
mod mended;

use std::io::{self, Write};

use weixin_draft::Language;
use weixin_draft_batch::Packing;

use self::diff::{diff, diff_of_lines};
use self::mended::Mended;
pub(super) use self::mended::{FixOptions, Mending};
use super::jobs::{Job, Judged, Kind, judge};
use super::layouts::Layouts;
use super::{Options, finish, skip, unreadable, why_unreadable};
use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::report::{ReportFormat, Reporter, Subject};
use crate::session::{Session, complain};
use crate::whole_file::{cannot_write, write_whole};

/// Mends files, and reports what is left. Where standard output holds a diff or a
/// mended text, the report goes to standard error.
pub(super) fn mend_and_check(
    jobs: &[Job],
    options: &Options,
    only_shows: bool,
    reporter: &mut Reporter,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let is_stdin = |job: &Job| matches!(job.input, Input::Stdin);
    let mut output = if only_shows || jobs.iter().any(is_stdin) {
        Output::stderr(session.language)
    } else {
        std::mem::replace(&mut session.output, Output::stderr(session.language))
    };
    let mut layouts = Layouts::of(options, session.language);
    let mut outcome = Outcome::Fine;
    reporter.begin(&mut output)?;
    for job in jobs {
        let mended = session.checker_for(&options.check, &job.path).and_then(|checker| {
            let mending = options.fix.mending(&checker).ok().flatten();
            let Some(mending) = mending else { return Ok(Outcome::Fine) };
            mend(job, mending, options, &mut layouts, reporter, &mut output, session)
        });
        outcome = outcome.max(match mended {
            Ok(outcome) => outcome,
            Err(Failure(reason)) => {
                unreadable(job, &reason, reporter, session.language, &mut output)?
            }
        });
    }
    finish(options.format, outcome, reporter, &mut output)?;
    output.flush()?;
    Ok(outcome.max(reporter.tally().outcome()))
}

/// Mends one file.
///
/// # Errors
/// Why it cannot be read.
fn mend(
    job: &Job,
    mending: Mending<'_>,
    options: &Options,
    layouts: &mut Layouts,
    reporter: &mut Reporter,
    output: &mut Output,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let name = &*job.path.to_string_lossy();
    let language = session.language;
    session.tell_if_terminal(&job.input);
    let unreadable = |error: io::Error| Failure(why_not_mended(job, &error, session));
    // Of requests, only lines may be packed.
    let (text, packing) = if job.kind == Kind::Lines {
        job.input.read_unpacked().map_err(unreadable)?
    } else {
        (job.input.read().map_err(unreadable)?, None)
    };
    if job.kind != Kind::Lines {
        let judged = judge(job, mending.checker, &text).map_err(unreadable)?;
        if !matches!(judged, Judged::Report(_)) {
            return skip(job, &judged, mending.checker, reporter, session, Some(output));
        }
    }
    let mut mended = mending.mend(&text, job.kind);
    let mut outcome = Outcome::Fine;
    if mending.only_shows {
        let diff = if job.kind == Kind::Lines { diff_of_lines } else { diff };
        let diff = diff(&job.input.name(), &text, &mended.text);
        session.output.write_all(diff.as_bytes())?;
    } else if let Input::File(_) = &job.input {
        if mended.applied > 0
            && let Err(why) = write(job, &mended.text, packing, language)
        {
            complain(language, &why);
            mended = mending.leave(&text, job.kind);
            outcome = Outcome::Usage;
        }
    } else {
        session.output.write_all(&mended.text)?;
    }
    // Standard error then holds a report for programs, and nothing else.
    let is_for_programs = output.is_stderr() && options.format != ReportFormat::Text;
    if !is_for_programs {
        tell_mended(name, &mended, mending.only_shows, session);
    }
    let seen = if mending.only_shows { &text } else { &mended.text };
    for request in mended.requests {
        let body = &seen[request.range];
        let report = layouts.add(job.kind, body, request.report, mending.checker)?;
        let subject = Subject { file: name, line: request.line, body };
        reporter.report(subject, &report, output)?;
    }
    Ok(outcome)
}

/// Why a file cannot be read as a whole.
fn why_not_mended(job: &Job, error: &io::Error, session: &Session) -> String {
    if job.kind != Kind::Lines || error.kind() != io::ErrorKind::FileTooLarge {
        return why_unreadable(job, error, session);
    }
    let name = job.path.to_string_lossy();
    let name = Visible(&name);
    say!(
        session.language,
        "{name} is larger than 64 MiB, and files are mended in memory: split it",
        "{name} 超过 64 MiB，而修复在内存中进行：请拆分文件"
    )
}

/// Writes a file in the place of what was mended.
///
/// # Errors
/// That it is not written, and why.
fn write(
    job: &Job,
    text: &[u8],
    packing: Option<Packing>,
    language: Language,
) -> Result<(), String> {
    let tool = match packing {
        Some(Packing::Gzip) => "gunzip",
        Some(Packing::Zstandard) => "unzstd",
        None => {
            return write_whole(&job.path, text).map_err(|why| why.message(&job.path, language));
        }
    };
    let why = say!(
        language,
        "compressed files are not rewritten; unpack it first, such as with {tool}",
        "不会改写压缩文件：请先解压，例如使用 {tool}"
    );
    Err(cannot_write(&job.path, &why, language))
}

fn tell_mended(file: &str, mended: &Mended, only_shows: bool, session: &Session) {
    let (applied, language) = (mended.applied, session.language);
    let file = Visible(file);
    let s = if applied == 1 { "" } else { "es" };
    session.note(&if only_shows {
        say!(language, "{file}: {applied} fix{s} would be applied", "{file}：将修复 {applied} 处")
    } else {
        say!(language, "{file}: {applied} fix{s} applied", "{file}：已修复 {applied} 处")
    });
    if mended.gave_up > 0 {
        session.note(&say!(
            language,
            "{file}: fixes kept bringing new ones, so it was left as it was",
            "{file}：修复后不断出现新的可修复问题，因此保持原样"
        ));
    }
}
