//! Characters that are not expected where they are.

use std::ops::Range;

use super::character::{closing, is_invisible, look_alike, wrong_quote};
use super::context::{Context, Expects};
use super::document::is_html;
use super::token::{begins_member, number, unclosed_string};
use super::word::{fault_of_word, is_python_prefix, word_length};
use super::{Diagnosis, Fault, is_number_of_item};

/// A character that is not expected.
pub(super) fn diagnose(text: &str, offset: usize, context: &Context) -> Diagnosis {
    let mut diagnosis = at_character(text, offset, context);
    if let Fault::UnescapedQuote
    | Fault::UnclosedString
    | Fault::TripleQuotes
    | Fault::Doubled
    | Fault::Joined
    | Fault::LookAlike("\"") = diagnosis.fault
        && context.expects == Expects::Separator
    {
        diagnosis.value = context.last.as_ref().map(|last| last.start);
    }
    diagnosis
}

#[expect(clippy::too_many_lines, reason = "one list of what a character may be")]
fn at_character(text: &str, offset: usize, context: &Context) -> Diagnosis {
    let rest = &text[offset..];
    let Some(character) = rest.chars().next() else {
        return Diagnosis::new(Fault::EndsEarly, offset..offset);
    };
    if let Some(comment) = comment(text, offset) {
        return comment;
    }
    if let Some(mark) =
        ["<<<<<<<", "=======", ">>>>>>>"].into_iter().find(|mark| rest.starts_with(mark))
    {
        return Diagnosis::new(Fault::MergeConflict(mark), offset..offset + mark.len());
    }
    if ["&quot;", "&#34;", "&#x22;"].iter().any(|quote| rest.starts_with(quote)) {
        return Diagnosis::of_character(Fault::HtmlEscaped, text, offset);
    }
    if let Some(last) = &context.last
        && text[last.start..].starts_with("\"\"\"")
    {
        return Diagnosis::new(Fault::TripleQuotes, last.start..last.start + 3);
    }
    if is_between_doubled_quotes(text, offset, context) {
        return Diagnosis::of_character(Fault::Doubled, text, offset - 1);
    }
    if let Some(diagnosis) = of_program(text, offset, context) {
        return diagnosis;
    }
    if let Some(string) = unclosed_before(text, offset, context) {
        return unclosed_string(text, string);
    }
    if let Some(quote) = quote_inside(text, offset, context) {
        return quote;
    }
    let last = context.last_byte(text.as_bytes());
    let of_character = |fault| Diagnosis::of_character(fault, text, offset);
    if is_invisible(character) {
        return of_character(Fault::Invisible);
    }
    if rest.starts_with("...") || character == '…' {
        return of_character(Fault::Ellipsis);
    }
    // Digits in groups, as in `1_000`.
    if character == '_' && text[..offset].ends_with(|last: char| last.is_ascii_digit()) {
        return number(text, offset, context);
    }
    let after_colon = last == b':';
    let before = &text.as_bytes()[..offset];
    let fault = match (context.expects, character) {
        (Expects::Name | Expects::Value, '}' | ']') if last == b',' => {
            let comma = context.last.clone().unwrap_or(offset..offset);
            return Diagnosis::new(Fault::NeedlessComma, comma);
        }
        (Expects::Value, ',' | '}' | ']') if after_colon => Fault::MissingValue,
        (Expects::Colon, ',') if is_value_after_comma(&rest[1..]) => Fault::LookAlike(":"),
        (Expects::Colon, ',' | '}' | ']') => Fault::MissingValue,
        (Expects::Name | Expects::Value, ',') => Fault::NeedlessComma,
        (Expects::Name, '{' | '%') if before.ends_with(b"{") => {
            let is_name_next = rest.as_bytes()[1..].trim_ascii_start().starts_with(b"\"");
            let fault = if is_name_next { Fault::Doubled } else { Fault::Template };
            return Diagnosis::of_character(fault, text, offset - 1);
        }
        (Expects::Name, '{')
            if last == b'{' || rest.starts_with("{{") || rest.starts_with("{%") =>
        {
            Fault::Template
        }
        (Expects::Value, '<') if is_html(rest) => Fault::BareHtml,
        (Expects::Value, '<' | '$' | '%' | '@' | '=') => Fault::Template,
        (Expects::Name | Expects::Value, '\\') => Fault::EscapedJson,
        (Expects::Name | Expects::Value, '\'') if is_shown_by_python(text) => Fault::OfProgram,
        (Expects::Name | Expects::Value, '\'' | '`') => Fault::LookAlike("\""),
        (_, _) if look_alike(character).is_some_and(|alike| fits(alike, context)) => {
            Fault::LookAlike(look_alike(character).unwrap_or_default())
        }
        // Digits in groups, as in `1,000`.
        (Expects::Name, '0'..='9')
            if word_length(rest) == 3 && matches!(before, [.., b'0'..=b'9', b',']) =>
        {
            let digits = before.iter().rev().skip(1).take_while(|byte| byte.is_ascii_digit());
            let begin = offset - 1 - digits.count();
            return Diagnosis {
                value: Some(begin),
                ..Diagnosis::new(Fault::BadNumber, begin..offset + 3)
            };
        }
        (Expects::Name, _) if is_word(character) || character.is_ascii_digit() => {
            return word(Fault::BareName, rest, offset);
        }
        (Expects::Name, ':') if rest[1..].starts_with(is_word) => {
            return word(Fault::BareName, &rest[1..], offset + 1);
        }
        (Expects::Value, '+' | '.') => Fault::BadNumber,
        (Expects::Value, _) if last == b'[' && rest.starts_with("object Object]") => {
            let begin = context.last.as_ref().map_or(offset, |last| last.start);
            let name = Diagnosis::new(Fault::OfProgram, begin..offset + "object Object]".len());
            return Diagnosis { value: Some(begin), ..name };
        }
        (Expects::Value, _) if is_python_prefix(rest) => Fault::OfProgram,
        (Expects::Value, _) if is_word(character) => {
            let fault = fault_of_word(&rest.as_bytes()[..word_length(rest)]);
            return word(fault, rest, offset);
        }
        (Expects::Colon, '"' | '{' | '[' | '0'..='9' | '-' | 't' | 'f' | 'n') => {
            Fault::MissingColon
        }
        (Expects::Separator | Expects::Value, '}' | ']') => match context.open.last() {
            Some((open, _)) => Fault::OtherBracket(closing(*open)),
            None => Fault::NeedlessBracket,
        },
        (Expects::Separator, '"' | '{' | '[' | '0'..='9' | '-') => Fault::MissingComma,
        (Expects::Separator, 't' | 'f' | 'n') if !context.is_in_object() => Fault::MissingComma,
        _ => Fault::Unexpected,
    };
    if let Fault::MissingComma | Fault::MissingColon = fault {
        let end = context.last.as_ref().map_or(offset, |last| last.end);
        return Diagnosis::new(fault, end..end);
    }
    of_character(fault)
}

