//! Reports of checks, in the formats that `check` prints.

mod excerpt;
mod format;
mod github;
mod json;
mod junit;
mod reporter;
mod sarif;
mod subject;
mod tally;
mod text;
mod words;
mod wrap;

use clap::ValueEnum;

pub(crate) use format::Unchecked;
pub(crate) use reporter::Reporter;
pub(crate) use subject::Subject;
pub(crate) use tally::Tally;
pub(crate) use text::Text;
pub(crate) use words::level_name;
pub(crate) use wrap::wrap;

/// How to print reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    #[default]
    Text,
    /// For programs: an array with one object a file; with --ndjson one object a line
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// The XML of JUnit, for the test pages of CI systems
    Junit,
}
