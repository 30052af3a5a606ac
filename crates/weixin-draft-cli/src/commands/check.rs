//! `weixin-draft check`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use weixin_draft::Checker;
#[cfg(feature = "preview")]
use weixin_draft::LayoutFinding;

use crate::escape::Visible;
use crate::input::Input;
use crate::mend::{FixOptions, Mended, Mending, diff, write_file};
use crate::ndjson::{self, Lines, NdjsonError, Progress};
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::report::{ReportFormat, Reporter, Subject};
use crate::session::Session;

/// Check requests and report everything that is wrong with them
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// Files with one request each; - is standard input. With --ndjson also
    /// directories and patterns, and files packed with gzip or Zstandard
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,
    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: ReportFormat,
    /// Every line of a file is a request; empty lines are passed over
    #[arg(long)]
    ndjson: bool,
    /// Say at the end which rules are broken most; with --ndjson --format json in a last line
    #[arg(long)]
    statistics: bool,
    /// Lay the content out in a Chromium of this machine, and report what does not fit
    #[cfg(feature = "preview")]
    #[arg(long, conflicts_with_all = ["ndjson", "fix", "diff"])]
    layout: bool,
    #[command(flatten)]
    fix: FixOptions,
    #[command(flatten)]
    check: CheckOptions,
}

pub(crate) fn run(options: Options, session: &mut Session) -> Result<Outcome, Failure> {
    let checker = session.checker(&options.check)?;
    let Options { format, ndjson, statistics, .. } = options;
    let has_no_place = match format {
        ReportFormat::Text | ReportFormat::Github => false,
        ReportFormat::Json => !ndjson,
        ReportFormat::Sarif | ReportFormat::Junit => true,
    };
    if statistics && has_no_place {
        return Err(Failure(say!(
            session.language,
            "--statistics goes with --format text, or with --format json --ndjson: the other formats have no place for it",
            "--statistics 只能与 --format text 或 --format json --ndjson 合用：其他格式中没有统计的位置"
        )));
    }
    let statistics = statistics || (ndjson && format == ReportFormat::Text);
    let inputs: Vec<Input> = if ndjson {
        ndjson::expand(options.files)
    } else {
        options.files.into_iter().map(Input::of_argument).collect()
    };
    let mending = options.fix.mending(&checker).map_err(|()| {
        Failure(say!(
            session.language,
            "--unsafe-fixes goes with --fix or --diff",
            "--unsafe-fixes 需要与 --fix 或 --diff 合用"
        ))
    })?;
    let mut reporter = Reporter::new(format, session.text(), ndjson, statistics);
    if let Some(mending) = mending {
        return mend_and_check(&inputs, mending, ndjson, &mut reporter, session);
    }
    reporter.begin(&mut session.output)?;
    let outcome = if ndjson {
        check_lines(&inputs, &checker, &mut reporter, session)?
    } else {
        #[cfg(feature = "preview")]
        let layout = options.layout;
        #[cfg(not(feature = "preview"))]
        let layout = false;
        check_files(&inputs, &checker, layout, &mut reporter, session)?
    };
    // Where nothing could be read, that has been said.
    if format != ReportFormat::Text || reporter.tally().requests > 0 || outcome == Outcome::Fine {
        reporter.finish(&mut session.output)?;
    }
    Ok(outcome.max(reporter.tally().outcome()))
}

/// Mends inputs, and reports what is left. Where standard output holds a diff or a
/// mended body, the report goes to standard error.
fn mend_and_check(
    inputs: &[Input],
    mending: Mending<'_>,
    ndjson: bool,
    reporter: &mut Reporter,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let is_stdin = |input: &Input| matches!(input, Input::Stdin);
    let mut output = if mending.only_shows || inputs.iter().any(is_stdin) {
        Output::stderr()
    } else {
        std::mem::replace(&mut session.output, Output::stderr())
    };
    let mut outcome = Outcome::Fine;
    reporter.begin(&mut output)?;
    for input in inputs {
        let file = input.name();
        session.tell_if_terminal(input);
        let mended = input.read().and_then(|body| {
            let mended = mending.mend(&body, ndjson);
            if mending.only_shows {
                session.output.write_all(diff(input, &body, &mended.text).as_bytes())?;
            } else if let Input::File(path) = input {
                if mended.applied > 0 {
                    write_file(path, &mended.text)?;
                }
            } else {
                session.output.write_all(&mended.text)?;
            }
            Ok(mended)
        });
        match mended {
            Ok(mended) => {
                report_what_is_left(
                    &file,
                    &mended,
                    mending.checker,
                    ndjson,
                    reporter,
                    &mut output,
                )?;
                tell_mended(&file, &mended, mending.only_shows, session);
            }
            Err(error) => {
                outcome = outcome.max(session.cannot_read(input, &error));
                let reason = session.why_unreadable(input, &error);
                reporter.unreadable(&file, &reason, &mut output)?;
            }
        }
    }
    reporter.finish(&mut output)?;
    output.flush()?;
    Ok(outcome.max(reporter.tally().outcome()))
}

fn report_what_is_left(
    file: &str,
    mended: &Mended,
    checker: &Checker,
    ndjson: bool,
    reporter: &mut Reporter,
    output: &mut Output,
) -> Result<(), Failure> {
    if !ndjson {
        let report = checker.check_json(&mended.text);
        return Ok(reporter.report(Subject::of_file(file, &mended.text), &report, output)?);
    }
    for (line, body) in (1..).zip(mended.text.split(|byte| *byte == b'\n')) {
        if !body.trim_ascii().is_empty() {
            let subject = Subject { file, line: Some(line), body };
            reporter.report(subject, &checker.check_json(body), output)?;
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

/// What a browser finds; a check that was to look at layouts and cannot is no check.
#[cfg(feature = "preview")]
fn measured(
    body: &[u8],
    checker: &Checker,
    session: &Session,
) -> Result<Vec<LayoutFinding>, Failure> {
    crate::layout::measure(body, checker.settings())
        .map_err(|error| Failure(error.message(session.language)))
}

fn check_files(
    inputs: &[Input],
    checker: &Checker,
    layout: bool,
    reporter: &mut Reporter,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    for input in inputs {
        let file = input.name();
        session.tell_if_terminal(input);
        match input.read() {
            Ok(body) => {
                let report = checker.check_json(&body);
                #[cfg(feature = "preview")]
                let report = if layout {
                    report.with_layout(measured(&body, checker, session)?)
                } else {
                    report
                };
                reporter.report(Subject::of_file(&file, &body), &report, &mut session.output)?;
            }
            Err(error) => {
                outcome = outcome.max(session.cannot_read(input, &error));
                let reason = session.why_unreadable(input, &error);
                reporter.unreadable(&file, &reason, &mut session.output)?;
            }
        }
    }
    Ok(outcome)
}

fn check_lines(
    inputs: &[Input],
    checker: &Checker,
    reporter: &mut Reporter,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    let progress = Progress::of(inputs);
    let lines = Lines { checker, progress: &progress };
    for input in inputs {
        session.tell_if_terminal(input);
        match lines.check(input, reporter, &mut session.output) {
            Ok(()) => {}
            Err(NdjsonError::Input(error)) => {
                outcome = outcome.max(session.cannot_read(input, &error));
                let reason = session.why_unreadable(input, &error);
                reporter.unreadable(&input.name(), &reason, &mut session.output)?;
            }
            Err(NdjsonError::Output(error)) => return Err(error.into()),
        }
        if session.output.is_closed() {
            break;
        }
    }
    progress.finish();
    Ok(outcome)
}
