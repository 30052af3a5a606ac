//! Reads an input on a thread of its own, while others check.

use std::io::{self, ErrorKind, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use weixin_draft_batch::{Block, Blocks, unpack};

/// How many bytes are read ahead, and one block more.
const AHEAD: usize = 4 << 20;

/// The blocks of an input, read ahead.
///
/// Whoever asks gets all blocks that are there: few of a slow source, at once;
/// enough for all cores of a fast one.
pub(super) struct ReadAhead {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    full: Vec<Block>,
    /// To be filled again.
    empty: Vec<Block>,
    bytes: usize,
    /// How reading ended, once it has.
    ended: Option<io::Result<()>>,
    /// Whether nobody wants the rest.
    is_abandoned: bool,
}

impl ReadAhead {
    /// Begins to read.
    ///
    /// # Errors
    /// When there is no thread to be had.
    pub(super) fn of(source: impl Read + Send + 'static) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let reader = Reader(Arc::clone(&shared));
        thread::Builder::new().spawn(move || reader.run(source))?;
        Ok(ReadAhead { shared })
    }

    /// The next blocks, none at the end, in exchange for those that are done.
    ///
    /// # Errors
    /// When the source could not be read, after all blocks before.
    pub(super) fn next(&mut self, done: Vec<Block>) -> io::Result<Vec<Block>> {
        let mut state = self.shared.lock();
        state.empty.extend(done);
        let is_waiting = |state: &mut State| state.full.is_empty() && state.ended.is_none();
        let waited = self.shared.changed.wait_while(state, is_waiting);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        state.bytes = 0;
        self.shared.changed.notify_all();
        if state.full.is_empty() {
            return state.ended.replace(Ok(())).unwrap_or(Ok(())).map(|()| Vec::new());
        }
        Ok(std::mem::take(&mut state.full))
    }
}

impl Drop for ReadAhead {
    fn drop(&mut self) {
        self.shared.lock().is_abandoned = true;
        self.shared.changed.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The thread that reads.
struct Reader(Arc<Shared>);

impl Reader {
    fn run(self, source: impl Read + Send) {
        let result = self.read(source);
        self.0.lock().ended = Some(result);
    }

    fn read(&self, source: impl Read + Send) -> io::Result<()> {
        let mut source = unpack(source)?;
        let mut blocks = Blocks::new();
        let mut block = Block::default();
        while blocks.next(&mut block, |space| read_once(&mut source, space))? {
            let Some(empty) = self.hand_over(block) else { break };
            block = empty;
        }
        Ok(())
    }

    /// Gives a block away for an empty one; none when nobody wants more.
    fn hand_over(&self, block: Block) -> Option<Block> {
        let is_full = |state: &mut State| state.bytes > AHEAD && !state.is_abandoned;
        let waited = self.0.changed.wait_while(self.0.lock(), is_full);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        state.bytes += block.len();
        state.full.push(block);
        self.0.changed.notify_all();
        (!state.is_abandoned).then(|| state.empty.pop().unwrap_or_default())
    }
}

/// However the thread ends, nobody waits for it any more.
impl Drop for Reader {
    fn drop(&mut self) {
        let stopped = || Err(io::Error::other("reading stopped"));
        self.0.lock().ended.get_or_insert_with(stopped);
        self.0.changed.notify_all();
    }
}

fn read_once(source: &mut impl Read, space: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(space) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::sync::mpsc;

    use weixin_draft_batch::Row;

    use super::*;

    fn lines(ahead: &mut ReadAhead) -> io::Result<Vec<u64>> {
        let blocks = ahead.next(Vec::new())?;
        Ok(blocks.iter().flat_map(|block| block.rows().map(|(line, _)| line)).collect())
    }

    #[test]
    fn all_lines_and_then_none() {
        let mut ahead = ReadAhead::of(Cursor::new("{}\n".repeat(100_000))).unwrap();
        let mut found = Vec::new();
        loop {
            let more = lines(&mut ahead).unwrap();
            if more.is_empty() {
                break;
            }
            found.extend(more);
        }
        assert_eq!(found, (1..=100_000).collect::<Vec<_>>());
        assert!(lines(&mut ahead).unwrap().is_empty());
    }

    /// Gives what is sent, and an error when nothing follows.
    struct Channel(mpsc::Receiver<&'static [u8]>);

    impl Read for Channel {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let bytes = self.0.recv().map_err(io::Error::other)?;
            buffer[..bytes.len()].copy_from_slice(bytes);
            Ok(bytes.len())
        }
    }

    #[test]
    fn lines_of_a_slow_source_come_at_once() {
        let (sender, receiver) = mpsc::channel();
        let mut ahead = ReadAhead::of(Channel(receiver)).unwrap();
        for number in 1..4 {
            // The first byte is looked at alone: it may begin something packed.
            for byte in [&b"{"[..], b"}\n"] {
                sender.send(byte).unwrap();
            }
            let blocks = ahead.next(Vec::new()).unwrap();
            let rows: Vec<_> = blocks.iter().flat_map(Block::rows).collect();
            assert_eq!(rows, [(number, Row::Bytes(b"{}"))]);
        }
        drop(sender);
        assert!(ahead.next(Vec::new()).is_err());
    }

    #[test]
    fn a_source_that_panics_is_an_error() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                panic!("the source is broken")
            }
        }
        assert!(ReadAhead::of(Broken).unwrap().next(Vec::new()).is_err());
    }
}
