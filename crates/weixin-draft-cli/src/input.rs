//! What is to be read: a file, or standard input.

use std::fs::{File, Metadata};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use weixin_draft_batch::{Packing, unpack};

/// A file, or standard input.
#[derive(Clone, Debug)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

/// Nobody means to send more; a larger file is one that was named by mistake.
pub(crate) const MAX_INPUT: usize = weixin_draft::MAX_ROW_BYTES;

impl Input {
    /// `-` is standard input, anything else a file.
    pub(crate) fn of_argument(argument: PathBuf) -> Self {
        if argument == Path::new("-") { Input::Stdin } else { Input::File(argument) }
    }

    /// What it is called in reports. Not escaped.
    pub(crate) fn name(&self) -> String {
        match self {
            Input::Stdin => "-".to_owned(),
            Input::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Whether a person would have to type it.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self, Input::Stdin) && io::stdin().is_terminal()
    }

    /// Opens it, for a reader that takes large blocks.
    pub(crate) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        match self {
            Input::Stdin => Ok(Box::new(io::stdin())),
            Input::File(path) => Ok(Box::new(File::open(path)?)),
        }
    }

    /// Its length in bytes, where that is known beforehand.
    pub(crate) fn length(&self) -> Option<u64> {
        match self {
            Input::Stdin => None,
            Input::File(path) => path.metadata().ok().filter(Metadata::is_file).map(|it| it.len()),
        }
    }

    /// Whether it is a file whose first line is nothing but an opening bracket, as of one
    /// document over several lines.
    pub(crate) fn is_one_document(&self) -> bool {
        const ENOUGH: u64 = 64;
        let mut beginning = Vec::new();
        // What is no file can be read only once.
        let is_read = self.length().is_some()
            && self.open().and_then(|it| it.take(ENOUGH).read_to_end(&mut beginning)).is_ok();
        let first_line = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
        is_read
            && first_line.len() < beginning.len()
            && matches!(first_line.trim_ascii(), b"{" | b"[")
    }

    /// Reads all of it.
    ///
    /// # Errors
    /// When it cannot be read, or is larger than [`MAX_INPUT`].
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        read_all(self.open()?)
    }

    /// Reads all of it, unpacked, and says how it was packed.
    ///
    /// # Errors
    /// As above, and when it cannot be unpacked.
    pub(crate) fn read_unpacked(&self) -> io::Result<(Vec<u8>, Option<Packing>)> {
        let bytes = self.read()?;
        match Packing::of(&bytes) {
            None => Ok((bytes, None)),
            packing => Ok((read_all(unpack(&*bytes)?)?, packing)),
        }
    }
}

fn read_all(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_INPUT as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_INPUT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}
