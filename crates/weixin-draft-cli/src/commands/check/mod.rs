//! `weixin-draft check`.

mod jobs;
mod layouts;
mod look;
mod mend;

use std::io;
use std::path::PathBuf;

use clap::Args;
use weixin_draft::{Checker, Language, Level};

use self::jobs::{ContentType, Job, Judged, Kind, jobs, judge};
use self::layouts::Layouts;
use self::mend::{FixOptions, mend_and_check};
use crate::commands::crop;
use crate::escape::Visible;
use crate::input::Input;
use crate::ndjson::{Lines, NdjsonError, Progress};
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::picture::Size;
use crate::report::{ReportFormat, Reporter, Subject, Text, Unchecked};
use crate::session::{Session, complain, tell};

/// Check requests and report everything that is wrong with them
#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct Options {
    /// Files, directories and patterns; - is standard input. A file holds one request,
    /// .ndjson and .jsonl (also .gz, .zst) one a line, .html and .htm a content
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,
    /// How to print the report
    #[arg(long, value_enum, default_value_t)]
    format: ReportFormat,
    /// Every line of a file is a request, whatever it is called; empty lines are skipped
    #[arg(long)]
    ndjson: bool,
    /// Every file is the content of an article, an HTML fragment
    #[arg(long, value_name = "TYPE", num_args = 0..=1, require_equals = true, default_missing_value = "news", conflicts_with = "ndjson")]
    content: Option<ContentType>,
    /// Skip JSON files that are no requests also where they are named, as pre-commit does
    #[arg(long)]
    skip_others: bool,
    /// What to call standard input in reports, and when settings are looked for
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<PathBuf>,
    /// Say at the end which rules are broken most; with --ndjson --format json in a last line
    #[arg(long)]
    statistics: bool,
    /// Print findings only, without a summary
    #[arg(short, long)]
    quiet: bool,
    /// The picture of the cover, or its size in pixels, such as 900x383: warns of crops
    /// that do not have the shape of their ratio
    #[arg(long, value_name = "PICTURE|WIDTHxHEIGHT", conflicts_with_all = ["ndjson", "content", "fix", "diff"])]
    cover: Option<PathBuf>,
    /// Lay the content out in a Chromium of this machine, and report what does not fit
    #[cfg(feature = "preview")]
    #[arg(long)]
    layout: bool,
    #[command(flatten)]
    fix: FixOptions,
    #[command(flatten)]
    check: CheckOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    refuse_what_does_not_fit(options, session.language)?;
    let jobs = jobs(options);
    if let Some(first) = jobs.first() {
        session.take_language_of(&first.path);
    }
    let Options { format, ndjson, .. } = *options;
    let has_lines = jobs.iter().any(|job| job.kind == Kind::Lines);
    let text = Text { quiet: options.quiet, ..session.text() };
    let mut reporter = Reporter::new(format, text, ndjson, options.statistics);
    let plain = Checker::new();
    // Settings change what is fixed, not whether.
    let mending = options.fix.mending(&plain).map_err(|()| {
        Failure(say!(
            session.language,
            "--unsafe-fixes goes with --fix or --diff",
            "--unsafe-fixes 需要与 --fix 或 --diff 合用"
        ))
    })?;
    if let Some(only_shows) = mending.map(|mending| mending.only_shows) {
        return mend_and_check(&jobs, options, only_shows, &mut reporter, session);
    }
    let cover = options.cover.as_deref().map(|cover| crop::size_of(cover, session)).transpose()?;
    let mut layouts = Layouts::of(options, session.language);
    reporter.begin(&mut session.output)?;
    let mut outcome = Outcome::Fine;
    let inputs: Vec<&Input> = jobs.iter().map(|job| &job.input).collect();
    let progress = if has_lines { Progress::of(&inputs) } else { Progress::of(&[]) };
    for job in &jobs {
        outcome = outcome.max(match session.checker_for(&options.check, &job.path) {
            Ok(checker) => {
                let with = With { checker: &checker, cover, progress: &progress };
                check(job, with, &mut layouts, &mut reporter, session)?
            }
            Err(Failure(reason)) => {
                let output = &mut session.output;
                unreadable(job, &reason, &mut reporter, session.language, output)?
            }
        });
        if session.output.is_closed() {
            break;
        }
    }
    progress.finish();
    finish(format, outcome, &reporter, &mut session.output)?;
    Ok(outcome.max(reporter.tally().outcome()))
}

/// Prints what follows all reports.
fn finish(
    format: ReportFormat,
    outcome: Outcome,
    reporter: &Reporter,
    output: &mut Output,
) -> Result<(), Failure> {
    // Where nothing could be read, that has been said.
    if format != ReportFormat::Text || reporter.tally().requests > 0 || outcome == Outcome::Fine {
        reporter.finish(output)?;
    }
    Ok(())
}

