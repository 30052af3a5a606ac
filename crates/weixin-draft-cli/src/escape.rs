//! Text of others on its way to a terminal or a log.

use std::fmt::{self, Write};

/// Shows a text that comes from a file, a payload or a server: what could steer
/// a terminal, or make text look like something else, is written as an escape.
pub(crate) struct Visible<'a>(pub(crate) &'a str);

impl fmt::Display for Visible<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '\n' => formatter.write_str("\\n"),
            '\r' => formatter.write_str("\\r"),
            '\t' => formatter.write_str("\\t"),
            hidden if is_hidden(hidden) => write!(formatter, "{}", hidden.escape_unicode()),
            shown => formatter.write_char(shown),
        })
    }
}

/// Whether a character is a control character, turns the direction of text, or
/// breaks a line, without being seen itself.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61C}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// The message of a GitHub workflow command.
pub(crate) struct GithubMessage<'a>(pub(crate) &'a str);

/// The value of a property of a GitHub workflow command, such as `file`.
pub(crate) struct GithubProperty<'a>(pub(crate) &'a str);

impl fmt::Display for GithubMessage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_percent_encoded(self.0, "%\r\n", formatter)
    }
}

impl fmt::Display for GithubProperty<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_percent_encoded(self.0, "%\r\n:,", formatter)
    }
}

fn write_percent_encoded(text: &str, special: &str, into: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(|character| special.contains(character)) {
        write!(into, "{}%{:02X}", Visible(&rest[..at]), rest.as_bytes()[at])?;
        rest = &rest[at + 1..];
    }
    write!(into, "{}", Visible(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_a_terminal() {
        let text = "a\u{1B}[31m\u{7}\r\n中\u{9B}\u{202E}\u{200B}😀\t\\";
        let shown = "a\\u{1b}[31m\\u{7}\\r\\n中\\u{9b}\\u{202e}\\u{200b}😀\\t\\";
        assert_eq!(Visible(text).to_string(), shown);
    }

    #[test]
    fn github_commands_cannot_be_broken_out_of() {
        let text = "100%: a,b\r\n::error::\u{1B}中";
        let message = "100%25: a,b%0D%0A::error::\\u{1b}中";
        let property = "100%25%3A a%2Cb%0D%0A%3A%3Aerror%3A%3A\\u{1b}中";
        assert_eq!(GithubMessage(text).to_string(), message);
        assert_eq!(GithubProperty(text).to_string(), property);
    }
}
