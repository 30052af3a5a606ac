//! Writes an address so that it is read as what it is, wherever it is put.

use std::borrow::Cow;
use std::fmt::Write;

use super::image_address::Syntax;

/// What is around an address.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) syntax: Syntax,
    /// Whether the attribute has quotes.
    pub(super) is_quoted: bool,
    /// Whether an entity comes before it that its first character could be taken for
    /// a part of.
    pub(super) follows_open_entity: bool,
}

/// The HTML of an address.
pub(super) fn written(address: &str, form: Form) -> String {
    let text = match form.syntax {
        Syntax::Address => Cow::Borrowed(address),
        Syntax::Candidates => candidate(address),
        Syntax::Style => style_url(address),
    };
    let mut html = String::with_capacity(text.len());
    for (position, character) in text.chars().enumerate() {
        let is_special = match character {
            '"' | '\'' | '\r' => true,
            // All of what ends a value without quotes, and what is an error in one.
            '<' | '>' | '=' | '`' => !form.is_quoted,
            other => other.is_ascii_whitespace() && !form.is_quoted,
        };
        if character == '&' {
            html.push_str("&amp;");
        } else if is_special || (position == 0 && form.follows_open_entity) {
            // Writing into a string cannot fail.
            let _ = write!(html, "&#{};", u32::from(character));
        } else {
            html.push(character);
        }
    }
    html
}

/// For a `srcset`, where blanks end an address, and commas around it are none of it.
fn candidate(address: &str) -> Cow<'_, str> {
    let is_special = |character: char| character == ',' || character.is_ascii_whitespace();
    if !address.contains(is_special) {
        return Cow::Borrowed(address);
    }
    let inside = address.trim_start_matches(',');
    let before = address.len() - inside.len();
    let inner = inside.trim_end_matches(',');
    let mut text = "%2C".repeat(before);
    for character in inner.chars() {
        if character.is_ascii_whitespace() {
            let _ = write!(text, "%{:02X}", u32::from(character));
        } else {
            text.push(character);
        }
    }
    text.push_str(&"%2C".repeat(inside.len() - inner.len()));
    Cow::Owned(text)
}

/// For the `url(...)` of a style, with quotes or without.
fn style_url(address: &str) -> Cow<'_, str> {
    let is_special = |character: char| {
        matches!(character, '"' | '\'' | '(' | ')' | '\\')
            || character.is_ascii_whitespace()
            || character.is_ascii_control()
    };
    if !address.contains(is_special) {
        return Cow::Borrowed(address);
    }
    let mut text = String::with_capacity(address.len() + 8);
    for character in address.chars() {
        if is_special(character) {
            // The blank ends the number.
            let _ = write!(text, "\\{:x} ", u32::from(character));
        } else {
            text.push(character);
        }
    }
    Cow::Owned(text)
}
