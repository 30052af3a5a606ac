//! Cuts an input into blocks of whole lines.

use crate::block::Block;
use weixin_draft::{MAX_ROW_BYTES, other_encoding};

/// Cuts NDJSON into blocks of whole lines, as they come: a block is given as soon
/// as it has one line, so that lines of a slow source are not waited for. An input in
/// UTF-16 or UTF-32 ends after its first line, so that this is said once.
#[derive(Debug)]
pub struct Blocks {
    /// What was read after the last line of the last block.
    rest: Vec<u8>,
    next_line: u64,
    max_row_bytes: usize,
    /// Whether the rest of a line that is too long still has to be skipped.
    skipping: bool,
    at_end: bool,
}

impl Default for Blocks {
    fn default() -> Self {
        Blocks::new()
    }
}

impl Blocks {
    /// Those of an input that has not been read yet.
    pub fn new() -> Self {
        Blocks {
            rest: Vec::new(),
            next_line: 1,
            max_row_bytes: MAX_ROW_BYTES,
            skipping: false,
            at_end: false,
        }
    }

    /// Fills a block with the next lines; false when there are none.
    ///
    /// `read` puts bytes at the beginning of the space it is given and says how
    /// many; 0 is the end of the input.
    ///
    /// # Errors
    /// Those of `read`.
    pub fn next<E>(
        &mut self,
        block: &mut Block,
        mut read: impl FnMut(&mut [u8]) -> Result<usize, E>,
    ) -> Result<bool, E> {
        self.begin(block);
        self.skip_long_line(block, &mut read)?;
        let (mut searched, mut lines) = (0, 0);
        loop {
            let new = &block.buffer[searched..block.filled];
            if let Some(last) = memchr::memrchr(b'\n', new) {
                lines = self.cut(block, searched + last + 1);
                if self.next_line == 1 && other_encoding(&block.buffer[..block.filled]).is_some() {
                    self.keep_first_line(block);
                }
                break;
            }
            searched = block.filled;
            if block.filled > self.max_row_bytes {
                block.filled = 0;
                block.is_too_long = true;
                self.skipping = true;
                break;
            }
            if self.at_end || !self.read_once(block, &mut read)? {
                break;
            }
        }
        block.first_line = self.next_line;
        self.next_line += lines as u64 + u64::from(block.is_too_long);
        Ok(!block.is_empty())
    }

    /// Empties the block but for what is left of the one before.
    fn begin(&mut self, block: &mut Block) {
        // A single long line should not hold its memory for ever.
        if block.buffer.len() > 4 * Block::SIZE {
            block.buffer = Vec::new();
        }
        block.buffer.resize(Block::SIZE.max(self.rest.len()), 0);
        block.buffer[..self.rest.len()].copy_from_slice(&self.rest);
        block.filled = self.rest.len();
        block.is_too_long = false;
        if self.rest.capacity() > 4 * Block::SIZE {
            self.rest = Vec::new();
        }
        self.rest.clear();
    }

    /// Ends the block here, after a line, or where it has as many lines as it may. Returns
    /// how many it has.
    fn cut(&mut self, block: &mut Block, mut end: usize) -> usize {
        let mut lines = 0;
        for place in memchr::memchr_iter(b'\n', &block.buffer[..end]).take(Block::MAX_LINES) {
            lines += 1;
            if lines == Block::MAX_LINES {
                end = place + 1;
            }
        }
        self.rest.extend_from_slice(&block.buffer[end..block.filled]);
        block.filled = end;
        lines
    }

    /// Ends the input with its first line: of a text that is not in UTF-8, no other line says
    /// more.
    fn keep_first_line(&mut self, block: &mut Block) {
        let first = memchr::memchr(b'\n', &block.buffer[..block.filled]);
        block.filled = first.map_or(block.filled, |end| end + 1);
        self.rest.clear();
        self.at_end = true;
    }

    /// Reads once; returns whether there was something.
    fn read_once<E>(
        &mut self,
        block: &mut Block,
        read: &mut impl FnMut(&mut [u8]) -> Result<usize, E>,
    ) -> Result<bool, E> {
        if block.filled == block.buffer.len() {
            let larger = (block.buffer.len() * 2).min(self.max_row_bytes.max(Block::SIZE) + 1);
            block.buffer.resize(larger.max(block.filled + 1), 0);
        }
        let count = read(&mut block.buffer[block.filled..])?;
        block.filled += count;
        self.at_end |= count == 0;
        Ok(count > 0)
    }

