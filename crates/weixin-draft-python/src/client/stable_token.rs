//! An account whose token the client fetches itself.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use weixin_draft_client::Secret;

use super::token::text_of;

/// Lets a client fetch its access token with stable_token: when it is first
/// needed, anew five minutes before it ends, and once when the server refuses it;
/// by one call for all threads.
///
/// The secret is not shown, and cannot be pickled.
///
/// Args:
///     appid: the account's AppID.
///     secret: its AppSecret.
#[pyclass(frozen, module = "weixin_draft")]
pub(crate) struct StableToken(pub(super) weixin_draft_client::StableToken);

#[pymethods]
impl StableToken {
    #[new]
    fn new(appid: String, secret: &Bound<'_, PyString>) -> PyResult<Self> {
        let secret = Secret::new(text_of(secret, "secret")?);
        Ok(StableToken(weixin_draft_client::StableToken::new(appid, secret)))
    }

    /// The account that the environment variables WEIXIN_APPID and WEIXIN_SECRET name.
    ///
    /// Raises:
    ///     ValueError: one of them is missing or empty.
    #[staticmethod]
    fn from_env() -> PyResult<Self> {
        let account = weixin_draft_client::StableToken::from_env();
        account.map(StableToken).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    #[expect(clippy::unused_self, reason = "the appid is nobody's business either")]
    fn __repr__(&self) -> &'static str {
        "StableToken(***)"
    }
}
