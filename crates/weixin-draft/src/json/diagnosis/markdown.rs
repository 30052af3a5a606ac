//! Markdown, and lines that begin with its sign of a heading.

use super::document::{
    SETTINGS, after_comments, begins_value, begins_with_section, is_assignment, is_yaml_member,
};
use super::unexpected::comment;
use super::{Diagnosis, Fault};

/// Beginnings of lines that only Markdown has.
const MARKS: [&str; 7] = ["## ", "### ", "#### ", "* ", "- ", "![", "**"];

/// Whether a text is Markdown, as far as its first line shows it.
pub(super) fn begins(text: &str) -> bool {
    begins_with_mark(text)
        || text.starts_with('|')
        || text.starts_with("> ")
        || begins_with_link(text)
}

/// Whether a text begins as `[text](address)` or `[![picture](…` does.
pub(super) fn begins_with_link(text: &str) -> bool {
    let first_line = text.trim_ascii_start().lines().next().unwrap_or_default();
    let is_link = |after: &str| !begins_value(after) && after.contains("](");
    first_line.strip_prefix('[').is_some_and(is_link)
}

/// Whether a line of a text that begins as plain text is one of Markdown. Scripts have `# `,
/// and mail has `> `.
pub(super) fn has_line(text: &str) -> bool {
    text.lines().any(|line| begins_with_mark(line) || line.contains("](http"))
}

fn begins_with_mark(text: &str) -> bool {
    let after_number = text.trim_start_matches(|first: char| first.is_ascii_digit());
    MARKS.iter().any(|mark| text.starts_with(mark))
        || after_number.len() < text.len() && after_number.starts_with(". ")
}

/// What a text is that begins with `#`, which begins comments and headings.
pub(super) fn after_number_sign(text: &str, offset: usize) -> Option<Diagnosis> {
    let rest = after_comments(text, offset);
    let is_json = match rest.strip_prefix('[') {
        Some(after) => begins_value(after),
        None => rest.starts_with('{') && !rest.starts_with("{%"),
    };
    if is_json {
        return comment(text, offset);
    }
    let is_yaml = is_yaml_member(rest)
        && text[offset..]
            .lines()
            .all(|line| !is_told(line) || line.starts_with([' ', '-']) || is_yaml_member(line));
    let fault = if is_yaml {
        Fault::Yaml
    } else if begins_with_section(rest) {
        SETTINGS
    } else if text[offset..].starts_with("#!")
        || is_assignment(rest)
        || rest.starts_with(|first: char| first.is_ascii_lowercase()) && !has_line(text)
    {
        // A script or settings. Headings have text after them, which begins otherwise.
        Fault::PlainText
    } else {
        Fault::Markdown
    };
    Some(Diagnosis::new(fault, offset..offset))
}

/// Whether a line says something, if `#` begins comments.
fn is_told(line: &str) -> bool {
    !line.trim_ascii().is_empty() && !line.starts_with('#')
}
