//! Reports for people.

use std::io::{self, Write};

use weixin_draft::{Datum, Language, Level, Report, Violation};
use weixin_draft_batch::{TOO_LONG, too_long_message};

use super::{Subject, Tally};
use crate::escape::Visible;
use crate::style::Paint;

pub(super) fn write(
    subject: Subject<'_>,
    report: &Report,
    language: Language,
    paint: Paint,
    into: &mut impl Write,
) -> io::Result<()> {
    for violation in report.violations() {
        let (line, column) = subject.place(violation);
        let place = format!("{}:{line}:{column}:", Visible(subject.file));
        let level = format!("{}[{}]", level_name(violation.level, language), violation.code);
        let (place, level) = (paint.bold(place), paint.level(violation.level, level));
        let path = path(violation, language);
        writeln!(into, "{place} {level} {}", Visible(&path))?;
        writeln!(into, "    {}", Visible(&violation.message(language)))?;
        for place in places(violation, language) {
            writeln!(into, "    {}", paint.faint(Visible(&place)))?;
        }
    }
    if report.omitted() > 0 {
        writeln!(into, "{}: {}", Visible(subject.file), and_more(report.omitted(), language))?;
    }
    Ok(())
}

pub(super) fn write_too_long(
    subject: Subject<'_>,
    language: Language,
    paint: Paint,
    into: &mut impl Write,
) -> io::Result<()> {
    let place = format!("{}:{}:1:", Visible(subject.file), subject.line.unwrap_or(1));
    let level = format!("{}[{TOO_LONG}]", level_name(Level::Error, language));
    let (place, level) = (paint.bold(place), paint.level(Level::Error, level));
    writeln!(into, "{place} {level} {}", whole_document(language))?;
    writeln!(into, "    {}", too_long_message(language))
}

/// The rules that are broken most, one a line.
pub(super) fn write_statistics(tally: &Tally, into: &mut impl Write) -> io::Result<()> {
    let codes = tally.most_frequent();
    let width = codes.first().map_or(0, |(_, count)| count.to_string().len());
    for (code, count) in codes {
        writeln!(into, "{count:>width$} {code}")?;
    }
    Ok(())
}

pub(super) fn write_summary(
    tally: &Tally,
    language: Language,
    paint: Paint,
    into: &mut impl Write,
) -> io::Result<()> {
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
        return writeln!(into, "{}", paint.good(all));
    } else {
        say!(
            language,
            "{requests} request{request_s} checked, {refused} may not be sent: {errors} error{error_s}, {warnings} warning{warning_s}",
            "已检查 {requests} 个请求，其中 {refused} 个不可发送：{errors} 个错误，{warnings} 个警告"
        )
    };
    if omitted > 0 {
        line += &say!(language, ", {omitted} not listed", "，另有 {omitted} 个未列出");
    }
    if requests > 0 {
        line += &say!(language, ".", "。");
    }
    writeln!(into, "{}", paint.bold(line))
}

/// The violation's path, or words for the whole document. Not escaped.
pub(super) fn path(violation: &Violation, language: Language) -> String {
    if violation.path.is_empty() { whole_document(language) } else { violation.path.clone() }
}

fn whole_document(language: Language) -> String {
    say!(language, "(whole document)", "（整个请求）")
}

/// Where in the content the violation is, one place a text. Not escaped.
pub(super) fn places(violation: &Violation, language: Language) -> Vec<String> {
    let describe = |place: &weixin_draft::Place| {
        let (character, element) = (place.offset + 1, &place.element);
        match place.found.as_ref().map(|found| found_in_words(found, language)) {
            Some(found) => say!(
                language,
                "at character {character} of the content, <{element}>: {found}",
                "正文第 {character} 个字符处的 <{element}>：{found}"
            ),
            None => say!(
                language,
                "at character {character} of the content, <{element}>",
                "正文第 {character} 个字符处的 <{element}>"
            ),
        }
    };
    let mut places: Vec<String> = violation.places.iter().map(describe).collect();
    if violation.count > places.len() && !places.is_empty() {
        places.push(and_more(violation.count - places.len(), language));
    }
    places
}

/// What was found in a place; the kinds of addresses without a host have names.
fn found_in_words(found: &Datum, language: Language) -> String {
    match (found.to_string().as_str(), language) {
        ("path", Language::English) => "a relative path".to_owned(),
        ("path", Language::Chinese) => "相对路径".to_owned(),
        ("data:", Language::Chinese) => "data: 内嵌图片".to_owned(),
        (found, _) => found.to_owned(),
    }
}

pub(super) fn and_more(count: usize, language: Language) -> String {
    say!(language, "and {count} more", "另有 {count} 处未列出")
}

/// What a level is called.
pub(crate) fn level_name(level: Level, language: Language) -> &'static str {
    match (level, language) {
        (Level::Error, Language::Chinese) => "错误",
        (Level::Warning, Language::Chinese) => "警告",
        (Level::Off, Language::Chinese) => "关闭",
        (_, Language::Chinese) => "提示",
        (level, Language::English) => level.as_str(),
    }
}
