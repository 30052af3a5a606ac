//! Some lines in memory.

use std::io::{self, ErrorKind, Read};

/// Some lines of an input. Kept and filled again, so that its memory is.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) buffer: Vec<u8>,
    /// How much of the buffer is filled.
    pub(super) filled: usize,
    /// Blocks are numbered from 0.
    pub(super) number: u64,
    /// The number of its first line, from 1.
    pub(super) first_line: u64,
    /// Whether it stands for one line that is too long to be held.
    pub(super) too_long: bool,
}

impl Block {
    /// Small enough for a core's own cache, large enough for the system.
    pub(super) const SIZE: usize = 256 << 10;

    /// The lines, without their ends and without empty ones, each with its number.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let mut rest = &self.buffer[..self.filled];
        let mut number = self.first_line;
        std::iter::from_fn(move || {
            while !rest.is_empty() {
                let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                let (line, this) = (&rest[..end], number);
                rest = rest.get(end + 1..).unwrap_or_default();
                number += 1;
                if !line.trim_ascii_start().is_empty() {
                    return Some((this, line));
                }
            }
            None
        })
    }

    pub(super) fn len(&self) -> usize {
        self.filled
    }

    /// Empties the block but for these bytes.
    pub(super) fn begin_with(&mut self, bytes: &[u8]) {
        // A single long line should not hold its memory for ever.
        if self.buffer.len() > 4 * Self::SIZE {
            self.buffer = Vec::new();
        }
        self.buffer.resize(Self::SIZE.max(bytes.len()), 0);
        self.buffer[..bytes.len()].copy_from_slice(bytes);
        self.filled = bytes.len();
    }

    /// Reads once; returns whether there was something.
    pub(super) fn read_from(&mut self, source: &mut impl Read, most: usize) -> io::Result<bool> {
        if self.filled == self.buffer.len() {
            let larger = (self.buffer.len() * 2).min(most.max(Self::SIZE));
            self.buffer.resize(larger.max(self.filled + 1), 0);
        }
        loop {
            match source.read(&mut self.buffer[self.filled..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                result => {
                    let read = result?;
                    self.filled += read;
                    return Ok(read > 0);
                }
            }
        }
    }

    /// Cuts off what stands behind the last line end.
    pub(super) fn cut(&mut self, end: usize, rest: &mut Vec<u8>) {
        rest.clear();
        rest.extend_from_slice(&self.buffer[end..self.filled]);
        self.filled = end;
    }
}
