//! Reports for programs.

use std::io::{self, Write};

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::json;
use weixin_draft::{Language, Report};
use weixin_draft_batch::{MAX_ROW_BYTES, TOO_LONG, too_long_message};

use super::{Subject, Tally};

/// One report as an object.
pub(crate) struct Json<'a> {
    subject: Subject<'a>,
    report: &'a Report,
    language: Language,
}

impl<'a> Json<'a> {
    pub(crate) fn of(subject: Subject<'a>, report: &'a Report, language: Language) -> Self {
        Json { subject, report, language }
    }

    /// Writes the members, for objects that have more of them.
    pub(crate) fn write_members<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("file", self.subject.file)?;
        if let Some(line) = self.subject.line {
            map.serialize_entry("line", &line)?;
        }
        map.serialize_entry("ok", &self.report.is_ok())?;
        map.serialize_entry("violations", &Violations(self))?;
        if self.report.omitted() > 0 {
            map.serialize_entry("omitted", &self.report.omitted())?;
        }
        Ok(())
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write_members(&mut map)?;
        map.end()
    }
}

struct Violations<'a>(&'a Json<'a>);

impl Serialize for Violations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let violations = self.0.report.violations();
        let mut list = serializer.serialize_seq(Some(violations.len()))?;
        for violation in violations {
            list.serialize_element(&violation.in_language(self.0.language))?;
        }
        list.end()
    }
}

/// The object of a file that cannot be read.
pub(crate) fn write_unreadable(file: &str, into: &mut impl Write) -> io::Result<()> {
    let object = json!({ "file": file, "ok": false, "violations": [], "unreadable": true });
    write!(into, "{object}")
}

/// The object of a line that was not checked, in the form of the others.
pub(super) fn write_too_long(
    subject: Subject<'_>,
    language: Language,
    into: &mut impl Write,
) -> io::Result<()> {
    let line = json!({
        "file": subject.file,
        "line": subject.line,
        "ok": false,
        "violations": [{
            "code": TOO_LONG,
            "level": "error",
            "path": "",
            "message": too_long_message(language),
            "limit": MAX_ROW_BYTES,
            "found": null,
            "line": 1,
            "column": 1,
            "range": null,
            "utf16_range": null,
            "count": 1,
            "places": [],
            "fix": null,
            "url": null,
        }],
    });
    writeln!(into, "{line}")
}

/// What a whole check found, as one object on a line of its own.
pub(super) fn write_statistics(tally: &Tally, into: &mut impl Write) -> io::Result<()> {
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
