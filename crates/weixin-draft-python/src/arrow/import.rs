//! Arrow data of whatever library, through capsules.

use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::ArrayRef;
use arrow_schema::ArrowError;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::ffi::{ArrayIterator, ArrayReader};
use pyo3_arrow::{PyArray, PyArrayReader};

/// Arrays, as they are read.
pub(super) type Arrays = Box<dyn ArrayReader + Send>;

/// The arrays of a table, a column, a stream or a single array.
///
/// # Errors
/// `TypeError` when it is none of these, `ValueError` when what it gives is
/// broken, and whatever the object itself raises.
pub(super) fn arrays(data: &Bound<'_, PyAny>) -> PyResult<Arrays> {
    let py = data.py();
    if data.hasattr(intern!(py, "__arrow_c_stream__"))? {
        let capsule = data.call_method0(intern!(py, "__arrow_c_stream__"))?;
        let capsule = capsule.cast::<PyCapsule>()?;
        return guarded(|| PyArrayReader::from_arrow_pycapsule(capsule)?.into_reader());
    }
    if data.hasattr(intern!(py, "__arrow_c_array__"))? {
        let capsules = data.call_method0(intern!(py, "__arrow_c_array__"))?;
        let capsules = capsules.cast::<PyTuple>()?;
        let (schema, array) = (capsules.get_item(0)?, capsules.get_item(1)?);
        let (schema, array) = (schema.cast::<PyCapsule>()?, array.cast::<PyCapsule>()?);
        let (array, field) = guarded(|| PyArray::from_arrow_pycapsule(schema, array))?.into_inner();
        return Ok(Box::new(ArrayIterator::new([Ok(array)], field)));
    }
    Err(PyTypeError::new_err(
        "not Arrow data: give something with __arrow_c_stream__ or __arrow_c_array__, such as a \
         table or column of pyarrow, polars, DuckDB or pandas",
    ))
}

/// The next array of a stream. The importing code panics when a stream breaks
/// the rules of the interface; here that is an error like any other.
pub(super) fn next(arrays: &mut Arrays) -> Option<Result<ArrayRef, ArrowError>> {
    catch_unwind(AssertUnwindSafe(|| arrays.next()))
        .unwrap_or_else(|_panic| Some(Err(ArrowError::CDataInterface(BROKEN.to_owned()))))
}

fn guarded<T>(import: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(import))
        .unwrap_or_else(|_panic| Err(PyValueError::new_err(BROKEN)))
}

const BROKEN: &str =
    "the data breaks the rules of the Arrow C interface: the library that made it has a fault";
