//! `weixin-draft check`.

use std::path::PathBuf;

use clap::Args;
use weixin_draft::Checker;

use crate::input::Input;
use crate::ndjson::{self, Lines, NdjsonError, Progress};
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
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
    let mut reporter = Reporter::new(format, session.text(), ndjson, statistics);
    reporter.begin(&mut session.output)?;
    let outcome = if ndjson {
        check_lines(&inputs, &checker, &mut reporter, session)?
    } else {
        check_files(&inputs, &checker, &mut reporter, session)?
    };
    // Where nothing could be read, that has been said.
    if format != ReportFormat::Text || reporter.tally().requests > 0 || outcome == Outcome::Fine {
        reporter.finish(&mut session.output)?;
    }
    Ok(outcome.max(reporter.tally().outcome()))
}

fn check_files(
    inputs: &[Input],
    checker: &Checker,
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
