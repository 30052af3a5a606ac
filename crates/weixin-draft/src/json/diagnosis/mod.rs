//! What is wrong with a text that is not JSON. It is found out after reading has
//! stopped, so that reading itself need not ask.

mod character;
mod context;
mod document;
mod fault;
mod markdown;
mod token;
mod unexpected;
mod word;

use std::ops::Range;

use super::reader::{Malformed, Problem};
pub(crate) use character::{is_invisible, look_alike, name_of_character};
use context::Context;
pub use document::other_encoding;
pub(crate) use fault::Fault;

/// Where a text stops being JSON, and why.
#[derive(Clone, Debug)]
pub(crate) struct Diagnosis {
    pub(crate) fault: Fault,
    /// The bytes to look at.
    pub(crate) range: Range<usize>,
    /// The character that is wrong, if it is one.
    pub(crate) character: Option<char>,
    /// Where the value begins that it is about, if reading was past it.
    pub(crate) value: Option<usize>,
}

impl Diagnosis {
    // Inlined in all of its many places, it would make the module for other languages larger.
    #[inline(never)]
    fn new(fault: Fault, range: Range<usize>) -> Self {
        Diagnosis { fault, range, character: None, value: None }
    }

    /// The character at `offset` is wrong.
    fn of_character(fault: Fault, text: &str, offset: usize) -> Self {
        let character = text.get(offset..).and_then(|rest| rest.chars().next());
        let length = character.map_or(0, char::len_utf8);
        Diagnosis { character, ..Diagnosis::new(fault, offset..offset + length) }
    }

    /// Whether it is said of the text as a whole.
    pub(crate) fn is_of_whole(&self, text: &[u8]) -> bool {
        let before = text.get(..self.range.end).unwrap_or_default();
        self.range.is_empty() && before.trim_ascii().is_empty()
    }
}

/// Finds out what is wrong with a text, of which reading knows where it stopped.
#[cold]
pub(crate) fn diagnose(body: &[u8], malformed: Malformed) -> Diagnosis {
    let Malformed { offset, problem } = malformed;
    if let Some(fault) = document::other_bytes(body) {
        return Diagnosis::new(fault, 0..0);
    }
    let text = match str::from_utf8(body) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let fault = match error.error_len() {
                // No text in any encoding has zeros that UTF-16 and UTF-32 do not explain.
                Some(_) if body.contains(&0) => return Diagnosis::new(Fault::Binary, 0..0),
                Some(_) => Fault::NotUtf8(body[at]),
                None => Fault::EndsEarly,
            };
            return Diagnosis::new(fault, at..at + 1);
        }
    };
    let context = Context::at(body, offset);
    if let Problem::UnexpectedCharacter | Problem::BadNumber = problem
        // The beginning of a list is read as a number, those of a link and of a section as an
        // array.
        && (context.last.is_none()
            || is_number_of_item(text[..offset].trim_ascii())
            || markdown::begins_with_link(text)
            || document::begins_with_section(text))
        && let Some(diagnosis) = document::diagnose(text)
    {
        return diagnosis;
    }
    match problem {
        Problem::Empty => Diagnosis::new(Fault::Empty, 0..0),
        Problem::ByteOrderMark => Diagnosis::of_character(Fault::ByteOrderMark, text, 0),
        // Which was found out above.
        Problem::NotUtf8 => Diagnosis::new(Fault::EndsEarly, offset..offset),
        Problem::TooDeep => Diagnosis::new(Fault::TooDeep, offset..offset + 1),
        Problem::EndsEarly => token::unclosed(text, offset, &context),
        Problem::ControlCharacter => token::control_character(text, offset, &context),
        Problem::BadEscape => token::escape(text, offset),
        Problem::LoneSurrogate => Diagnosis::new(Fault::LoneSurrogate, offset..offset + 6),
        Problem::BadNumber => token::number(text, offset, &context),
        Problem::TextAfterValue => unexpected::after_value(text, offset, &context),
        Problem::UnexpectedCharacter => unexpected::diagnose(text, offset, &context),
    }
}

/// Whether nothing but the number of an item of a list, or its dash, is there.
fn is_number_of_item(text: &str) -> bool {
    let number = text.strip_suffix('.').unwrap_or(text);
    text == "-" || number.bytes().all(|byte| byte.is_ascii_digit())
}
