//! Ends calls of a client.

use pyo3::prelude::*;

/// Ends the calls of every client that was made with it.
#[pyclass(frozen, module = "weixin_draft._core")]
pub(crate) struct Cancel(pub(super) weixin_draft_client::Cancel);

#[pymethods]
impl Cancel {
    #[new]
    fn new() -> Self {
        Cancel(weixin_draft_client::Cancel::new())
    }

    /// Ends them now, and those that are made later.
    fn cancel(&self) {
        self.0.cancel();
    }
}
