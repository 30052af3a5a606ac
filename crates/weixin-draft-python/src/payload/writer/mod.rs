//! Writes dicts, lists and the like as compact JSON.
//!
//! Where JSON cannot say something, the text ends there in a way that cannot be
//! JSON. So the core finds the place by itself, with everything that was wrong
//! before it, and its report has the path of the value.

mod scalars;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyMemoryView,
    PySequence, PyString, PyTuple,
};

use super::Unwritable;
use crate::to_python::model_class;

/// The core reads so many levels; one more is written for it to see.
const DEEPEST_NESTING: usize = 128;

/// Why the text ends.
enum Halt {
    Unwritable(Unwritable),
    Raised(PyErr),
}

impl From<PyErr> for Halt {
    fn from(error: PyErr) -> Self {
        Halt::Raised(error)
    }
}

type Written = Result<(), Halt>;

/// The text so far.
pub(super) struct Writer {
    out: Vec<u8>,
    depth: usize,
}

impl Writer {
    /// The text of a value, and what it ends at when JSON cannot say it all.
    ///
    /// # Errors
    /// What foreign code raised that is no `Exception`.
    pub(super) fn write(value: &Bound<'_, PyAny>) -> PyResult<(Vec<u8>, Option<Unwritable>)> {
        let mut writer = Writer { out: Vec::with_capacity(1024), depth: 0 };
        match writer.value(value) {
            Ok(()) => Ok((writer.out, None)),
            Err(Halt::Unwritable(unwritable)) => Ok((writer.out, Some(unwritable))),
            Err(Halt::Raised(error)) => Err(error),
        }
    }

    /// Ends the text with something that is no JSON.
    fn halt(&mut self, token: &str, unwritable: Unwritable) -> Written {
        self.text(token);
        Err(Halt::Unwritable(unwritable))
    }

    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn value(&mut self, value: &Bound<'_, PyAny>) -> Written {
        if let Ok(text) = value.cast::<PyString>() {
            self.string(text)
        } else if let Ok(dict) = value.cast::<PyDict>() {
            self.object(&dict.items())
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(&list.to_tuple())
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple)
        } else if value.is_none() {
            self.text("null");
            Ok(())
        } else if let Ok(flag) = value.cast::<PyBool>() {
            self.text(if flag.is_true() { "true" } else { "false" });
            Ok(())
        } else if let Ok(integer) = value.cast::<PyInt>() {
            self.integer(integer)
        } else if let Ok(float) = value.cast::<PyFloat>() {
            self.float(float.value())
        } else {
            self.other(value)
        }
    }

    /// Mappings, sequences and models; everything else has no place in JSON.
    fn other(&mut self, value: &Bound<'_, PyAny>) -> Written {
        let is_binary = value.is_instance_of::<PyBytes>()
            || value.is_instance_of::<PyByteArray>()
            || value.is_instance_of::<PyMemoryView>();
        let items = if is_binary {
            Ok(None)
        } else if let Ok(mapping) = value.cast::<PyMapping>() {
            mapping.items().map(Some)
        } else if let Ok(sequence) = value.cast::<PySequence>() {
            return match sequence.to_tuple() {
                Ok(items) => self.list(&items),
                Err(error) => self.foreign(value, error),
            };
        } else {
            return match of_model(value) {
                Ok(Some(dict)) => self.value(&dict),
                Ok(None) => self.unknown(value),
                Err(error) => self.foreign(value, error),
            };
        };
        match items {
            Ok(Some(items)) => self.object(&items),
            Ok(None) => self.unknown(value),
            Err(error) => self.foreign(value, error),
        }
    }

    /// Code of the caller's raised; a payload that cannot be read is a bad
    /// payload, but nobody may swallow Ctrl-C.
    fn foreign(&mut self, value: &Bound<'_, PyAny>, error: PyErr) -> Written {
        if error.is_instance_of::<PyException>(value.py()) {
            self.unknown(value)
        } else {
            Err(Halt::Raised(error))
        }
    }

    fn unknown(&mut self, value: &Bound<'_, PyAny>) -> Written {
        self.halt("?", Unwritable::Value(type_name(value)))
    }

    /// Steps into an object or a list.
    fn open(&mut self, bracket: &str) -> Written {
        if self.depth == DEEPEST_NESTING {
            return self.halt(bracket, Unwritable::AsText);
        }
        self.text(bracket);
        self.depth += 1;
        Ok(())
    }

    fn close(&mut self, bracket: &str) {
        self.depth -= 1;
        self.text(bracket);
    }

    fn object(&mut self, items: &Bound<'_, PyList>) -> Written {
        self.open("{")?;
        for (position, item) in items.iter().enumerate() {
            if position > 0 {
                self.text(",");
            }
            let Ok((key, value)) = item.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>() else {
                return self.unknown(&item);
            };
            match key.cast::<PyString>() {
                Ok(name) => self.string(name)?,
                Err(_) => return self.halt("?", Unwritable::Key(type_name(&key))),
            }
            self.text(":");
            self.value(&value)?;
        }
        self.close("}");
        Ok(())
    }

    fn list(&mut self, items: &Bound<'_, PyTuple>) -> Written {
        self.open("[")?;
        for (position, item) in items.iter().enumerate() {
            if position > 0 {
                self.text(",");
            }
            self.value(&item)?;
        }
        self.close("]");
        Ok(())
    }
}

/// A model as plain data; `None` for anything else.
fn of_model<'py>(value: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let is_model = value.is_instance(model_class(value.py())?)?;
    is_model.then(|| value.call_method0("to_dict")).transpose()
}

/// The name of a value's type, cut to a length that fits a message.
fn type_name(value: &Bound<'_, PyAny>) -> String {
    const LONGEST: usize = 40;
    let name = value.get_type().name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|_error| "object".to_owned()).chars().take(LONGEST).collect()
}
