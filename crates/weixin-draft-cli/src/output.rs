//! Standard output.

use std::io::{self, BufWriter, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};

/// Standard output, buffered.
///
/// When the reader at the other end goes away, as `head` does, the rest is
/// dropped without a word; [`Output::is_closed`] tells long work to stop.
pub(crate) struct Output {
    stream: BufWriter<Box<dyn Write + Send>>,
    colour: bool,
    closed: bool,
}

impl Output {
    const BUFFER: usize = 1 << 16;

    /// Coloured on a terminal, unless `NO_COLOR` and the like forbid it.
    pub(crate) fn stdout() -> Self {
        let stdout = io::stdout();
        let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
        let stream: Box<dyn Write + Send> =
            if colour { Box::new(AutoStream::always(stdout)) } else { Box::new(stdout) };
        Output { stream: BufWriter::with_capacity(Self::BUFFER, stream), colour, closed: false }
    }

    /// Standard error, for reports where standard output holds something else.
    pub(crate) fn stderr() -> Self {
        let stderr = io::stderr();
        let colour = AutoStream::choice(&stderr) != ColorChoice::Never;
        let stream: Box<dyn Write + Send> =
            if colour { Box::new(AutoStream::always(stderr)) } else { Box::new(stderr) };
        Output { stream: BufWriter::with_capacity(Self::BUFFER, stream), colour, closed: false }
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
            result => result,
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