    /// Skips the rest of a line that is too long.
    fn skip_long_line<E>(
        &mut self,
        block: &mut Block,
        read: &mut impl FnMut(&mut [u8]) -> Result<usize, E>,
    ) -> Result<(), E> {
        while self.skipping {
            let end = memchr::memchr(b'\n', &block.buffer[..block.filled]);
            if let Some(end) = end {
                block.buffer.copy_within(end + 1..block.filled, 0);
                block.filled -= end + 1;
                self.skipping = false;
                break;
            }
            block.filled = 0;
            self.skipping = self.read_once(block, read)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::io::Read as _;

    use super::*;
    use crate::Row;

    /// The lines of a text that comes in steps of `step` bytes.
    fn lines(text: &str, step: usize, max_row_bytes: usize) -> Vec<(u64, String)> {
        let mut source = text.as_bytes();
        let mut blocks = Blocks { max_row_bytes, ..Blocks::new() };
        let (mut block, mut found) = (Block::default(), Vec::new());
        let mut read = |space: &mut [u8]| {
            let (now, later) = source.split_at(step.min(space.len()).min(source.len()));
            space[..now.len()].copy_from_slice(now);
            source = later;
            Ok::<_, Infallible>(now.len())
        };
        while blocks.next(&mut block, &mut read).unwrap_or_else(|never| match never {}) {
            for (number, row) in block.rows() {
                let text = match row {
                    Row::Bytes(line) => String::from_utf8(line.to_vec()).unwrap(),
                    Row::TooLong => "too long".to_owned(),
                };
                found.push((number, text));
            }
        }
        found
    }

    fn numbered(expected: &[(u64, &str)]) -> Vec<(u64, String)> {
        expected.iter().map(|(number, line)| (*number, (*line).to_owned())).collect()
    }

    #[test]
    fn every_line_has_its_number() {
        let expected = numbered(&[(1, "a"), (3, "中文"), (5, "c"), (6, "d")]);
        for step in 1..20 {
            assert_eq!(lines("a\n\n中文\n \r\nc\r\nd", step, 100), expected, "step {step}");
        }
        assert_eq!(lines("", 5, 100), []);
        assert_eq!(lines("\n\n", 1, 100), []);
    }

    #[test]
    fn a_line_that_is_too_long_is_one_row() {
        let long = "x".repeat(50);
        let text = format!("a\n{long}\nb\n{long}\n{long}");
        let too_long = "too long";
        let expected = [(1, "a"), (2, too_long), (3, "b"), (4, too_long), (5, too_long)];
        for step in 1..8 {
            assert_eq!(lines(&text, step, 10), numbered(&expected), "step {step}");
        }
        // What comes in one piece is known to end; it is as long as it is.
        assert_eq!(
            lines("0123456789\n01234567890", 1, 10),
            numbered(&[(1, "0123456789"), (2, too_long)])
        );
    }

    #[test]
    fn of_another_encoding_the_first_line_says_enough() {
        for (mark, bytes) in
            [("\u{feff}", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("", u16::to_be_bytes)]
        {
            let text = format!("{mark}{}", "{}\n".repeat(Block::SIZE));
            let text: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
            let mut source = &text[..];
            let (mut blocks, mut block) = (Blocks::new(), Block::default());
            let mut found = Vec::new();
            while blocks.next(&mut block, |space| source.read(space)).unwrap() {
                found.extend(block.rows().map(|(number, _)| number));
            }
            assert_eq!(found, [1]);
        }
    }

    #[test]
    fn a_line_longer_than_a_block_is_whole() {
        let long = "x".repeat(3 * Block::SIZE + 7);
        let found = lines(&format!("a\n{long}\nb"), usize::MAX, 8 * Block::SIZE);
        let lengths: Vec<_> = found.iter().map(|(_, line)| line.len()).collect();
        assert_eq!(lengths, [1, long.len(), 1]);
    }

    #[test]
    fn a_block_of_short_lines_is_bounded() {
        let text = "1\n".repeat(10 * Block::MAX_LINES + 3);
        let found = lines(&text, usize::MAX, 100);
        assert_eq!(found.len(), 10 * Block::MAX_LINES + 3);
        assert!(
            found.iter().zip(1..).all(|((number, line), count)| *number == count && line == "1")
        );
    }
}
