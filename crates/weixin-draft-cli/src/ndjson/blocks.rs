//! Reads lines in large blocks.

use std::io::{self, Read};

use super::block::Block;

/// Cuts an input into blocks of whole lines.
pub(super) struct Blocks<R> {
    source: R,
    /// What was read behind the last line end.
    rest: Vec<u8>,
    next_line: u64,
    next_number: u64,
    longest_line: usize,
    /// Whether the rest of a line that is too long still has to be passed over.
    skipping: bool,
    at_end: bool,
}

impl<R: Read> Blocks<R> {
    pub(super) fn new(source: R) -> Self {
        Blocks {
            source,
            rest: Vec::new(),
            next_line: 1,
            next_number: 0,
            longest_line: crate::input::LARGEST,
            skipping: false,
            at_end: false,
        }
    }

    /// Fills a block with the next lines; false when there are none.
    pub(super) fn next(&mut self, block: &mut Block) -> io::Result<bool> {
        block.begin_with(&self.rest);
        self.rest.clear();
        self.skip_long_line(block)?;
        let mut searched = 0;
        block.too_long = false;
        loop {
            if let Some(last) = memchr::memrchr(b'\n', &block.buffer[searched..block.filled]) {
                block.cut(searched + last + 1, &mut self.rest);
                break;
            }
            searched = block.filled;
            if block.filled > self.longest_line {
                block.filled = 0;
                block.too_long = true;
                self.skipping = true;
                break;
            }
            if self.at_end || !block.read_from(&mut self.source, self.longest_line + 1)? {
                self.at_end = true;
                break;
            }
        }
        block.first_line = self.next_line;
        block.number = self.next_number;
        let lines = memchr::memchr_iter(b'\n', &block.buffer[..block.filled]).count();
        self.next_line += lines as u64 + u64::from(block.too_long);
        self.next_number += 1;
        Ok(block.filled > 0 || block.too_long)
    }

    /// Passes over the rest of a line that is too long.
    fn skip_long_line(&mut self, block: &mut Block) -> io::Result<()> {
        while self.skipping {
            block.filled = 0;
            if !block.read_from(&mut self.source, Block::SIZE)? {
                self.at_end = true;
                self.skipping = false;
            } else if let Some(end) = memchr::memchr(b'\n', &block.buffer[..block.filled]) {
                block.buffer.copy_within(end + 1..block.filled, 0);
                block.filled -= end + 1;
                self.skipping = false;
            } else {
                // Nothing but more of the same line.
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives at most `step` bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = self.1.min(buffer.len());
            self.0.read(&mut buffer[..most])
        }
    }

    fn lines(text: &str, step: usize, longest_line: usize) -> Vec<(u64, String)> {
        let mut blocks = Blocks { longest_line, ..Blocks::new(Slow(text.as_bytes(), step)) };
        let (mut block, mut found) = (Block::default(), Vec::new());
        while blocks.next(&mut block).unwrap() {
            if block.too_long {
                found.push((block.first_line, "too long".to_owned()));
            }
            let text = |line: &[u8]| String::from_utf8(line.to_vec()).unwrap();
            found.extend(block.lines().map(|(number, line)| (number, text(line))));
        }
        found
    }

    #[test]
    fn every_line_has_its_number() {
        let expected = [(1, "a"), (3, "中文"), (5, "c\r"), (6, "d")];
        let expected = expected.map(|(number, line)| (number, line.to_owned()));
        for step in 1..20 {
            assert_eq!(lines("a\n\n中文\n \r\nc\r\nd", step, 100), expected, "step {step}");
        }
        assert_eq!(lines("", 5, 100), []);
        assert_eq!(lines("\n\n", 1, 100), []);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let long = "x".repeat(50);
        let text = format!("a\n{long}\nb\n{long}\n{long}");
        let expected = [(1, "a"), (2, "too long"), (3, "b"), (4, "too long"), (5, "too long")];
        let expected = expected.map(|(number, line)| (number, line.to_owned()));
        for step in 1..8 {
            assert_eq!(lines(&text, step, 10), expected, "step {step}");
        }
    }

    #[test]
    fn a_line_longer_than_a_block_is_whole() {
        let long = "x".repeat(3 * Block::SIZE + 7);
        let found = lines(&format!("a\n{long}\nb"), usize::MAX, 8 * Block::SIZE);
        assert_eq!(
            found.iter().map(|(_, line)| line.len()).collect::<Vec<_>>(),
            [1, long.len(), 1]
        );
    }
}
