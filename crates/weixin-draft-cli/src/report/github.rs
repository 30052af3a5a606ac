//! Reports as workflow commands of GitHub Actions, which become annotations.

use std::io::{self, Write};
use std::iter;

use weixin_draft::{Language, Level, Report};

use super::format::{Format, Unchecked};
use super::{Subject, Tally, words};
use crate::escape::{GithubMessage, GithubProperty};

pub(super) struct Github {
    pub(super) language: Language,
}

impl Format for Github {
    fn begin(&self, _into: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn report(
        &self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        let language = self.language;
        let file = GithubProperty(subject.file);
        for violation in report.violations() {
            let command = command(violation.level);
            let at = subject.first_position(violation);
            let (line, column, title) = (at.line, at.column, violation.code);
            let message = words::path_and_message(violation, language);
            let places = violation.places.iter().map(|place| {
                let at = subject.position(place.location.as_ref());
                format!("{}:{}: {}", at.line, at.column, words::place(place, language))
            });
            let more = words::more_places(violation, language);
            let lines: Vec<String> = iter::once(message).chain(places).chain(more).collect();
            let message = lines.join("\n");
            let message = GithubMessage(&message);
            writeln!(
                into,
                "::{command} file={file},line={line},col={column},title={title}::{message}"
            )?;
        }
        if report.omitted() > 0 {
            let command = command(if report.is_ok() { Level::Warning } else { Level::Error });
            let line = subject.line.unwrap_or(1);
            let more = words::and_more(report.omitted(), language);
            writeln!(into, "::{command} file={file},line={line}::{more}")?;
        }
        Ok(())
    }

    fn unchecked(&self, unchecked: &Unchecked<'_>, into: &mut dyn Write) -> io::Result<()> {
        let command = command(unchecked.level);
        let file = GithubProperty(unchecked.file);
        writeln!(into, "::{command} file={file}::{}", GithubMessage(unchecked.reason))
    }

    fn finish(&self, tally: &Tally, statistics: bool, into: &mut dyn Write) -> io::Result<()> {
        if statistics { tally.write_table(into) } else { Ok(()) }
    }
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        _ => "notice",
    }
}
