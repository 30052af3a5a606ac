//! Where the lines come from.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};
use pyo3::{PyTraverseError, PyVisit};
use weixin_draft_batch::{Packing, unpack};

use crate::payload::Payload;

/// An input that is read from its beginning to its end.
pub(super) struct Source {
    kind: Kind,
    /// How many bytes were read, packed as they are.
    position: Arc<AtomicU64>,
    total: Option<u64>,
}

enum Kind {
    /// A plain file or bytes, unpacked.
    AtHand(Box<dyn Read + Send>),
    /// An object with a method `read`.
    Object(Object),
}

struct Object {
    object: Py<PyAny>,
    /// What it gave; some of it was taken.
    rest: Cursor<Vec<u8>>,
    /// Whether it is ours to be closed.
    is_ours: bool,
}

/// Counts what is read.
struct Counted<R> {
    source: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(into)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Source {
    /// A path, a file object or the bytes themselves.
    ///
    /// # Errors
    /// `OSError` when a file cannot be opened, `TypeError` for something else.
    pub(super) fn of(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let is_binary = value.is_instance_of::<PyBytes>()
            || value.is_instance_of::<PyByteArray>()
            || value.is_instance_of::<PyMemoryView>();
        if is_binary {
            return match Payload::of(value)? {
                Payload::Bytes(bytes) => {
                    let bytes = PyBackedBytes::from(bytes);
                    let length = bytes.len() as u64;
                    Self::unpacked(Cursor::new(bytes), length)
                }
                other => {
                    let bytes = other.bytes().to_vec();
                    let length = bytes.len() as u64;
                    Self::unpacked(Cursor::new(bytes), length)
                }
            };
        }
        if value.hasattr("read")? {
            return Ok(Self::object(value.clone().unbind(), false));
        }
        if value.is_instance_of::<PyString>() || value.hasattr("__fspath__")? {
            return Self::open(value);
        }
        Err(PyTypeError::new_err(
            "not a path, bytes or a file: give one whose read() returns bytes or str",
        ))
    }

    /// Opens a path. A plain file is read without Python. Of others, such as pipes,
    /// Python takes care, since they may keep us waiting and Ctrl-C should end that;
    /// and its errors are those that people know.
    fn open(path: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = path.py();
        let os = py.import("os")?;
        let path = os.call_method1("fspath", (path,))?;
        let name: PathBuf = os.call_method1("fsdecode", (&path,))?.extract()?;
        let plain_file = py.detach(|| {
            let metadata = std::fs::metadata(&name).ok().filter(std::fs::Metadata::is_file)?;
            Some((File::open(&name).ok()?, metadata.len()))
        });
        match plain_file {
            Some((file, length)) => Self::unpacked(file, length),
            None => {
                let file = py.import("io")?.call_method1("FileIO", (path,))?;
                Ok(Self::object(file.unbind(), true))
            }
        }
    }

    fn unpacked(source: impl Read + Send + 'static, length: u64) -> PyResult<Self> {
        let position = Arc::new(AtomicU64::new(0));
        let source = unpack(Counted { source, count: Arc::clone(&position) })?;
        Ok(Source { kind: Kind::AtHand(source), position, total: Some(length) })
    }

    fn object(object: Py<PyAny>, is_ours: bool) -> Self {
        let kind = Kind::Object(Object { object, rest: Cursor::default(), is_ours });
        Source { kind, position: Arc::default(), total: None }
    }

    /// Closes the input; what is read from then on is its end.
    pub(super) fn close(&mut self, py: Python<'_>) -> PyResult<()> {
        match std::mem::replace(&mut self.kind, Kind::AtHand(Box::new(std::io::empty()))) {
            Kind::Object(Object { object, is_ours: true, .. }) => {
                object.call_method0(py, "close").map(drop)
            }
            _ => Ok(()),
        }
    }

    /// Shows the garbage collector what the input holds.
    pub(super) fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        match &self.kind {
            Kind::Object(Object { object, .. }) => visit.call(object),
            Kind::AtHand(_) => Ok(()),
        }
    }

    /// The length of the input in bytes, where it is known.
    pub(super) fn total(&self) -> Option<u64> {
        self.total
    }

    /// How many of them were read.
    pub(super) fn position(&self) -> u64 {
        self.position.load(Ordering::Relaxed)
    }

    /// The source itself, if nobody has to wait for its bytes and Python has no part in it.
    pub(super) fn at_hand(&mut self) -> Option<&mut (dyn Read + Send)> {
        match &mut self.kind {
            Kind::AtHand(source) => Some(&mut **source),
            Kind::Object(_) => None,
        }
    }

    /// Whether an object gave bytes that were not taken yet.
    pub(super) fn has_rest(&self) -> bool {
        matches!(&self.kind, Kind::Object(Object { rest, .. }) if has_rest(rest))
    }

    /// Reads an object once; 0 is the end.
    pub(super) fn read(&mut self, py: Python<'_>, into: &mut [u8]) -> PyResult<usize> {
        let Kind::Object(Object { object, rest, .. }) = &mut self.kind else { return Ok(0) };
        if !has_rest(rest) {
            let bytes = read_object(object.bind(py), AT_ONCE.max(into.len()))?;
            if self.position.load(Ordering::Relaxed) == 0 {
                refuse_packed(&bytes)?;
            }
            *rest = Cursor::new(bytes);
        }
        let read = rest.read(into)?;
        self.position.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

fn has_rest(rest: &Cursor<Vec<u8>>) -> bool {
    rest.position() < rest.get_ref().len() as u64
}

/// How many bytes an object is asked for at once.
const AT_ONCE: usize = 1 << 20;

fn refuse_packed(begin: &[u8]) -> PyResult<()> {
    let opener = match Packing::of(begin) {
        None => return Ok(()),
        Some(Packing::Gzip) => "packed with gzip: open it with gzip.open",
        Some(Packing::Zstandard) => "packed with Zstandard: open it with zstandard.open",
    };
    Err(PyValueError::new_err(format!(
        "this file is {opener}, or give its path, which is unpacked here"
    )))
}

/// Text comes in characters, so there may be more bytes than were asked for.
fn read_object(object: &Bound<'_, PyAny>, most: usize) -> PyResult<Vec<u8>> {
    let read = object.call_method1("read", (most,))?;
    let is_known = read.is_instance_of::<PyBytes>()
        || read.is_instance_of::<PyByteArray>()
        || read.is_instance_of::<PyMemoryView>()
        || read.is_instance_of::<PyString>();
    if !is_known {
        return Err(PyTypeError::new_err("the file's read() returned neither bytes nor str"));
    }
    Ok(Payload::of(&read)?.bytes().to_vec())
}
