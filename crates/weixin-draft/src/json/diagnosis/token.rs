//! Strings, numbers and brackets that are not what they should be.

use std::ops::Range;

use super::character::{bracket, closing, wrong_quote};
use super::context::Context;
use super::word::fault_of_word;
use super::{Diagnosis, Fault};

/// The text ends in the middle of something.
pub(super) fn unclosed(text: &str, offset: usize, context: &Context) -> Diagnosis {
    if let Some(begin) = context.inside
        && text[begin..].starts_with('"')
    {
        return unclosed_string(text, begin..text.len());
    }
    match context.open.last() {
        Some((open, at)) => {
            let fault = Fault::UnclosedBracket(bracket(*open), closing(*open));
            Diagnosis::new(fault, *at..at + 1)
        }
        None => Diagnosis::new(Fault::EndsEarly, offset..offset),
    }
}

/// A string that is not closed: at its quote, or at another one that was meant to close it.
pub(super) fn unclosed_string(text: &str, string: Range<usize>) -> Diagnosis {
    match wrong_quote(&text[string.start + 1..string.end]) {
        Some(at) => Diagnosis::of_character(Fault::LookAlike("\""), text, string.start + 1 + at),
        None => Diagnosis::new(Fault::UnclosedString, string.start..string.start + 1),
    }
}

/// A control character in a string.
pub(super) fn control_character(text: &str, offset: usize, context: &Context) -> Diagnosis {
    let fault = match text.as_bytes()[offset] {
        b'\n' | b'\r' => {
            // The closing quote may be what is missing: then the next line is one of JSON.
            if let Some(begin) = context.inside
                && begins_like_json(text[offset..].trim_ascii_start())
            {
                return unclosed_string(text, begin..offset);
            }
            Fault::LineBreakInString
        }
        b'\t' => Fault::TabInString,
        _ => Fault::ControlInString,
    };
    Diagnosis::of_character(fault, text, offset)
}

/// Whether a line looks like a closing bracket or a member of an object.
fn begins_like_json(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    if let Some(rest) = line.strip_prefix(['}', ']']) {
        return rest.trim_matches(['}', ']', ',', ' ']).is_empty();
    }
    begins_member(line)
}

/// Whether a text begins with a name in quotes and its colon.
pub(super) fn begins_member(text: &str) -> bool {
    let name = text.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    name.is_some_and(|(name, rest)| !name.is_empty() && rest.trim_ascii_start().starts_with(':'))
}

/// An escape that JSON does not have; the offset is that of its backslash.
pub(super) fn escape(text: &str, offset: usize) -> Diagnosis {
    let Some(escaped) = text[offset + 1..].chars().next() else {
        return Diagnosis::new(Fault::EndsEarly, offset..offset + 1);
    };
    let fault = match escaped {
        '\n' | '\r' => Fault::ContinuedLine,
        'u' => Fault::BadUnicodeEscape,
        '\'' | '`' | '&' | '<' | '>' | '=' | '-' | '_' | '*' | '#' | '(' | ')' | '[' | ']'
        | '!' => Fault::NeedlessEscape,
        _ => Fault::BadEscape,
    };
    let end = offset + 1 + escaped.len_utf8();
    Diagnosis { character: Some(escaped), ..Diagnosis::new(fault, offset..end) }
}

/// A number that is not one in JSON.
pub(super) fn number(text: &str, offset: usize, context: &Context) -> Diagnosis {
    let last = context.last.as_ref().map(|last| last.start);
    let begin = context.inside.or(last).unwrap_or(offset);
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-._".contains(byte);
    let length = text.as_bytes()[begin..].iter().take_while(|byte| is_part(byte)).count();
    let number = &text[begin..begin + length];
    let unsigned = number.trim_start_matches('-');
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let fault = match unsigned.as_bytes() {
        [b'0', rest @ ..] if digit(rest.first()) => Fault::LeadingZero,
        [first, ..] if first.is_ascii_alphabetic() => match fault_of_word(unsigned.as_bytes()) {
            fault @ Fault::OtherNull(_) => fault,
            _ => Fault::BadNumber,
        },
        _ => Fault::BadNumber,
    };
    Diagnosis::new(fault, begin..begin + length.max(1))
}
