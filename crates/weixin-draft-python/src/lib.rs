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

/// The compiled half of weixin_draft; import names from weixin_draft instead.
#[pyo3::pymodule(gil_used = false)]
mod _core {
    /// The version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "Python's name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
    #[pymodule_export]
    use crate::arrow::ArrowReports;
    #[pymodule_export]
    use crate::check::{check, check_article, check_content, validate, validate_and_report};
    #[pymodule_export]
    use crate::checker::Checker;
    #[pymodule_export]
    use crate::client::{Cancel, Client, StableToken};
    #[pymodule_export]
    use crate::command::run_command;
    #[pymodule_export]
    use crate::convert::convert_answer;
    #[pymodule_export]
    use crate::crop::{crop_box, fit_crop, ratio_name};
    #[pymodule_export]
    use crate::fix::{Fixed, fix};
    #[pymodule_export]
    use crate::images::{content_images, replace_content_images};
    #[pymodule_export]
    use crate::many::ManyReports;
    #[pymodule_export]
    use crate::ndjson::NdjsonReports;
    #[pymodule_export]
    use crate::payload::{read_json, write_json};
    #[pymodule_export]
    use crate::pictures::{upload_cover, upload_pictures};
    #[pymodule_export]
    use crate::report::{Edit, Fix, Place, Report, Violation};
    #[pymodule_export]
    use crate::response::Response;
    #[pymodule_export]
    use crate::sandbox::Sandbox;
    #[pymodule_export]
    use crate::schema::json_schema;
    #[pymodule_export]
    use crate::tables::{
        ErrorCode, Rule, Words, errcode, errcodes, readable_errmsg, rule, rules, unknown_errcode,
    };
}
