//! Requests out of other people's structs, through the same check.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::checker::Checker;
use crate::model::DraftUpdate;
use crate::report::Report;

impl DraftUpdate {
    /// Checks a request body with every rule at its default level, and reads it.
    ///
    /// # Errors
    /// The report, when it has an error.
    pub fn from_json(body: &[u8]) -> Result<Self, Report> {
        Checker::new().read(body)
    }

    /// Checks this request with every rule at its default level.
    pub fn check(&self) -> Report {
        Checker::new().check(self)
    }
}

/// Reads the request's JSON text and checks it with every rule at its default level, so
/// it works with `serde_json` reading text, and is an error with any other format. The
/// error's message is the report.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Job {
///     draft: weixin_draft::DraftUpdate,
/// }
///
/// let job = r#"{"draft": {"media_id": "M", "index": 0, "articles": {"title": "T", "content": ""}}}"#;
/// let error = serde_json::from_str::<Job>(job).err().unwrap();
/// assert!(error.to_string().contains("error[empty_value] /articles/content"));
/// ```
impl<'de> Deserialize<'de> for DraftUpdate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        DraftUpdate::from_json(text.get().as_bytes()).map_err(D::Error::custom)
    }
}