fn refuse_what_does_not_fit(options: &Options, language: Language) -> Result<(), Failure> {
    let has_no_place = match options.format {
        ReportFormat::Text | ReportFormat::Github => false,
        ReportFormat::Json => !options.ndjson,
        ReportFormat::Sarif | ReportFormat::Junit => true,
    };
    if options.statistics && has_no_place {
        return Err(Failure(say!(
            language,
            "--statistics goes with --format text, or with --format json --ndjson: the other formats have no place for it",
            "--statistics 只能与 --format text 或 --format json --ndjson 合用：其他格式中没有统计的位置"
        )));
    }
    if options.files.iter().filter(|file| file.as_os_str() == "-").count() > 1 {
        return Err(Failure(say!(
            language,
            "standard input can be read only once: give - once",
            "标准输入只能读取一次：请只写一个 -"
        )));
    }
    Ok(())
}

/// What a file is checked with.
#[derive(Clone, Copy)]
struct With<'a> {
    checker: &'a Checker,
    cover: Option<Size>,
    progress: &'a Progress,
}

fn check(
    job: &Job,
    with: With<'_>,
    layouts: &mut Layouts,
    reporter: &mut Reporter,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let With { checker, cover, progress } = with;
    session.tell_if_terminal(&job.input);
    let name = job.path.to_string_lossy();
    if job.kind == Kind::Lines && job.input.is_one_document() {
        let (language, shown) = (session.language, Visible(&name));
        let reason = say!(
            language,
            "{shown} is one JSON document over several lines, not one request a line: give it a name that ends in .json, and check it without --ndjson",
            "{shown} 是一个跨多行的 JSON 文档，而不是每行一个请求：请把文件名改为以 .json 结尾，检查时不要加 --ndjson"
        );
        return unreadable(job, &reason, reporter, language, &mut session.output);
    }
    let failed = if job.kind == Kind::Lines {
        let lines = Lines { checker, progress };
        let output = &mut session.output;
        let checked = if layouts.are_wanted() {
            lines.check_each(&job.input, &name, reporter, output, |body, report| {
                layouts.add(job.kind, body, report, checker)
            })
        } else {
            lines.check(&job.input, &name, reporter, output)
        };
        match checked {
            Ok(()) => None,
            Err(NdjsonError::Look(failure)) => return Err(failure),
            Err(NdjsonError::Input(error)) => Some(error),
            Err(NdjsonError::Output(error)) => return Err(error.into()),
        }
    } else {
        match job.input.read().and_then(|body| Ok((judge(job, checker, &body)?, body))) {
            Ok((Judged::Report(report), body)) => {
                let report = layouts.add(job.kind, &body, report, checker)?;
                let report = match cover {
                    Some(Size { width, height, .. }) => {
                        report.and(checker.check_cover(&body, width, height))
                    }
                    None => report,
                };
                let subject = Subject::of_file(&name, &body);
                reporter.report(subject, &report, &mut session.output)?;
                None
            }
            Ok((judged, _)) => {
                return skip(job, &judged, checker, reporter, session, None);
            }
            Err(error) => Some(error),
        }
    };
    match failed {
        Some(error) => {
            let reason = why_unreadable(job, &error, session);
            unreadable(job, &reason, reporter, session.language, &mut session.output)
        }
        None => Ok(Outcome::Fine),
    }
}

/// Says that a file was skipped, which need not be a request.
fn skip(
    job: &Job,
    judged: &Judged,
    checker: &Checker,
    reporter: &mut Reporter,
    session: &mut Session,
    output: Option<&mut Output>,
) -> Result<Outcome, Failure> {
    let (language, name) = (session.language, job.path.to_string_lossy());
    let shown = Visible(&name);
    if matches!(judged, Judged::OtherJson) {
        reporter.count_other();
        if session.verbose {
            session.note(&say!(
                language,
                "{shown}: JSON, but not a request; skipped",
                "{shown}：是 JSON，但不是请求，已跳过"
            ));
        }
        return Ok(Outcome::Fine);
    }
    let reason = say!(
        language,
        "{shown} was skipped: it is not JSON, and names no field of a request. To check it all the same, name it: weixin-draft check {shown}",
        "已跳过 {shown}：不是 JSON，也没有请求的字段名。如仍要检查，请直接指定该文件：weixin-draft check {shown}"
    );
    let level = if checker.settings().strict { Level::Error } else { Level::Warning };
    tell(language, level, &reason);
    let unchecked = Unchecked { file: &name, why: "skipped", level, reason: &reason };
    reporter.unchecked(&unchecked, output.unwrap_or(&mut session.output))?;
    Ok(Outcome::of_check(level != Level::Error))
}

/// Why a file cannot be read; a directory is one where nothing is to be checked.
fn why_unreadable(job: &Job, error: &io::Error, session: &Session) -> String {
    let name = job.path.to_string_lossy();
    if error.kind() != io::ErrorKind::IsADirectory {
        return session.why_unreadable(&name, error);
    }
    let name = Visible(&name);
    say!(
        session.language,
        "cannot read {name}: this is a directory without files to check",
        "无法读取 {name}：这是一个目录，其中没有可检查的文件"
    )
}

fn unreadable(
    job: &Job,
    reason: &str,
    reporter: &mut Reporter,
    language: Language,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    complain(language, reason);
    let file = job.path.to_string_lossy();
    let unchecked = Unchecked { file: &file, why: "unreadable", level: Level::Error, reason };
    reporter.unchecked(&unchecked, output)?;
    Ok(Outcome::Usage)
}
