//! How far long files have been checked, for the person who waits.

use std::io::{IsTerminal, Read};

use indicatif::{ProgressBar, ProgressStyle};

use crate::input::Input;

/// A bar on standard error, when that is a terminal and the files are long.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Shorter files are checked before the bar could be read.
    const LONG: u64 = 64 << 20;

    /// The bar for all these inputs.
    pub(crate) fn of(inputs: &[&Input]) -> Self {
        let is_typed = inputs.iter().any(|input| input.is_terminal());
        let length: Option<u64> = inputs.iter().map(|input| input.length()).sum();
        let is_long = length.is_none_or(|length| length >= Self::LONG);
        let is_wanted = std::io::stderr().is_terminal() && !is_typed && is_long;
        Progress { bar: is_wanted.then(|| bar(length)) }
    }

    /// The source, which moves the bar as it is read.
    pub(super) fn watch(&self, source: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
        match &self.bar {
            Some(bar) => Box::new(bar.wrap_read(source)),
            None => source,
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
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(length: Option<u64>) -> ProgressBar {
    let (bar, template) = match length {
        Some(length) => {
            (ProgressBar::new(length), "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}")
        }
        None => (ProgressBar::new_spinner(), "{spinner} {bytes} {bytes_per_sec}"),
    };
    let style = ProgressStyle::with_template(template);
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
