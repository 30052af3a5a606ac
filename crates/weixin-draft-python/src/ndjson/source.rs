//! Where the lines come from.

use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView, PyString};
use pyo3::{PyTraverseError, PyVisit};

use crate::payload::Payload;

/// An input that is read from its beginning to its end.
pub(super) struct Source {
    kind: Kind,
    /// Whether the object with a method `read` is ours to be closed.
    is_ours: bool,
    position: u64,
    total: Option<u64>,
}

enum Kind {
    File(File),
    /// Bytes that Python keeps.
    Shared(PyBackedBytes),
    /// Bytes copied from something that may change.
    Owned(Vec<u8>),
    /// An object with a method `read`, and what it gave too much.
    Object(Py<PyAny>, Vec<u8>),
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
        let is_path = !is_binary && !value.hasattr("read")?;
        let (kind, total) = if is_binary {
            let kind = match Payload::of(value)? {
                Payload::Bytes(bytes) => Kind::Shared(bytes.into()),
                other => Kind::Owned(other.bytes().to_vec()),
            };
            let length = match &kind {
                Kind::Shared(bytes) => bytes.len(),
                Kind::Owned(bytes) => bytes.len(),
                Kind::File(_) | Kind::Object(..) => 0,
            };
            (kind, Some(length as u64))
        } else if !is_path {
            (Kind::Object(value.clone().unbind(), Vec::new()), None)
        } else if value.is_instance_of::<PyString>() || value.hasattr("__fspath__")? {
            open(value)?
        } else {
            return Err(PyTypeError::new_err(
                "not a path, bytes or a file: give one whose read() returns bytes or str",
            ));
        };
        Ok(Source { kind, is_ours: is_path, position: 0, total })
    }

    /// Lets go of the input; what is read from then on is its end.
    pub(super) fn close(&mut self, py: Python<'_>) -> PyResult<()> {
        match std::mem::replace(&mut self.kind, Kind::Owned(Vec::new())) {
            Kind::Object(object, _) if self.is_ours => object.call_method0(py, "close").map(drop),
            _ => Ok(()),
        }
    }

    /// Shows the garbage collector what the input holds.
    pub(super) fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        match &self.kind {
            Kind::Object(object, _) => visit.call(object),
            Kind::File(_) | Kind::Shared(_) | Kind::Owned(_) => Ok(()),
        }
    }

    pub(super) fn total(&self) -> Option<u64> {
        self.total
    }

    pub(super) fn position(&self) -> u64 {
        self.position
    }

    /// Reads once; 0 is the end.
    pub(super) fn read(&mut self, py: Python<'_>, into: &mut [u8]) -> PyResult<usize> {
        let position = usize::try_from(self.position).unwrap_or(usize::MAX);
        let read = match &mut self.kind {
            Kind::File(file) => py.detach(|| read_file(file, into))?,
            Kind::Shared(bytes) => copy(bytes.get(position..).unwrap_or_default(), into),
            Kind::Owned(bytes) => copy(bytes.get(position..).unwrap_or_default(), into),
            Kind::Object(object, rest) => {
                if rest.is_empty() {
                    *rest = read_object(object.bind(py), into.len())?;
                }
                let read = copy(rest, into);
                rest.drain(..read);
                read
            }
        };
        self.position += read as u64;
        Ok(read)
    }
}

/// Opens a path. A plain file is read without Python. Of others, such as pipes,
/// Python takes care, since they may keep us waiting and Ctrl-C should end that;
/// and its errors are those that people know.
fn open(path: &Bound<'_, PyAny>) -> PyResult<(Kind, Option<u64>)> {
    let py = path.py();
    let os = py.import("os")?;
    let path = os.call_method1("fspath", (path,))?;
    let name: PathBuf = os.call_method1("fsdecode", (&path,))?.extract()?;
    let plain_file = py.detach(|| {
        let metadata = std::fs::metadata(&name).ok().filter(std::fs::Metadata::is_file)?;
        Some((File::open(&name).ok()?, metadata.len()))
    });
    match plain_file {
        Some((file, length)) => Ok((Kind::File(file), Some(length))),
        None => {
            let file = py.import("io")?.call_method1("FileIO", (path,))?;
            Ok((Kind::Object(file.unbind(), Vec::new()), None))
        }
    }
}

fn copy(from: &[u8], into: &mut [u8]) -> usize {
    let length = from.len().min(into.len());
    into[..length].copy_from_slice(&from[..length]);
    length
}

fn read_file(file: &mut File, into: &mut [u8]) -> std::io::Result<usize> {
    loop {
        match file.read(into) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
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
