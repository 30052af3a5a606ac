//! Values of other classes: mappings, sequences, models, scalars of numpy.

use pyo3::exceptions::{PyException, PyMemoryError};
use pyo3::prelude::*;
use pyo3::types::{
    PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyMemoryView, PySequence,
    PyString, PyTuple,
};

use super::{Halt, Writer, Written};
use crate::payload::Unwritable;
use crate::to_python::model_class;

/// A model's `to_dict` may give a model, and an odd one gives itself.
const MAX_CHAIN: usize = 8;

impl<'py> Writer<'py> {
    /// Everything else has no place in JSON.
    pub(super) fn other(&mut self, value: &Bound<'py, PyAny>) -> Written {
        let mut value = value.clone();
        for _ in 0..MAX_CHAIN {
            match plain(&value) {
                Ok(Plain::Object(members)) => return self.object(members.into_iter()),
                Ok(Plain::Array(items)) => return self.array(items.iter()),
                Ok(Plain::Unknown) => break,
                Ok(Plain::Value(plain)) if is_builtin(&plain) => return self.value(&plain),
                Ok(Plain::Value(other)) => value = other,
                Err(error) => return self.raised(&value, error),
            }
        }
        self.halt("?", Unwritable::Value(type_name(&value)))
    }

    /// Code of the caller's raised; a payload that cannot be read is a bad
    /// payload, but nobody may swallow Ctrl-C or that memory ran out.
    fn raised(&mut self, value: &Bound<'py, PyAny>, error: PyErr) -> Written {
        let py = value.py();
        if error.is_instance_of::<PyMemoryError>(py) || !error.is_instance_of::<PyException>(py) {
            return Err(Halt::Raised(error));
        }
        let raised = error.get_type(py).name().map(|name| name.to_string_lossy().into_owned());
        let raised = raised.unwrap_or_else(|_error| "Exception".to_owned());
        self.halt("?", Unwritable::Raised(type_name(value), raised))
    }
}

/// What a value of another class means in JSON.
enum Plain<'py> {
    Object(Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>),
    Array(Bound<'py, PyTuple>),
    Value(Bound<'py, PyAny>),
    Unknown,
}

fn plain<'py>(value: &Bound<'py, PyAny>) -> PyResult<Plain<'py>> {
    if value.is_instance_of::<PyBytes>()
        || value.is_instance_of::<PyByteArray>()
        || value.is_instance_of::<PyMemoryView>()
    {
        return Ok(Plain::Unknown);
    }
    if value.is_instance(model_class(value.py())?)? {
        return Ok(Plain::Value(value.call_method0("_wire")?));
    }
    if let Ok(mapping) = value.cast::<PyMapping>() {
        let items = mapping.items()?.iter().map(|item| item.extract());
        return Ok(Plain::Object(items.collect::<PyResult<_>>()?));
    }
    if let Ok(sequence) = value.cast::<PySequence>() {
        return Ok(Plain::Array(sequence.to_tuple()?));
    }
    if is_of_numpy(value)? {
        return Ok(Plain::Value(value.call_method0("item")?));
    }
    // What can be an index is an integer.
    let class = value.get_type();
    if class.hasattr("__index__")? && !class.hasattr("__len__")? {
        return Ok(Plain::Value(
            class.getattr("__index__")?.call1((value,))?.cast_into::<PyInt>()?.into_any(),
        ));
    }
    Ok(Plain::Unknown)
}

/// Whether it is of the class that numpy's scalars have in common.
fn is_of_numpy(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    let modules = value.py().import("sys")?.getattr("modules")?;
    match modules.get_item("numpy") {
        Ok(numpy) => value.is_instance(&numpy.getattr("generic")?),
        Err(_) => Ok(false),
    }
}

/// Whether the writer knows it without asking further.
fn is_builtin(value: &Bound<'_, PyAny>) -> bool {
    value.is_none()
        || value.is_instance_of::<PyString>()
        || value.is_instance_of::<PyDict>()
        || value.is_instance_of::<PyList>()
        || value.is_instance_of::<PyTuple>()
        || value.is_instance_of::<PyInt>()
        || value.is_instance_of::<PyFloat>()
}

/// The name of a value's type, with its module, cut to a length that fits a message.
pub(in crate::payload) fn type_name(value: &Bound<'_, PyAny>) -> String {
    const MAX_NAME: usize = 60;
    let name = match value.get_type().fully_qualified_name() {
        Ok(name) => name.to_string_lossy().replace("builtins.", ""),
        Err(_) => "object".to_owned(),
    };
    name.chars().take(MAX_NAME).collect()
}
