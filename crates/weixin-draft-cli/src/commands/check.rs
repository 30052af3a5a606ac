//! `weixin-draft check`.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use weixin_draft::Checker;

use crate::input::Input;
use crate::ndjson::{self, Lines, NdjsonError, Progress};
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::report::{Json, Printer, ReportFormat, Subject, Tally, write_unreadable};
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
    let (language, paint) = (session.language, session.paint());
    let printer = Printer { format: options.format, language, paint };
    if options.statistics && !options.ndjson && options.format == ReportFormat::Json {
        return Err(Failure(say!(
            language,
            "--statistics with --format json needs --ndjson: a list of files has no place for it",
            "--statistics 与 --format json 合用时需要 --ndjson：文件列表中没有统计的位置"
        )));
    }
    let inputs: Vec<Input> = if options.ndjson {
        ndjson::expand(options.files)
    } else {
        options.files.into_iter().map(Input::of_argument).collect()
    };
    let (tally, outcome) = if options.ndjson {
        check_lines(&inputs, &checker, printer, session)?
    } else if options.format == ReportFormat::Json {
        check_into_list(&inputs, &checker, session)?
    } else {
        check_files(&inputs, &checker, printer, session)?
    };
    // Where nothing could be read, that has been said.
    if tally.requests > 0 || outcome == Outcome::Fine {
        if options.statistics || (options.ndjson && options.format == ReportFormat::Text) {
            printer.print_statistics(&tally, &mut session.output)?;
        }
        printer.print_summary(&tally, &mut session.output)?;
    }
    Ok(outcome.max(tally.outcome()))
}

type Checked = Result<(Tally, Outcome), Failure>;

fn check_files(
    inputs: &[Input],
    checker: &Checker,
    printer: Printer,
    session: &mut Session,
) -> Checked {
    let (mut tally, mut outcome) = (Tally::default(), Outcome::Fine);
    for input in inputs {
        match session.read(input) {
            Ok(body) => {
                let report = checker.check_json(&body);
                tally.count(&report);
                let file = input.name();
                let subject = Subject { file: &file, line: None };
                printer.print(subject, &report, &mut session.output)?;
            }
            Err(unreadable) => outcome = outcome.max(unreadable),
        }
    }
    Ok((tally, outcome))
}

/// A list with one object a file, each on a line of its own.
fn check_into_list(inputs: &[Input], checker: &Checker, session: &mut Session) -> Checked {
    let (mut tally, mut outcome) = (Tally::default(), Outcome::Fine);
    let mut separator = "[\n";
    for input in inputs {
        let file = input.name();
        let body = session.read(input);
        write!(session.output, "{separator}")?;
        separator = ",\n";
        match body {
            Ok(body) => {
                let report = checker.check_json(&body);
                tally.count(&report);
                let subject = Subject { file: &file, line: None };
                let object = Json::of(subject, &report, session.language);
                serde_json::to_writer(&mut session.output, &object)?;
            }
            Err(unreadable) => {
                outcome = outcome.max(unreadable);
                write_unreadable(&file, &mut session.output)?;
            }
        }
    }
    writeln!(session.output, "\n]")?;
    Ok((tally, outcome))
}

fn check_lines(
    inputs: &[Input],
    checker: &Checker,
    printer: Printer,
    session: &mut Session,
) -> Checked {
    let (mut tally, mut outcome) = (Tally::default(), Outcome::Fine);
    let progress = Progress::of(inputs);
    let lines = Lines { checker, printer, progress: &progress };
    for input in inputs {
        session.tell_if_terminal(input);
        match lines.check(input, &mut session.output, &mut tally) {
            Ok(()) => {}
            Err(NdjsonError::Input(error)) => {
                outcome = outcome.max(session.cannot_read(input, &error));
            }
            Err(NdjsonError::Output(error)) => return Err(error.into()),
        }
        if session.output.is_closed() {
            break;
        }
    }
    progress.finish();
    Ok((tally, outcome))
}
