//! How far a long file has been checked, for the person who waits.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressStyle};

use crate::input::Input;

/// A bar on standard error, when that is a terminal and the file is long.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Shorter files are checked before the bar could be read.
    const LONG: u64 = 64 << 20;

    pub(super) fn of(input: &Input) -> Self {
        let is_wanted = std::io::stderr().is_terminal() && !input.is_terminal();
        let length = input.length();
        if !is_wanted || length.is_some_and(|length| length < Self::LONG) {
            return Progress { bar: None };
        }
        let (bar, template) = match length {
            Some(length) => {
                (ProgressBar::new(length), "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}")
            }
            None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec}"),
        };
        let style = ProgressStyle::with_template(template);
        Progress {
            bar: Some(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))),
        }
    }

    /// So many bytes more have been checked.
    pub(super) fn advance(&self, bytes: usize) {
        if let Some(bar) = &self.bar {
            bar.inc(bytes as u64);
        }
    }

    /// Does something with the bar out of the way.
    pub(super) fn around<T>(&self, action: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) if std::io::stdout().is_terminal() => bar.suspend(action),
            _ => action(),
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
