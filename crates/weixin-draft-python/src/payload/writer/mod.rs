//! Writes dicts, lists and the like as compact JSON.
//!
//! Where JSON cannot say something, the text ends there in a way that cannot be
//! JSON. So the core finds the place by itself, with everything that was wrong
//! before it, and its report has the path of the value. Nesting is walked without
//! recursion, so that a thread's stack may be small.

mod foreign;
mod open;
mod scalars;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

use super::Unwritable;
pub(super) use foreign::type_name;
use open::Open;

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

type Written<T = ()> = Result<T, Halt>;

/// The text so far.
pub(super) struct Writer<'py> {
    out: Vec<u8>,
    /// The objects and arrays that are not written to their end.
    open: Vec<Open<'py>>,
}

impl<'py> Writer<'py> {
    /// The text of a value, and what it ends at when JSON cannot say it all.
    ///
    /// # Errors
    /// What foreign code raised that is no `Exception`, or that memory ran out.
    pub(super) fn write(value: &Bound<'py, PyAny>) -> PyResult<(Vec<u8>, Option<Unwritable>)> {
        let mut writer = Writer { out: Vec::with_capacity(1024), open: Vec::new() };
        match writer.all(value) {
            Ok(()) => Ok((writer.out, None)),
            Err(Halt::Unwritable(unwritable)) => Ok((writer.out, Some(unwritable))),
            Err(Halt::Raised(error)) => Err(error),
        }
    }

    fn all(&mut self, value: &Bound<'py, PyAny>) -> Written {
        self.value(value)?;
        while let Some(open) = self.open.last_mut() {
            match open {
                Open::Object { members, is_first } => match members.next() {
                    Some((name, value)) => {
                        if !std::mem::take(is_first) {
                            self.out.push(b',');
                        }
                        self.name(&name)?;
                        self.out.push(b':');
                        self.value(&value)?;
                    }
                    None => self.close(b'}'),
                },
                Open::Array { items, next } => match items.get_borrowed_item(*next) {
                    Ok(item) => {
                        let item = item.to_owned();
                        if *next > 0 {
                            self.out.push(b',');
                        }
                        *next += 1;
                        self.value(&item)?;
                    }
                    // Past its end.
                    Err(_) => self.close(b']'),
                },
            }
        }
        Ok(())
    }

    /// Ends the text with something that is no JSON.
    fn halt<T>(&mut self, token: &str, unwritable: Unwritable) -> Written<T> {
        self.text(token);
        Err(Halt::Unwritable(unwritable))
    }

    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn name(&mut self, name: &Bound<'py, PyAny>) -> Written {
        match name.cast::<PyString>() {
            Ok(name) => self.string(name),
            Err(_) => self.halt("?", Unwritable::Key(type_name(name))),
        }
    }

    /// Writes a scalar, or opens an object or an array.
    fn value(&mut self, value: &Bound<'py, PyAny>) -> Written {
        if let Ok(text) = value.cast::<PyString>() {
            self.string(text)
        } else if let Ok(dict) = value.cast::<PyDict>() {
            // All at once: code of the caller's may change the dict meanwhile.
            self.open(Open::object(dict.iter().collect()))
        } else if let Ok(list) = value.cast::<PyList>() {
            self.open(Open::array(list.to_tuple()))
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.open(Open::array(tuple.clone()))
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

    fn open(&mut self, open: Open<'py>) -> Written {
        let bracket = open.bracket();
        if self.open.len() == DEEPEST_NESTING {
            return self.halt(bracket, Unwritable::AsText);
        }
        self.text(bracket);
        self.open.push(open);
        Ok(())
    }

    fn close(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.open.pop();
    }
}
