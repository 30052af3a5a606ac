//! Colours of text output.

use std::fmt;

use anstyle::{AnsiColor, Style};
use weixin_draft::Level;

/// Paints text, or leaves it plain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    pub(crate) colour: bool,
}

impl Paint {
    pub(crate) fn bold<T: fmt::Display>(self, text: T) -> Painted<T> {
        self.with(Style::new().bold(), text)
    }

    pub(crate) fn faint<T: fmt::Display>(self, text: T) -> Painted<T> {
        self.with(Style::new().dimmed(), text)
    }

    /// Green, for what went well.
    pub(crate) fn good<T: fmt::Display>(self, text: T) -> Painted<T> {
        self.with(AnsiColor::Green.on_default().bold(), text)
    }

    /// The colour of a level.
    pub(crate) fn level<T: fmt::Display>(self, level: Level, text: T) -> Painted<T> {
        self.with(
            match level {
                Level::Error => AnsiColor::Red.on_default().bold(),
                Level::Warning => AnsiColor::Yellow.on_default().bold(),
                _ => Style::new(),
            },
            text,
        )
    }

    fn with<T: fmt::Display>(self, style: Style, text: T) -> Painted<T> {
        Painted { style: if self.colour { style } else { Style::new() }, text }
    }
}

/// A text with its colour.
pub(crate) struct Painted<T> {
    style: Style,
    text: T,
}

impl<T: fmt::Display> fmt::Display for Painted<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{:#}", self.style, self.text, self.style)
    }
}
