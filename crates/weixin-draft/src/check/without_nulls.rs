//! Requests whose writers say null where they mean nothing.

use super::unread::not_json;
use crate::json::as_text;
use crate::report::{Report, apply_edits};
use crate::request::{Expected, Rewrite, rewrite};

/// Removes every member of an object whose value is null, at any depth.
///
/// Many serializers write null for what has no value; the endpoint wants such fields
/// left out. Nulls in arrays stay, since no member goes with them. Nothing else
/// changes, not even white space or the spelling of a number.
/// [`Checker::drop_nulls`](crate::Checker::drop_nulls) does it as a part of the check.
///
/// ```
/// use weixin_draft::without_nulls;
///
/// let arguments = br#"{"title": "Menu", "author": null, "index": 0.0}"#;
/// let cleaned = without_nulls(arguments)?;
/// assert_eq!(cleaned, br#"{"title": "Menu", "index": 0.0}"#);
/// # Ok::<(), weixin_draft::Report>(())
/// ```
///
/// # Errors
/// A report of `invalid_json` when the text is not JSON.
pub fn without_nulls(body: &[u8]) -> Result<Vec<u8>, Report> {
    let text = as_text(body).map_err(|malformed| not_json(body, malformed))?;
    let settings = Rewrite { drop_nulls: true, ..Rewrite::default() };
    let edits = rewrite(text, Expected::Any, settings);
    let edits = edits.map_err(|malformed| not_json(body, malformed))?;
    Ok(apply_edits(text, &edits).into_bytes())
}
