//! Reports of checks, in the formats that `check` prints.

mod github;
mod json;
mod subject;
mod tally;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;
use weixin_draft::{Language, Report};

pub(crate) use json::{Json, write_unreadable};
pub(crate) use subject::Subject;
pub(crate) use tally::Tally;
pub(crate) use text::level_name;

use crate::style::Paint;

/// How to print reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For programs: a list with one object a file; with --ndjson one object a line
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
}

/// Prints reports in one format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printer {
    pub(crate) format: ReportFormat,
    pub(crate) language: Language,
    pub(crate) paint: Paint,
}

impl Printer {
    /// Whether there is anything to print of a request without violations.
    pub(crate) fn prints_good_ones(self) -> bool {
        self.format == ReportFormat::Json
    }

    /// Prints one report.
    pub(crate) fn print(
        self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut impl Write,
    ) -> io::Result<()> {
        match self.format {
            ReportFormat::Text => text::write(subject, report, self.language, self.paint, into),
            ReportFormat::Github => github::write(subject, report, self.language, into),
            ReportFormat::Json => {
                serde_json::to_writer(&mut *into, &Json::of(subject, report, self.language))?;
                writeln!(into)
            }
        }
    }

    /// Prints that a line was too long to be checked.
    pub(crate) fn print_too_long(
        self,
        subject: Subject<'_>,
        into: &mut impl Write,
    ) -> io::Result<()> {
        match self.format {
            ReportFormat::Text => text::write_too_long(subject, self.language, self.paint, into),
            ReportFormat::Github => github::write_too_long(subject, self.language, into),
            ReportFormat::Json => json::write_too_long(subject, self.language, into),
        }
    }

    /// Prints which rules are broken most.
    pub(crate) fn print_statistics(self, tally: &Tally, into: &mut impl Write) -> io::Result<()> {
        match self.format {
            ReportFormat::Text | ReportFormat::Github => text::write_statistics(tally, into),
            ReportFormat::Json => json::write_statistics(tally, into),
        }
    }

    /// Prints what a whole check found, where the format has a place for that.
    pub(crate) fn print_summary(self, tally: &Tally, into: &mut impl Write) -> io::Result<()> {
        match self.format {
            ReportFormat::Text => text::write_summary(tally, self.language, self.paint, into),
            ReportFormat::Json | ReportFormat::Github => Ok(()),
        }
    }
}
