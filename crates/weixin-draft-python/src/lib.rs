//! The extension module `weixin_draft._core`.
//!
//! Thin on purpose: it turns Python's values into bytes, calls the Rust crates
//! and wraps what they answer. Models and exceptions are written in Python.

mod arrow;
mod check;
mod checker;
mod client;
mod command;
mod content;
mod convert;
mod crop;
mod errors;
mod fix;
mod images;
mod many;
mod models;
mod ndjson;
mod options;
mod payload;
mod pictures;
mod report;
mod response;
mod sandbox;
mod schema;
mod tables;
mod threads;
mod to_python;

use pyo3::exceptions::PyAttributeError;
use pyo3::prelude::*;
use pyo3::types::PyType;

/// The classes. Each is made when somebody asks for it: to make them all takes longer
/// than the rest of the import.
#[pyfunction]
#[pyo3(signature = (name, /))]
fn __getattr__<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyType>> {
    Ok(match name {
        "ArrowReports" => py.get_type::<arrow::ArrowReports>(),
        "Cancel" => py.get_type::<client::Cancel>(),
        "Checker" => py.get_type::<checker::Checker>(),
        "Client" => py.get_type::<client::Client>(),
        "Edit" => py.get_type::<report::Edit>(),
        "ErrorCode" => py.get_type::<tables::ErrorCode>(),
        "Fix" => py.get_type::<report::Fix>(),
        "Fixed" => py.get_type::<fix::Fixed>(),
        "ManyReports" => py.get_type::<many::ManyReports>(),
        "NdjsonReports" => py.get_type::<ndjson::NdjsonReports>(),
        "Place" => py.get_type::<report::Place>(),
        "Report" => py.get_type::<report::Report>(),
        "Response" => py.get_type::<response::Response>(),
        "Rule" => py.get_type::<tables::Rule>(),
        "Sandbox" => py.get_type::<sandbox::Sandbox>(),
        "StableToken" => py.get_type::<client::StableToken>(),
        "Violation" => py.get_type::<report::Violation>(),
        "Words" => py.get_type::<tables::Words>(),
        _ => {
            let words = format!("module 'weixin_draft._core' has no attribute {name:?}");
            return Err(PyAttributeError::new_err(words));
        }
    })
}

/// The compiled half of weixin_draft; import names from weixin_draft instead.
#[pyo3::pymodule(gil_used = false)]
mod _core {
    /// The version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "Python's name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
    #[pymodule_export]
    use crate::check::{check, check_article, check_content, validate, validate_and_report};
    #[pymodule_export]
    use crate::command::run_command;
    #[pymodule_export]
    use crate::convert::convert_answer;
    #[pymodule_export]
    use crate::crop::{crop_box, fit_crop, ratio_name};
    #[pymodule_export]
    use crate::fix::fix;
    #[pymodule_export]
    use crate::images::{content_images, replace_content_images};
    #[pymodule_export]
    use crate::payload::{read_json, write_json};
    #[pymodule_export]
    use crate::pictures::{upload_cover, upload_pictures};
    #[pymodule_export]
    use crate::schema::json_schema;
    #[pymodule_export]
    use crate::tables::{errcode, errcodes, readable_errmsg, rule, rules, unknown_errcode};

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // Not with `add`, which would list it among the public names.
        module.setattr("__getattr__", wrap_pyfunction!(crate::__getattr__, module)?)
    }
}
