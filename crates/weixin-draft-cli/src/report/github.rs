//! Reports as workflow commands of GitHub Actions, which become annotations.

use std::io::{self, Write};

use weixin_draft::{Language, Level, Report};
use weixin_draft_batch::{TOO_LONG, too_long_message};

use super::{Subject, text};
use crate::escape::{GithubMessage, GithubProperty};

pub(super) fn write(
    subject: Subject<'_>,
    report: &Report,
    language: Language,
    into: &mut impl Write,
) -> io::Result<()> {
    let file = GithubProperty(subject.file);
    for violation in report.violations() {
        let command = command(violation.level);
        let (line, column) = subject.place(violation);
        let title = violation.code;
        let message = violation.message(language);
        let mut message = format!("{}: {message}", text::path(violation, language));
        for place in text::places(violation, language) {
            message.push('\n');
            message.push_str(&place);
        }
        let message = GithubMessage(&message);
        writeln!(
            into,
            "::{command} file={file},line={line},col={column},title={title}::{message}"
        )?;
    }
    if report.omitted() > 0 {
        let command = command(if report.is_ok() { Level::Warning } else { Level::Error });
        let line = subject.line.unwrap_or(1);
        let more = text::and_more(report.omitted(), language);
        writeln!(into, "::{command} file={file},line={line}::{more}")?;
    }
    Ok(())
}

pub(super) fn write_too_long(
    subject: Subject<'_>,
    language: Language,
    into: &mut impl Write,
) -> io::Result<()> {
    let (file, line) = (GithubProperty(subject.file), subject.line.unwrap_or(1));
    let message = too_long_message(language);
    writeln!(into, "::error file={file},line={line},title={TOO_LONG}::{message}")
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        _ => "notice",
    }
}
