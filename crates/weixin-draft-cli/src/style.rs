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
                Level::Info => AnsiColor::Cyan.on_default().bold(),
                _ => Style::new(),
            },
            text,
        )
    }

    fn with<T: fmt::Display>(self, style: Style, text: T) -> Painted<T> {
        Painted { style: if self.colour { style } else { Style::new() }, text }
    }
}

/// The columns that lines may have: those of the terminal, else of `COLUMNS`, if that
/// is set; without either, as many as they like.
pub(crate) fn width(is_terminal: bool) -> Option<usize> {
    let set = || std::env::var("COLUMNS").ok()?.parse().ok();
    let terminal = is_terminal.then(terminal_size::terminal_size).flatten();
    terminal.map(|(width, _)| width.0.into()).or_else(set)
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
