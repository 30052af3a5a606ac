//! Reads an answer: what the endpoint gives, or an answer code.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::json::without_mark;
use crate::model::Response;

/// Reads the body of an answer with HTTP status 200.
///
/// An `errcode` other than 0 is a refusal, whatever is beside it; gateways
/// may write it as a string of digits. Without `errcode`, or with 0, the body is
/// the endpoint's answer.
///
/// ```
/// use weixin_draft::endpoint::{AddedDraft, AnswerError, read_answer};
///
/// let added: AddedDraft = read_answer(br#"{"media_id":"M"}"#).unwrap();
/// assert_eq!(added.media_id, "M");
///
/// let refused = read_answer::<AddedDraft>(br#"{"errcode":40001}"#);
/// assert!(matches!(refused, Err(AnswerError::Refused(response)) if response.errcode == 40001));
/// ```
///
/// # Errors
/// [`AnswerError`] when the server refused, or the body is another's.
pub fn read_answer<T: DeserializeOwned>(body: &[u8]) -> Result<T, AnswerError> {
    let text = std::str::from_utf8(body).map_err(|_error| AnswerError::NotUtf8)?;
    let text = without_mark(text).trim_ascii();
    match text.bytes().next() {
        Some(b'{') => {}
        Some(b'<') => return Err(AnswerError::Html),
        // serde would take an array for a struct.
        _ => return Err(AnswerError::NotTheEndpoints),
    }
    let head: Head = serde_json::from_str(text).map_err(|error| AnswerError::of(&error))?;
    if head.errcode.is_some() {
        let response = Response::from_json(text.as_bytes());
        let response = response.map_err(|_error| AnswerError::NotTheEndpoints)?;
        if !response.is_ok() {
            return Err(AnswerError::Refused(response));
        }
    }
    serde_json::from_str(text).map_err(|error| AnswerError::of(&error))
}

/// How the pictures begin that can be material: JPEG, PNG, GIF and BMP.
const PICTURES: [&[u8]; 4] = [b"\xFF\xD8\xFF", b"\x89PNG", b"GIF8", b"BM"];

/// Reads the body of an answer that is a picture.
///
/// ```
/// use weixin_draft::endpoint::{AnswerError, read_picture};
///
/// assert_eq!(read_picture(b"GIF89a"), Ok(b"GIF89a".to_vec()));
/// let refused = read_picture(br#"{"errcode":40007}"#);
/// assert!(matches!(refused, Err(AnswerError::Refused(response)) if response.errcode == 40007));
/// ```
///
/// # Errors
/// As with [`read_answer`], when the body is no picture.
pub fn read_picture(body: &[u8]) -> Result<Vec<u8>, AnswerError> {
    if PICTURES.iter().any(|begin| body.starts_with(begin)) {
        return Ok(body.to_vec());
    }
    match read_answer::<Response>(body) {
        Ok(_) => Err(AnswerError::NotTheEndpoints),
        Err(error) => Err(error),
    }
}

#[derive(Deserialize)]
struct Head {
    errcode: Option<serde::de::IgnoredAny>,
}

/// Why there is no answer of the endpoint in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerError {
    /// The server refused: `errcode` is not 0.
    Refused(Response),
    /// A page for people.
    Html,
    /// JSON that ends too early.
    Truncated,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Not JSON, or not that of the endpoint.
    NotTheEndpoints,
}

impl AnswerError {
    fn of(error: &serde_json::Error) -> Self {
        if error.is_eof() { AnswerError::Truncated } else { AnswerError::NotTheEndpoints }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnswerError::Refused(response) => {
                write!(formatter, "the server refused with errcode {}", response.errcode)
            }
            AnswerError::Html => formatter.write_str("the answer is an HTML page"),
            AnswerError::Truncated => formatter.write_str("the answer ends too early"),
            AnswerError::NotUtf8 => formatter.write_str("the answer is not UTF-8"),
            AnswerError::NotTheEndpoints => {
                formatter.write_str("the answer is not the JSON that the endpoint documents")
            }
        }
    }
}

impl std::error::Error for AnswerError {}

#[cfg(test)]
mod tests {
    use super::{AnswerError, read_answer};
    use crate::endpoint::AddedDraft;
    use crate::model::Response;

    fn added(body: &[u8]) -> Result<AddedDraft, AnswerError> {
        read_answer(body)
    }

    #[test]
    fn refusals_are_told_from_answers() {
        for body in [r#"{"errcode":7,"media_id":"M"}"#, r#"{"errcode":"7"}"#, r#" {"errcode":7} "#]
        {
            let refused =
                matches!(added(body.as_bytes()), Err(AnswerError::Refused(it)) if it.errcode == 7);
            assert!(refused, "{body}");
        }
        assert_eq!(added(br#"{"errcode":0,"media_id":"M"}"#).unwrap().media_id, "M");
        let done: Response = read_answer(br#"{"errcode":0}"#).unwrap();
        assert_eq!((done.errcode, done.errmsg.as_str()), (0, ""));
    }

    #[test]
    fn what_is_no_answer() {
        for (body, expected) in [
            (b"<html>".as_slice(), AnswerError::Html),
            (b"", AnswerError::NotTheEndpoints),
            (b"[]", AnswerError::NotTheEndpoints),
            (b"{}", AnswerError::NotTheEndpoints),
            (b"{\"errcode\":\"+0\"}", AnswerError::NotTheEndpoints),
            (b"{\"errcode\":null}", AnswerError::NotTheEndpoints),
            (b"{\"media_id\":\"M", AnswerError::Truncated),
            (b"{\"media_id\":\"M\",\"x\":\"\xff\"}", AnswerError::NotUtf8),
        ] {
            assert_eq!(added(body), Err(expected), "{}", String::from_utf8_lossy(body));
        }
    }
}
