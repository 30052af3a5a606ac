//! `check --fix` and `check --diff`.

use std::io::Write;

use weixin_draft::Checker;

use super::jobs::{Job, Kind, judge};
use super::layouts::Layouts;
use super::{Options, unreadable};
use crate::escape::Visible;
use crate::input::Input;
use crate::mend::{Mended, Mending, diff, write_file};
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::report::{Reporter, Subject};
use crate::session::Session;

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
        Output::stderr()
    } else {
        std::mem::replace(&mut session.output, Output::stderr())
    };
    let mut layouts = Layouts::of(options, session.language);
    let mut outcome = Outcome::Fine;
    reporter.begin(&mut output)?;
    for job in jobs {
        let mended = session.checker_for(&options.check, &job.path).and_then(|checker| {
            let mending = options.fix.mending(&checker).ok().flatten();
            let Some(mending) = mending else { return Ok(()) };
            mend(job, &mending, &mut layouts, reporter, &mut output, session)
        });
        if let Err(Failure(reason)) = mended {
            outcome =
                outcome.max(unreadable(job, &reason, reporter, session.language, &mut output)?);
        }
    }
    reporter.finish(&mut output)?;
    output.flush()?;
    Ok(outcome.max(reporter.tally().outcome()))
}

/// Mends one file.
///
/// # Errors
/// Why it cannot be read or written.
fn mend(
    job: &Job,
    mending: &Mending<'_>,
    layouts: &mut Layouts,
    reporter: &mut Reporter,
    output: &mut Output,
    session: &mut Session,
) -> Result<(), Failure> {
    let name = job.path.to_string_lossy();
    session.tell_if_terminal(&job.input);
    let failure =
        |error: std::io::Error, session: &Session| Failure(session.why_unreadable(&name, &error));
    let body = job.input.read().map_err(|error| failure(error, session))?;
    let report = judge(job, mending.checker, &body).map_err(|error| failure(error, session))?;
    if report.is_none() {
        return Ok(());
    }
    let mended = match job.kind {
        // Which was judged, and so is UTF-8.
        Kind::Content(content) => {
            mending.mend_content(str::from_utf8(&body).unwrap_or_default(), content.into())
        }
        kind => mending.mend(&body, kind == Kind::Lines),
    };
    if mending.only_shows {
        session.output.write_all(diff(&job.input, &body, &mended.text).as_bytes())?;
    } else if let Input::File(path) = &job.input {
        if mended.applied > 0 {
            write_file(path, &mended.text).map_err(|error| failure(error, session))?;
        }
    } else {
        session.output.write_all(&mended.text)?;
    }
    report_what_is_left(job, &mended, mending.checker, layouts, reporter, output)?;
    tell_mended(&name, &mended, mending.only_shows, session);
    Ok(())
}

fn report_what_is_left(
    job: &Job,
    mended: &Mended,
    checker: &Checker,
    layouts: &mut Layouts,
    reporter: &mut Reporter,
    output: &mut Output,
) -> Result<(), Failure> {
    let file = &*job.path.to_string_lossy();
    if job.kind != Kind::Lines {
        let Some(report) = judge(job, checker, &mended.text)? else { return Ok(()) };
        let report = layouts.add(job.kind, &mended.text, report, checker)?;
        return Ok(reporter.report(Subject::of_file(file, &mended.text), &report, output)?);
    }
    for (line, body) in (1..).zip(mended.text.split(|byte| *byte == b'\n')) {
        if !body.trim_ascii().is_empty() {
            let subject = Subject { file, line: Some(line), body };
            let report = layouts.add(job.kind, body, checker.check_json(body), checker)?;
            reporter.report(subject, &report, output)?;
        }
    }
    Ok(())
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
