//! The answer of the endpoint.

use pyo3::prelude::*;

/// What the server answered to a good request.
#[pyclass(frozen, eq, hash, get_all, module = "weixin_draft")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Response {
    /// 0 is success.
    errcode: i64,
    /// The server's own words, ok for success.
    errmsg: String,
}

impl From<weixin_draft_client::Updated> for Response {
    fn from(updated: weixin_draft_client::Updated) -> Self {
        Response { errcode: updated.errcode, errmsg: updated.errmsg }
    }
}

#[pymethods]
impl Response {
    #[new]
    fn new(errcode: i64, errmsg: String) -> Self {
        Response { errcode, errmsg }
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("errcode", "errmsg")
    }

    fn __repr__(&self) -> String {
        format!("Response(errcode={}, errmsg={:?})", self.errcode, self.errmsg)
    }

    fn __getnewargs__(&self) -> (i64, String) {
        (self.errcode, self.errmsg.clone())
    }
}
