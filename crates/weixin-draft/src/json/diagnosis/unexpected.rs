//! Characters that are not expected where they are.

use std::ops::Range;

use super::character::{bracket, closing, is_invisible, look_alike};
use super::context::{Context, Expects};
use super::token::{begins_member, number};
use super::word::{fault_of_word, word_length};
use super::{Diagnosis, Fault, is_number_of_item};

/// A character that is not expected.
pub(super) fn diagnose(text: &str, offset: usize, context: &Context) -> Diagnosis {
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
    if let Some(diagnosis) = of_program(text, offset, context) {
        return diagnosis;
    }
    if let Some(begin) = unclosed_before(text, offset, context) {
        return Diagnosis::new(Fault::UnclosedString, begin..begin + 1);
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
    let fault = match (context.expects, character) {
        (Expects::Name | Expects::Value, '}' | ']') if last == b',' => {
            let comma = context.last.clone().unwrap_or(offset..offset);
            return Diagnosis::new(Fault::TrailingComma(bracket(rest.as_bytes()[0])), comma);
        }
        (Expects::Value, ',' | '}' | ']') if after_colon => Fault::MissingValue,
        (Expects::Colon, ',' | '}' | ']') => Fault::MissingValue,
        (Expects::Name | Expects::Value, ',') => Fault::NeedlessComma,
        (Expects::Name, '{' | '%') if text[..offset].ends_with('{') => {
            return Diagnosis::of_character(Fault::Template, text, offset - 1);
        }
        (Expects::Name, '{')
            if last == b'{' || rest.starts_with("{{") || rest.starts_with("{%") =>
        {
            Fault::Template
        }
        (Expects::Value, '<' | '$' | '%' | '@') => Fault::Template,
        (Expects::Name | Expects::Value, '\\') => Fault::EscapedJson,
        (Expects::Name | Expects::Value, '\'' | '`') => Fault::Quote,
        (_, _) if look_alike(character).is_some_and(|alike| fits(alike, context)) => {
            Fault::LookAlike(look_alike(character).unwrap_or_default())
        }
        (Expects::Name, _) if is_word(character) || character.is_ascii_digit() => {
            return word(Fault::BareName, rest, offset);
        }
        (Expects::Name, ':') if rest[1..].starts_with(is_word) => {
            return word(Fault::BareName, &rest[1..], offset + 1);
        }
        (Expects::Value, '+') => Fault::PlusSign,
        (Expects::Value, '.') => Fault::BarePoint,
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

/// Something follows the value.
pub(super) fn after_value(text: &str, offset: usize, context: &Context) -> Diagnosis {
    let rest = &text[offset..];
    if let Some(comment) = comment(text, offset) {
        return comment;
    }
    let end = context.last.as_ref().map_or(offset, |last| last.end);
    let first = rest.chars().next().unwrap_or_default();
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
        _ => None,
    }
}

/// Where the string before this place begins, if it ends at a quote that was meant to begin
/// the next one.
fn unclosed_before(text: &str, offset: usize, context: &Context) -> Option<usize> {
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
    is_unclosed.then_some(last.start)
}

/// Whether a text begins with a string of an array and what follows it.
fn begins_item(text: &str) -> bool {
    let after = text.get(1..).and_then(|rest| rest.split_once('"')).map(|(_, after)| after);
    after.is_some_and(|after| after.trim_ascii_start().starts_with([',', ']']))
}

/// A quote in the string before this place that was meant to be inside of it, or a
/// curly one that was meant to end it.
fn quote_inside(text: &str, offset: usize, context: &Context) -> Option<Diagnosis> {
    let character = text[offset..].chars().next()?;
    let last = context.last.clone().filter(|last| text.as_bytes()[last.start] == b'"')?;
    let string = &text[last.clone()];
    // `"title”: "x"`, whose name ends at the quote that begins its value.
    let curly = string.char_indices().find(|(at, quote)| {
        matches!(quote, '”' | '“' | '＂') && {
            let after = string[at + quote.len_utf8()..].trim_ascii_start();
            after.starts_with([':', ',', '}', '：', '，']) || after == "\""
        }
    });
    if let Some((at, _)) = curly {
        return Some(Diagnosis::of_character(Fault::CurlyQuote, text, last.start + at));
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
