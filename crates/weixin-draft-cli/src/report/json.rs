//! Reports for programs: the core's object, with the file's name before it.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::json;
use weixin_draft::{Language, Level, Report, ReportInLanguage};

use super::format::{Format, Unchecked};
use super::{Subject, Tally};

pub(super) struct Json {
    pub(super) language: Language,
    /// One object a line instead of an array.
    pub(super) one_a_line: bool,
}

#[derive(Serialize)]
struct Object<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(flatten)]
    report: ReportInLanguage<'a>,
}

impl Format for Json {
    fn begin(&self, into: &mut dyn Write) -> io::Result<()> {
        if self.one_a_line { Ok(()) } else { writeln!(into, "[") }
    }

    fn separator(&self) -> &'static str {
        if self.one_a_line { "" } else { "," }
    }

    fn report(
        &self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        let report = report.in_language(self.language);
        let object = Object { file: subject.file, line: subject.line, report };
        serde_json::to_writer(&mut *into, &object)?;
        writeln!(into)
    }

    fn unchecked(&self, unchecked: &Unchecked<'_>, into: &mut dyn Write) -> io::Result<()> {
        let object = json!({
            "file": unchecked.file,
            "ok": unchecked.level != Level::Error,
            "violations": [],
            "omitted": 0,
            (unchecked.why): true,
            "message": unchecked.reason,
        });
        writeln!(into, "{object}")
    }

    fn finish(&self, tally: &Tally, statistics: bool, into: &mut dyn Write) -> io::Result<()> {
        if !self.one_a_line {
            return writeln!(into, "]");
        }
        if statistics { write_statistics(tally, into) } else { Ok(()) }
    }
}

/// What a whole check found, as one object on a line of its own.
fn write_statistics(tally: &Tally, into: &mut dyn Write) -> io::Result<()> {
    let codes: Vec<_> = tally
        .most_frequent()
        .into_iter()
        .map(|(code, count)| json!({ "code": code, "count": count }))
        .collect();
    let summary = json!({
        "requests": tally.requests,
        "refused": tally.refused,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "omitted": tally.omitted,
        "codes": codes,
    });
    writeln!(into, "{}", json!({ "summary": summary }))
}
