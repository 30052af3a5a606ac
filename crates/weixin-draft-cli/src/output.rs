//! Standard output, or standard error in its place.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use weixin_draft::Language;

use crate::system_error;

/// Standard output, buffered.
///
/// When the reader at the other end goes away, as `head` does, the rest is
/// dropped without a word; [`Output::is_closed`] tells long work to stop.
pub(crate) struct Output {
    stream: BufWriter<Box<dyn Write + Send>>,
    colour: bool,
    closed: bool,
    is_stderr: bool,
    /// Of the words of errors.
    language: Language,
}

impl Output {
    const BUFFER: usize = 1 << 16;

    /// Coloured on a terminal, unless `NO_COLOR` and the like forbid it.
    pub(crate) fn stdout(language: Language) -> Self {
        Output::of(io::stdout(), false, language)
    }

    /// Standard error, for reports where standard output holds something else.
    pub(crate) fn stderr(language: Language) -> Self {
        Output::of(io::stderr(), true, language)
    }

    fn of(
        raw: impl RawStream + AsLockedWrite + Send + 'static,
        is_stderr: bool,
        language: Language,
    ) -> Self {
        let colour = AutoStream::choice(&raw) != ColorChoice::Never;
        let stream: Box<dyn Write + Send> =
            if colour { Box::new(AutoStream::always(raw)) } else { Box::new(raw) };
        let stream = BufWriter::with_capacity(Self::BUFFER, stream);
        Output { stream, colour, closed: false, is_stderr, language }
    }

    /// From now on, errors are told in this language.
    pub(crate) fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Whether this is standard error.
    pub(crate) fn is_stderr(&self) -> bool {
        self.is_stderr
    }

    /// Whether to write in colour.
    pub(crate) fn colour(&self) -> bool {
        self.colour
    }

    /// Whether nobody reads any more.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    fn unless_closed<T>(&mut self, result: io::Result<T>, otherwise: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(otherwise)
            }
            result => result.map_err(|error| {
                let words = system_error::in_words(&error, self.language);
                let words = say!(self.language, "standard output: {words}", "标准输出：{words}");
                io::Error::new(error.kind(), words)
            }),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let result = self.stream.write(bytes);
        self.unless_closed(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let result = self.stream.flush();
        self.unless_closed(result, ())
    }
}
