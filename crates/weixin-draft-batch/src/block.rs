//! Some lines in memory.

/// Some whole lines of an input; filled by [`Blocks`](crate::Blocks), again and
/// again, so that its memory is used again too.
#[derive(Debug, Default)]
pub struct Block {
    pub(crate) buffer: Vec<u8>,
    /// How much of the buffer is filled.
    pub(crate) filled: usize,
    /// The number of its first line, from 1.
    pub(crate) first_line: u64,
    /// Whether it stands for one line that is too long to be held.
    pub(crate) is_too_long: bool,
}

/// One line of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// A line without its line feed.
    Bytes(&'a [u8]),
    /// A line of more than [`MAX_ROW_BYTES`](weixin_draft::MAX_ROW_BYTES), which was not kept.
    TooLong,
}

impl Block {
    /// Small enough for a core's own cache, large enough for the system.
    pub(crate) const SIZE: usize = 128 << 10;
    /// The reports of very short lines take more room than the lines.
    pub(crate) const MAX_LINES: usize = 1024;

    /// The lines that are not blank, each with its number in the input, from 1.
    pub fn rows(&self) -> impl Iterator<Item = (u64, Row<'_>)> {
        let too_long = self.is_too_long.then_some((self.first_line, Row::TooLong));
        let mut rest = &self.buffer[..self.filled];
        let mut number = self.first_line;
        too_long.into_iter().chain(std::iter::from_fn(move || {
            while !rest.is_empty() {
                let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                let (line, this) = (&rest[..end], number);
                rest = rest.get(end + 1..).unwrap_or_default();
                number += 1;
                // The other half of a line's end where it was written on Windows.
                let line = line.strip_suffix(b"\r").unwrap_or(line);
                if !line.trim_ascii_start().is_empty() {
                    return Some((this, Row::Bytes(line)));
                }
            }
            None
        }))
    }

    /// How many bytes it holds.
    pub fn len(&self) -> usize {
        self.filled
    }

    /// Whether it holds no line.
    pub fn is_empty(&self) -> bool {
        self.filled == 0 && !self.is_too_long
    }
}