/// Whether a text in single quotes has values, too, that only Python writes so.
fn is_shown_by_python(text: &str) -> bool {
    [": True", ": False", ": None", "\\x"].iter().any(|shown| text.contains(shown))
}

/// Something follows the value.
pub(super) fn after_value(text: &str, offset: usize, context: &Context) -> Diagnosis {
    let rest = &text[offset..];
    if let Some(comment) = comment(text, offset) {
        return comment;
    }
    let end = context.last.as_ref().map_or(offset, |last| last.end);
    let first = rest.chars().next().unwrap_or_default();
    if text[..offset].ends_with('"') && first == '"' {
        return Diagnosis::of_character(Fault::Doubled, text, offset);
    }
    let before = text[..offset].trim_ascii();
    if matches!(first, '、' | ')' | '）' | '．') && is_number_of_item(before) {
        let begin = text.len() - text.trim_ascii_start().len();
        return Diagnosis::new(Fault::PlainText, begin..begin);
    }
    let fault = match first {
        '}' | ']' => Fault::NeedlessBracket,
        ':' if context.last_byte(text.as_bytes()) == b'"' => Fault::MissingBraces,
        '{' | '[' | '"' | '0'..='9' if text[end..offset].contains('\n') => Fault::OneRequestALine,
        '{' | '[' | '"' | '0'..='9' => Fault::AnotherValue,
        ',' if rest[1..].trim_ascii_start().starts_with('{') => Fault::AnotherValue,
        ',' => Fault::NeedlessComma,
        '`' => Fault::CodeFence,
        _ if is_invisible(first) => Fault::Invisible,
        _ => Fault::TextAfterValue,
    };
    Diagnosis::of_character(fault, text, offset)
}

/// A comment of a programming language, to the end of its line.
pub(super) fn comment(text: &str, offset: usize) -> Option<Diagnosis> {
    let rest = &text[offset..];
    let sign = ["//", "/*", "#", "--", "<!--"].into_iter().find(|sign| rest.starts_with(sign))?;
    let length = match sign {
        "/*" => match rest.find("*/") {
            Some(end) => end + 2,
            None => {
                let fault = Fault::UnclosedBracket(sign, "*/");
                return Some(Diagnosis::new(fault, offset..offset + sign.len()));
            }
        },
        _ => rest.find('\n').unwrap_or(rest.len()),
    };
    Some(Diagnosis::new(Fault::Comment(sign), offset..offset + length))
}

/// Whether the quotes before this place are doubled, as in a field of CSV, and the next ones.
fn is_between_doubled_quotes(text: &str, offset: usize, context: &Context) -> bool {
    let is_doubled = context.last.as_ref().is_some_and(|last| {
        last.end == offset && last.len() == 2 && text.as_bytes()[last.start] == b'"'
    });
    let closing = text[offset..].split_once('"');
    is_doubled && closing.is_some_and(|(_, after)| after.starts_with('"'))
}

