//! Checks a column of Arrow data, batch by batch, as it is asked for.
//!
//! Data comes in and goes out through the Arrow PyCapsule interface, so that
//! neither this package nor the caller needs pyarrow for it. pyo3-arrow imports;
//! arrow-array exports.

mod bodies;
mod column;
mod import;
mod reader;
mod results;

use std::sync::{Arc, Mutex, PoisonError};

use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::checker::Checker;
use column::Column;
use reader::{Check, CheckedBatches};

/// Reports as Arrow record batches: ok, errors, warnings and violations, a row
/// for each row that was handed over, and null where that was null.
///
/// Hand it to whatever knows the Arrow PyCapsule interface; it can be read once.
#[pyclass(frozen, module = "weixin_draft._core")]
pub(crate) struct ArrowReports {
    batches: Mutex<Option<CheckedBatches>>,
}

#[pymethods]
impl ArrowReports {
    #[new]
    #[pyo3(signature = (data, column, checker, threads = None, /))]
    fn new(
        data: &Bound<'_, PyAny>,
        column: Option<&str>,
        checker: &Bound<'_, Checker>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        let threads = crate::threads::threads(threads)?;
        let source = import::arrays(data)?;
        let column =
            Column::find(source.field().data_type(), column).map_err(PyValueError::new_err)?;
        let Checker { checker, language } = checker.get();
        let checker = Arc::clone(checker);
        let check = Check { column, checker, language: *language, threads };
        let batches = CheckedBatches::new(source, check);
        Ok(ArrowReports { batches: Mutex::new(Some(batches)) })
    }

    /// The results as an Arrow C stream. Their schema is always the same.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer keep its own types.
        drop(requested_schema);
        let batches = self.batches.lock().unwrap_or_else(PoisonError::into_inner).take();
        let batches = batches.ok_or_else(|| {
            PyRuntimeError::new_err(
                "these results were read already: call check_arrow again, or keep them as a table",
            )
        })?;
        let stream = FFI_ArrowArrayStream::new(Box::new(batches));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    #[expect(clippy::unused_self, reason = "a method of Python's")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(results::schema().as_ref());
        let schema = schema.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    #[expect(clippy::unused_self, reason = "a method of Python's")]
    fn __repr__(&self) -> &'static str {
        "<ArrowReports ok, errors, warnings, violations>"
    }
}
