//! Reports as JUnit's XML, which CI systems show as tests: one suite a request,
//! with one test case.

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use weixin_draft::{Language, Level, Report};

use super::format::{Format, Unchecked};
use super::{Subject, Tally, words};
use crate::escape::Visible;

pub(super) struct Junit {
    pub(super) language: Language,
}

impl Format for Junit {
    fn begin(&self, into: &mut dyn Write) -> io::Result<()> {
        writeln!(into, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(into, "<testsuites name=\"weixin-draft\">")
    }

    fn report(
        &self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        let (mut errors, mut others) = (String::new(), String::new());
        for violation in report.violations() {
            let text = if violation.level == Level::Error { &mut errors } else { &mut others };
            let at = subject.first_position(violation);
            let level = words::level_name(violation.level, self.language);
            let message = words::path_and_message(violation, self.language);
            let code = violation.code;
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}:{}: {level}[{code}] {message}", at.line, at.column);
        }
        if report.omitted() > 0 {
            let text = if report.is_ok() { &mut others } else { &mut errors };
            let _ = writeln!(text, "{}", words::and_more(report.omitted(), self.language));
        }
        let title = report.errors().next().map_or("omitted", |error| error.code);
        let failure = (!report.is_ok()).then_some(("failure", title, errors.as_str()));
        write_suite(subject, failure, &others, into)
    }

    fn unchecked(&self, unchecked: &Unchecked<'_>, into: &mut dyn Write) -> io::Result<()> {
        let element = if unchecked.level == Level::Error { "error" } else { "skipped" };
        let outcome = Some((element, unchecked.why, unchecked.reason));
        write_suite(Subject::of_file(unchecked.file, b""), outcome, "", into)
    }

    fn finish(&self, _tally: &Tally, _statistics: bool, into: &mut dyn Write) -> io::Result<()> {
        writeln!(into, "</testsuites>")
    }
}

/// `failure` is the element, its type, and its text.
fn write_suite(
    subject: Subject<'_>,
    failure: Option<(&str, &str, &str)>,
    output: &str,
    into: &mut dyn Write,
) -> io::Result<()> {
    let count = |element| u8::from(failure.is_some_and(|(it, ..)| it == element));
    let (failures, errors) = (count("failure"), count("error"));
    let skipped = count("skipped");
    let file = Xml(subject.file);
    let line = subject.line.map(|line| format!(":{line}")).unwrap_or_default();
    writeln!(
        into,
        "  <testsuite name=\"{file}{line}\" tests=\"1\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\">"
    )?;
    writeln!(
        into,
        "    <testcase name=\"draft_update\" classname=\"{file}{line}\" file=\"{file}\">"
    )?;
    if let Some((element, title, text)) = failure {
        let first = text.lines().next().unwrap_or_default();
        let (first, text) = (Xml(first), Xml(text.trim_end()));
        writeln!(into, "      <{element} type=\"{title}\" message=\"{first}\">{text}</{element}>")?;
    }
    if !output.is_empty() {
        writeln!(into, "      <system-out>{}</system-out>", Xml(output.trim_end()))?;
    }
    writeln!(into, "    </testcase>\n  </testsuite>")
}

/// Text of an element or attribute. Control characters, which XML cannot hold even
/// escaped, are made visible; line ends are kept.
struct Xml<'a>(&'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, line) in self.0.split('\n').enumerate() {
            if position > 0 {
                formatter.write_str("\n")?;
            }
            for character in Visible(line).to_string().chars() {
                match character {
                    '&' => formatter.write_str("&amp;")?,
                    '<' => formatter.write_str("&lt;")?,
                    '>' => formatter.write_str("&gt;")?,
                    '"' => formatter.write_str("&quot;")?,
                    '\u{FFFE}' | '\u{FFFF}' => formatter.write_char('\u{FFFD}')?,
                    other => formatter.write_char(other)?,
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn nothing_leaves_its_element() {
        let shown = Xml("<a href=\"x\">&\n\u{1B}\u{FFFF}中").to_string();
        assert_eq!(shown, "&lt;a href=&quot;x&quot;&gt;&amp;\n\\u{1b}\u{FFFD}中");
    }
}