/// Whether a value follows a comma that was meant to be a colon.
fn is_value_after_comma(rest: &str) -> bool {
    let rest = rest.trim_ascii_start();
    rest.starts_with(['"', '{', '[']) && !begins_member(rest)
        || rest.starts_with(|first: char| first.is_ascii_digit())
}

/// What diffs, mail and other languages have here.
fn of_program(text: &str, offset: usize, context: &Context) -> Option<Diagnosis> {
    let rest = &text[offset..];
    let of_character = |fault| Some(Diagnosis::of_character(fault, text, offset));
    if text[..offset].ends_with('\n')
        && let Some(mark) = ["+", "-", ">"].into_iter().find(|mark| rest.starts_with(mark))
        && context.expects != Expects::Value
    {
        return of_character(Fault::Marked(mark));
    }
    let last = context.last.clone().filter(|last| text.as_bytes()[last.start] == b'"')?;
    match (context.expects, rest.as_bytes()) {
        (Expects::Colon | Expects::Separator, [b'=', b'>', ..]) => {
            Some(Diagnosis::new(Fault::Arrow, offset..offset + 2))
        }
        // A name where its object would begin.
        (Expects::Separator, [b':', ..]) => Some(Diagnosis::new(Fault::MissingBraces, last)),
        (Expects::Separator, [b'+' | b'.', after @ ..])
            if after
                .trim_ascii_start()
                .first()
                .is_some_and(|first| first.is_ascii_alphabetic() || b"\"'`$".contains(first)) =>
        {
            of_character(Fault::Joined)
        }
        // Two strings after each other. Where nothing is between them, the quotes were meant to
        // be inside of one.
        (Expects::Separator, [b'"', ..]) if context.is_in_object() && !begins_member(rest) => {
            let quote = last.end - 1..last.end;
            if offset == last.end {
                Some(Diagnosis::new(Fault::UnescapedQuote, quote))
            } else {
                of_character(Fault::Joined)
            }
        }
        _ => None,
    }
}

/// The string before this place, up to the quote that was meant to begin the next one, if it
/// ends at such a quote.
fn unclosed_before(text: &str, offset: usize, context: &Context) -> Option<Range<usize>> {
    let last = context.last.clone().filter(|last| text.as_bytes()[last.start] == b'"')?;
    let string = text[last.start + 1..last.end - 1].trim_ascii_end();
    let rest = &text[last.end - 1..];
    let is_unclosed = match context.expects {
        Expects::Separator if !context.is_in_object() => {
            string.ends_with(',') && begins_item(rest) && offset == last.end
        }
        Expects::Separator => string.ends_with(',') && begins_member(rest),
        // `{"media_id:"M1"`, `{"index:0,"title"` or `{"articles:{"title"`.
        Expects::Colon => {
            string.ends_with([':', ',', '{', '['])
                && string[word_length(string)..].starts_with(':')
                && offset == last.end
        }
        _ => false,
    };
    is_unclosed.then_some(last.start..last.end - 1)
}

/// Whether a text begins with a string of an array and what follows it.
fn begins_item(text: &str) -> bool {
    let after = text.get(1..).and_then(|rest| rest.split_once('"')).map(|(_, after)| after);
    after.is_some_and(|after| after.trim_ascii_start().starts_with([',', ']']))
}

/// A quote in the string before this place that was meant to be inside of it, or
/// another one that was meant to end it.
fn quote_inside(text: &str, offset: usize, context: &Context) -> Option<Diagnosis> {
    let character = text[offset..].chars().next()?;
    let last = context.last.clone().filter(|last| text.as_bytes()[last.start] == b'"')?;
    // `"title”: "x"`, whose name ends at the quote that begins its value.
    let string = last.start + 1..last.end - 1;
    if wrong_quote(&text[string.clone()]).is_some() {
        return Some(unclosed_string(text, last.start..string.end));
    }
    let is_value = context.expects == Expects::Separator;
    let ends_value =
        matches!(character, ',' | '}' | ']' | '"' | '{' | '[' | ';' | '；' | '，' | '｝' | '］')
            || (look_alike(character) == Some(",")
                && begins_member(text[offset + character.len_utf8()..].trim_ascii_start()));
    let is_text = !ends_value && !is_invisible(character);
    let in_object = context.is_in_object();
    let follows = offset == last.end;
    (is_value && is_text && (in_object || follows))
        .then(|| Diagnosis::new(Fault::UnescapedQuote, last.end - 1..last.end))
}

/// Whether what a character is taken for is expected.
fn fits(alike: &str, context: &Context) -> bool {
    match context.expects {
        Expects::Name => matches!(alike, "\"" | "}"),
        Expects::Colon => alike == ":",
        Expects::Value => !matches!(alike, ":" | "," | "." | "}"),
        Expects::Separator => matches!(alike, "," | "}" | "]"),
        Expects::End => false,
    }
}

fn is_word(character: char) -> bool {
    character.is_alphabetic() || matches!(character, '_' | '$')
}

fn word(fault: Fault, rest: &str, offset: usize) -> Diagnosis {
    let range: Range<usize> = offset..offset + word_length(rest);
    Diagnosis::new(fault, range)
}
