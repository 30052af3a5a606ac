//! Reports for people.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;
use weixin_draft::{Applicability, Language, Level, Location, Place, Report, Violation};

use super::excerpt::Excerpt;
use super::format::{Format, Unchecked};
use super::wrap::wrap;
use super::{Subject, Tally, words};
use crate::escape::Visible;
use crate::style::Paint;

/// How text is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text {
    pub(crate) language: Language,
    pub(crate) paint: Paint,
    /// Columns of the terminal, if it is one.
    pub(crate) width: Option<usize>,
    /// Whether codes link to the rule's page.
    pub(crate) hyperlinks: bool,
    /// Whether to leave out what is no violation.
    pub(crate) quiet: bool,
}

/// Excerpts are so wide where there is no terminal.
const EXCERPT_WIDTH: usize = 100;

impl Text {
    /// Prints one report.
    pub(crate) fn write(
        &self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        for violation in report.violations() {
            self.write_violation(subject, violation, into)?;
            self.write_fix(violation, into)?;
        }
        self.write_omitted(subject.file, report, into)
    }

    /// Prints the warnings of one report; without places where there is no subject.
    pub(crate) fn write_warnings(
        &self,
        subject: Option<Subject<'_>>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        for violation in report.warnings() {
            match subject {
                Some(subject) => self.write_violation(subject, violation, into)?,
                None => self.write_plainly(violation, into)?,
            }
        }
        self.write_omitted(subject.map_or("", |subject| subject.file), report, into)
    }

    /// Prints a violation of something that is not the user's file.
    pub(crate) fn write_plainly(
        &self,
        violation: &Violation,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        self.write_by_places(violation, into, |place| words::place(place, self.language))
    }

    /// Prints a violation of what an option of the command line gives.
    pub(crate) fn write_of_option(
        &self,
        option: &str,
        violation: &Violation,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        self.write_head(Some(format!("{option}:")), violation, into)?;
        self.write_indented(&violation.message(self.language), into)
    }

    /// Prints what the server made of a content, whose places are in that content.
    pub(crate) fn write_stored(
        &self,
        violation: &Violation,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        self.write_by_places(violation, into, |place| {
            let words = words::place(place, self.language);
            let Some(at) = &place.location else { return words };
            let (line, column) = (at.line, at.column);
            say!(
                self.language,
                "line {line}, column {column} of the content: {words}",
                "正文第 {line} 行第 {column} 列：{words}"
            )
        })
    }

    fn write_by_places(
        &self,
        violation: &Violation,
        into: &mut dyn Write,
        words_of: impl Fn(&Place) -> String,
    ) -> io::Result<()> {
        self.write_head(None, violation, into)?;
        self.write_indented(&violation.message(self.language), into)?;
        for place in &violation.places {
            self.write_indented(&words_of(place), into)?;
        }
        match words::more_places(violation, self.language) {
            Some(more) => self.write_indented(&more, into),
            None => Ok(()),
        }
    }

    fn write_omitted(&self, file: &str, report: &Report, into: &mut dyn Write) -> io::Result<()> {
        if report.omitted() == 0 {
            return Ok(());
        }
        let more = words::and_more(report.omitted(), self.language);
        let separator = if file.is_empty() { "" } else { ": " };
        writeln!(into, "{}{separator}{more}", Visible(file))
    }

    /// Prints place, level and path of a violation: on one line, or on as many as it takes
    /// so that none is torn apart.
    fn write_head(
        &self,
        place: Option<String>,
        violation: &Violation,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        const INDENT: usize = 4;
        let level = words::level_name(violation.level, self.language);
        let level_width = level.width() + violation.code.len() + "[]".len();
        let level = format!("{level}[{}]", self.link(violation));
        let path = Visible(&words::path(violation, self.language)).to_string();
        let place = place.map(|place| (place.width(), self.paint.bold(place).to_string()));
        let level = (level_width, self.paint.level(violation.level, level).to_string());
        let mut column = 0;
        for (width, part) in place.into_iter().chain([level, (path.width(), path)]) {
            let is_full = self.width.is_some_and(|limit| column + 1 + width > limit);
            match (column, is_full) {
                (0, _) => column = width,
                (_, false) => {
                    write!(into, " ")?;
                    column += 1 + width;
                }
                (_, true) => {
                    write!(into, "\n{:INDENT$}", "")?;
                    column = INDENT + width;
                }
            }
            write!(into, "{part}")?;
        }
        writeln!(into)
    }

    /// Prints what a whole check found.
    pub(crate) fn write_summary(&self, tally: &Tally, into: &mut dyn Write) -> io::Result<()> {
        let language = self.language;
        let Tally { requests, refused, errors, warnings, omitted, .. } = *tally;
        let plural = |count: u64| if count == 1 { "" } else { "s" };
        let (request_s, error_s, warning_s) = (plural(requests), plural(errors), plural(warnings));
        let mut line = if requests == 0 {
            say!(language, "No requests.", "没有请求。")
        } else if errors + warnings == 0 {
            let all = say!(
                language,
                "{requests} request{request_s} checked, nothing to report.",
                "已检查 {requests} 个请求，没有发现问题。"
            );
            return writeln!(into, "{}", self.paint.good(self.wrapped(&all)));
        } else {
            say!(
                language,
                "{requests} request{request_s} checked, {refused} cannot be sent: {errors} error{error_s}, {warnings} warning{warning_s}",
                "已检查 {requests} 个请求，其中 {refused} 个不可发送：{errors} 个错误，{warnings} 个警告"
            )
        };
        if omitted > 0 {
            line += &say!(language, ", {omitted} not listed", "，另有 {omitted} 个未列出");
        }
        if requests > 0 {
            line += &say!(language, ".", "。");
        }
        writeln!(into, "{}", self.paint.bold(self.wrapped(&line)))?;
        let fixable = match (tally.fixable, tally.unsafely_fixable) {
            (0, 0) => return Ok(()),
            (safe, 0) => say!(language, "{safe} fixable with --fix.", "{safe} 处可用 --fix 修复。"),
            (0, more) => say!(
                language,
                "{more} fixable with --fix --unsafe-fixes.",
                "{more} 处可用 --fix --unsafe-fixes 修复。"
            ),
            (safe, more) => say!(
                language,
                "{safe} fixable with --fix, {more} more with --unsafe-fixes.",
                "{safe} 处可用 --fix 修复，另有 {more} 处需加 --unsafe-fixes。"
            ),
        };
        writeln!(into, "{}", self.wrapped(&fixable))
    }

    fn wrapped(&self, text: &str) -> String {
        wrap(text, self.width, "", "")
    }

    fn write_violation(
        &self,
        subject: Subject<'_>,
        violation: &Violation,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        let at = subject.first_position(violation);
        let place = format!("{}:{}:{}:", Visible(subject.file), at.line, at.column);
        self.write_head(Some(place), violation, into)?;
        self.write_indented(&violation.message(self.language), into)?;
        if violation.places.is_empty() {
            self.write_excerpt(subject, violation.level, violation.location.as_ref(), into)?;
        }
        for place in &violation.places {
            let at = subject.position(place.location.as_ref());
            let words = words::place(place, self.language);
            let line = format!("{}:{}:{}: {words}", subject.file, at.line, at.column);
            self.write_indented(&line, into)?;
            self.write_excerpt(subject, violation.level, place.location.as_ref(), into)?;
        }
        if let Some(more) = words::more_places(violation, self.language) {
            self.write_indented(&more, into)?;
        }
        Ok(())
    }

    fn write_fix(&self, violation: &Violation, into: &mut dyn Write) -> io::Result<()> {
        let Some(fix) = &violation.fix else { return Ok(()) };
        let message = fix.message(self.language);
        let line = match fix.applicability {
            Applicability::Safe => say!(self.language, "fix: {message}", "可修复：{message}"),
            _ => say!(self.language, "unsafe fix: {message}", "可修复（不安全）：{message}"),
        };
        self.write_indented(&line, into)
    }

    /// Prints a sentence below what it is about.
    pub(crate) fn write_indented(&self, text: &str, into: &mut dyn Write) -> io::Result<()> {
        let text = Visible(text).to_string();
        writeln!(into, "{}", wrap(&text, self.width, "    ", "      "))
    }

    /// The code, which on a terminal links to the rule's page.
    fn link(&self, violation: &Violation) -> String {
        let code = violation.code;
        if !self.hyperlinks {
            return code.to_owned();
        }
        format!("\x1B]8;;{}\x1B\\{code}\x1B]8;;\x1B\\", violation.url(self.language))
    }

    fn write_excerpt(
        &self,
        subject: Subject<'_>,
        level: Level,
        at: Option<&Location>,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        let Some(location) = at else { return Ok(()) };
        let line = subject.position(at).line.to_string();
        let margin = " ".repeat(line.len());
        let width = self.width.unwrap_or(EXCERPT_WIDTH).saturating_sub(line.len() + 6);
        let excerpt = Excerpt::of(subject.body, &location.range, width);
        if excerpt.text.is_empty() {
            return Ok(());
        }
        let caret = self.paint.level(level, "^".repeat(excerpt.width));
        let indent = " ".repeat(excerpt.indent);
        let (line, bar) = (self.paint.faint(line), self.paint.faint("|"));
        writeln!(into, "  {line} {bar} {}", excerpt.text)?;
        writeln!(into, "  {margin} {bar} {indent}{caret}")
    }
}

impl Format for Text {
    fn begin(&self, _into: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn report(
        &self,
        subject: Subject<'_>,
        report: &Report,
        into: &mut dyn Write,
    ) -> io::Result<()> {
        self.write(subject, report, into)
    }

    /// Standard error has been told already.
    fn unchecked(&self, _unchecked: &Unchecked<'_>, _into: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn finish(&self, tally: &Tally, statistics: bool, into: &mut dyn Write) -> io::Result<()> {
        if statistics {
            tally.write_table(into)?;
        }
        if self.quiet {
            return Ok(());
        }
        self.write_summary(tally, into)?;
        let (others, language) = (tally.others, self.language);
        let skipped = match others {
            0 => return Ok(()),
            1 => say!(
                language,
                "1 JSON file is not a request and was skipped; --verbose names it.",
                "有 1 个 JSON 文件不是请求，已跳过；--verbose 显示文件名。"
            ),
            _ => say!(
                language,
                "{others} JSON files are not requests and were skipped; --verbose names them.",
                "有 {others} 个 JSON 文件不是请求，已跳过；--verbose 显示文件名。"
            ),
        };
        writeln!(into, "{}", self.wrapped(&skipped))
    }
}
