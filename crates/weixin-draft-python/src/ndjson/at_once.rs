//! The blocks of lines that are checked at once.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Read};

use weixin_draft_batch::{Block, Blocks};

/// How many bytes are checked at once, if they are there.
pub(super) const BYTES: usize = 4 << 20;
/// In how many blocks they are at most: the reports of short lines take room too.
pub(super) const BLOCKS: usize = 32;

/// Reads blocks of a source that is at hand, as they are asked for.
pub(super) struct AtOnce<'a> {
    source: &'a mut (dyn Read + Send),
    blocks: &'a mut Blocks,
    /// To be filled again.
    empty: &'a mut Vec<Block>,
    /// Those that were read already.
    first: VecDeque<io::Result<Block>>,
    /// How many more may be read; none after the end or an error.
    left: usize,
    bytes: usize,
}

impl<'a> AtOnce<'a> {
    pub(super) fn of(
        source: &'a mut (dyn Read + Send),
        blocks: &'a mut Blocks,
        empty: &'a mut Vec<Block>,
    ) -> Self {
        let first = VecDeque::new();
        let mut at_once = AtOnce { source, blocks, empty, first, left: BLOCKS, bytes: 0 };
        // After two it is known whether there is work for a second thread.
        let two = [at_once.read(), at_once.read()];
        at_once.first.extend(two.into_iter().flatten());
        at_once
    }

    fn read(&mut self) -> Option<io::Result<Block>> {
        if self.left == 0 || self.bytes >= BYTES {
            return None;
        }
        let mut block = self.empty.pop().unwrap_or_default();
        let read = self.blocks.next(&mut block, |space| read_once(self.source, space));
        self.left = if matches!(read, Ok(true)) { self.left - 1 } else { 0 };
        self.bytes += block.len();
        read.map(|is_filled| is_filled.then_some(block)).transpose()
    }
}

impl Iterator for AtOnce<'_> {
    type Item = io::Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        self.first.pop_front().or_else(|| self.read())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.first.len(), Some(self.first.len() + self.left))
    }
}

fn read_once(source: &mut (dyn Read + Send), into: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(into) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
