//! Cuts an input into batches of whole lines.

use std::ops::Range;

/// A batch ends after so many bytes, ...
const BATCH: usize = 1 << 20;
/// ... or so many lines, since the reports of short ones take room too.
const MOST_LINES: usize = 4096;
/// Nobody means to send more. A longer line is checked up to here, where it
/// ends in the middle of a value.
const LONGEST_LINE: usize = 64 << 20;

/// A line's number, from 1, and its place in the buffer.
pub(super) type Line = (u64, Range<usize>);

/// What was read and not yet handed out.
#[derive(Default)]
pub(super) struct Lines {
    buffer: Vec<u8>,
    filled: usize,
    /// Before this, everything was handed out.
    start: usize,
    /// In front of this there is no line end behind `start`.
    searched: usize,
    lines_before: u64,
    /// Whether the rest of a line that is too long is to be passed over.
    skipping: bool,
    at_end: bool,
}

impl Lines {
    /// Those of an input that has ended.
    pub(super) fn ended() -> Self {
        Lines { at_end: true, ..Lines::default() }
    }

    /// Whether there is neither a whole line nor the end of the input.
    pub(super) fn want_more(&mut self) -> bool {
        let line_end = memchr::memchr(b'\n', &self.buffer[self.searched..self.filled]);
        match line_end {
            Some(place) if self.skipping => {
                self.start = self.searched + place + 1;
                self.searched = self.start;
                self.skipping = false;
                self.want_more()
            }
            Some(_) => false,
            None => {
                self.searched = self.filled;
                if self.skipping {
                    self.start = self.filled;
                }
                !self.at_end && self.filled - self.start <= LONGEST_LINE
            }
        }
    }

    /// Room for the next bytes.
    pub(super) fn space(&mut self) -> &mut [u8] {
        self.buffer.copy_within(self.start..self.filled, 0);
        self.filled -= self.start;
        self.searched -= self.start;
        self.start = 0;
        if self.filled == 0 && self.buffer.len() > 4 * BATCH {
            // A single long line should not hold its memory for ever.
            self.buffer = Vec::new();
        }
        if self.buffer.len() < self.filled + BATCH / 2 {
            self.buffer.resize((self.filled * 2).max(BATCH), 0);
        }
        &mut self.buffer[self.filled..]
    }

    /// So many bytes were put there; none at the end of the input.
    pub(super) fn took(&mut self, read: usize) {
        self.filled += read;
        self.at_end |= read == 0;
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at_end && self.start == self.filled
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer
    }

    /// The next lines that are not empty.
    pub(super) fn next_batch(&mut self) -> Vec<Line> {
        let mut batch = Vec::new();
        while batch.len() < MOST_LINES && self.start < self.filled {
            let rest = &self.buffer[self.start..self.filled];
            let (end, next) = match memchr::memchr(b'\n', rest) {
                Some(place) => (self.start + place, self.start + place + 1),
                None if self.at_end => (self.filled, self.filled),
                None if rest.len() > LONGEST_LINE => {
                    self.skipping = true;
                    (self.start + LONGEST_LINE, self.filled)
                }
                None => break,
            };
            self.lines_before += 1;
            if !self.buffer[self.start..end].trim_ascii().is_empty() {
                batch.push((self.lines_before, self.start..end));
            }
            self.start = next;
        }
        self.searched = self.start;
        batch
    }
}
