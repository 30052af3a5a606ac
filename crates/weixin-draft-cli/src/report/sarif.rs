//! Reports as SARIF 2.1.0, for code scanning and editors. Columns are code points.

use std::io::{self, Write};

use serde_json::{Value, json};
use weixin_draft::{Fix, Language, Level, Location, Report, Violation, all_rules};

use super::format::{Format, Unchecked};
use super::subject::Position;
use super::{Subject, Tally, words};

pub(super) struct Sarif {
    pub(super) language: Language,
}

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

impl Format for Sarif {
    fn begin(&self, into: &mut dyn Write) -> io::Result<()> {
        let rules: Vec<Value> = all_rules()
            .map(|rule| {
                json!({
                    "id": rule.code,
                    "shortDescription": { "text": rule.summary.get(self.language) },
                    "fullDescription": { "text": rule.reason.get(self.language) },
                    "helpUri": rule.url(self.language),
                    "defaultConfiguration": { "level": level(rule.level) },
                })
            })
            .collect();
        let driver = json!({
            "name": "weixin-draft",
            "version": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "rules": rules,
        });
        let (tool, schema) = (json!({ "driver": driver }), json!(SCHEMA));
        writeln!(
            into,
            "{{\"$schema\":{schema},\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{tool},\
             \"columnKind\":\"unicodeCodePoints\",\"results\":["
        )
    }

    fn separator(&self) -> &'static str {
        ","
    }

    fn report(
        &self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        let mut results: Vec<Value> = report
            .violations()
            .iter()
            .map(|violation| result(subject, violation, self.language))
            .collect();
        if report.omitted() > 0 {
            let level = if report.is_ok() { Level::Warning } else { Level::Error };
            let text = words::and_more(report.omitted(), self.language);
            results.push(plain_result(subject, "omitted", level, &text));
        }
        write_list(&results, into)
    }

    fn unchecked(&self, unchecked: &Unchecked<'_>, into: &mut dyn Write) -> io::Result<()> {
        let Unchecked { file, why, level, reason } = *unchecked;
        write_list(&[plain_result(Subject::of_file(file, b""), why, level, reason)], into)
    }

    fn finish(&self, _tally: &Tally, _statistics: bool, into: &mut dyn Write) -> io::Result<()> {
        writeln!(into, "]}}]}}")
    }
}

fn write_list(results: &[Value], into: &mut dyn Write) -> io::Result<()> {
    for (position, result) in results.iter().enumerate() {
        let separator = if position > 0 { "," } else { "" };
        writeln!(into, "{separator}{result}")?;
    }
    Ok(())
}

fn result(subject: Subject<'_>, violation: &Violation, language: Language) -> Value {
    let locations: Vec<Value> = violation
        .places
        .iter()
        .map(|place| (place.location.as_ref(), Some(words::place(place, language))))
        .chain(violation.places.is_empty().then_some((violation.location.as_ref(), None)))
        .map(|(at, message)| location(subject, at, message.as_deref()))
        .collect();
    let mut result = json!({
        "ruleId": violation.code,
        "level": level(violation.level),
        "message": { "text": words::path_and_message(violation, language) },
        // One place a result; the others of the same violation are related ones.
        "locations": locations[..1],
        "relatedLocations": locations[1..],
        "properties": { "path": violation.path, "count": violation.count },
    });
    if let Some(rule_index) = all_rules().position(|rule| rule.code == violation.code) {
        result["ruleIndex"] = rule_index.into();
    }
    if let (Some(fix), Some(near)) = (&violation.fix, &violation.location) {
        result["fixes"] = fixes(subject, fix, near, language);
    }
    result
}

/// A result without a place of its own.
fn plain_result(subject: Subject<'_>, code: &str, at: Level, message: &str) -> Value {
    json!({
        "ruleId": code,
        "level": level(at),
        "message": { "text": message },
        "locations": [location(subject, None, None)],
    })
}

fn location(subject: Subject<'_>, at: Option<&Location>, message: Option<&str>) -> Value {
    let region = match at {
        Some(at) => region(subject.span(&at.range, at)),
        None => json!({ "startLine": subject.line.unwrap_or(1) }),
    };
    let physical = json!({ "artifactLocation": artifact(subject), "region": region });
    let mut location = json!({ "physicalLocation": physical });
    if let Some(message) = message {
        location["message"] = json!({ "text": message });
    }
    location
}

fn region((start, end): (Position, Position)) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// The fix as replacements; nothing when it has too many to be listed.
fn fixes(subject: Subject<'_>, fix: &Fix, near: &Location, language: Language) -> Value {
    let Some(edits) = &fix.edits else { return json!([]) };
    let replacements: Vec<Value> = edits
        .iter()
        .map(|edit| {
            json!({
                "deletedRegion": region(subject.span(&edit.range, near)),
                "insertedContent": { "text": edit.replacement() },
            })
        })
        .collect();
    json!([{
        "description": { "text": fix.message(language) },
        "artifactChanges": [{
            "artifactLocation": artifact(subject),
            "replacements": replacements,
        }],
        "properties": { "applicability": fix.applicability.as_str() },
    }])
}

/// The file as a relative reference or an address.
fn artifact(subject: Subject<'_>) -> Value {
    let path = subject.file.replace('\\', "/");
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |byte: u8| {
        if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    let encoded: String = path.bytes().map(encode).collect();
    let scheme = if encoded.starts_with('/') { "file://" } else { "" };
    json!({ "uri": format!("{scheme}{encoded}") })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        _ => "note",
    }
}
