//! Writes dicts, lists and the like as compact JSON.
//!
//! Where JSON cannot say something, the text ends there in a way that cannot be
//! JSON. So the core finds the place by itself, with everything that was wrong
//! before it, and its report has the path of the value. Nesting is walked without
//! recursion, so that a thread's stack may be small.

mod foreign;
mod scalars;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};

use super::Unwritable;
pub(super) use foreign::type_name;

/// How many levels the core reads; one more is written for it to see.
const MAX_NESTING: usize = 128;

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
    /// What is still to be written, the next at the end.
    rest: Vec<Rest<'py>>,
    /// How many objects and arrays are not written to their end.
    depth: usize,
}

/// A part of an object or an array.
enum Rest<'py> {
    Member(Bound<'py, PyAny>, Bound<'py, PyAny>),
    Item(Bound<'py, PyAny>),
    /// The bracket at its end.
    End(u8),
}

impl<'py> Writer<'py> {
    /// The text of a value, and what it ends at when JSON cannot say it all.
    ///
    /// # Errors
    /// What foreign code raised that is no `Exception`, or that memory ran out.
    pub(super) fn write(value: &Bound<'py, PyAny>) -> PyResult<(Vec<u8>, Option<Unwritable>)> {
        // Most requests take no more.
        let (out, rest) = (Vec::with_capacity(1024), Vec::with_capacity(32));
        let mut writer = Writer { out, rest, depth: 0 };
        match writer.all(value) {
            Ok(()) => Ok((writer.out, None)),
            Err(Halt::Unwritable(unwritable)) => Ok((writer.out, Some(unwritable))),
            Err(Halt::Raised(error)) => Err(error),
        }
    }

    fn all(&mut self, value: &Bound<'py, PyAny>) -> Written {
        self.value(value)?;
        while let Some(next) = self.rest.pop() {
            match next {
                Rest::Member(name, value) => {
                    self.comma();
                    self.name(&name)?;
                    self.out.push(b':');
                    self.value(&value)?;
                }
                Rest::Item(item) => {
                    self.comma();
                    self.value(&item)?;
                }
                Rest::End(bracket) => {
                    self.out.push(bracket);
                    self.depth -= 1;
                }
            }
        }
        Ok(())
    }

    /// Before all members and items but the first.
    fn comma(&mut self) {
        if !matches!(self.out.last(), Some(b'{' | b'[')) {
            self.out.push(b',');
        }
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
            self.dict(dict)
        } else if let Ok(list) = value.cast::<PyList>() {
            self.array(list.iter())
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.array(tuple.iter())
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

    /// Writes what the dict begins with, as far as that is short, and takes all other
    /// members at once: code of the caller's may change the dict while they are written.
    fn dict(&mut self, dict: &Bound<'py, PyDict>) -> Written {
        self.open("{", b'}')?;
        let begin = self.rest.len();
        for (name, value) in dict.iter() {
            if self.rest.len() > begin || !self.short_member(&name, &value) {
                self.rest.push(Rest::Member(name, value));
            }
        }
        self.rest[begin..].reverse();
        Ok(())
    }

    /// Takes all members at once.
    fn object(
        &mut self,
        members: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>,
    ) -> Written {
        self.open("{", b'}')?;
        let begin = self.rest.len();
        self.rest.extend(members.map(|(name, value)| Rest::Member(name, value)));
        self.rest[begin..].reverse();
        Ok(())
    }

    fn array(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> Written {
        self.open("[", b']')?;
        let begin = self.rest.len();
        self.rest.extend(items.map(Rest::Item));
        self.rest[begin..].reverse();
        Ok(())
    }

    fn open(&mut self, bracket: &str, end: u8) -> Written {
        if self.depth == MAX_NESTING {
            return self.halt(bracket, Unwritable::AsText);
        }
        self.text(bracket);
        self.rest.push(Rest::End(end));
        self.depth += 1;
        Ok(())
    }
}
