//! The answer of the endpoint.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

/// What the server answered.
///
/// ```
/// use weixin_draft::Response;
///
/// let answer = br#"{"errcode":40007,"errmsg":"invalid media_id hint: [a1b2] rid: 698ea13f-7fddc2d7-08ae5e0c"}"#;
/// let response = Response::from_json(answer)?;
/// assert!(!response.is_ok());
/// assert_eq!(response.errcode, 40007);
/// assert_eq!(response.rid(), Some("698ea13f-7fddc2d7-08ae5e0c"));
/// # Ok::<(), weixin_draft::ResponseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Response {
    /// 0 is success; any other number says what went wrong.
    ///
    /// Numbers that this library does not know are kept as they are.
    #[serde(deserialize_with = "number_or_numeric_string")]
    pub errcode: i64,
    /// The server's own words, `ok` for success.
    pub errmsg: String,
}

impl Response {
    /// Reads the body of an answer: UTF-8, whatever its content type says.
    ///
    /// Some gateways write `errcode` as a string of digits; that is understood.
    ///
    /// # Errors
    /// [`ResponseError`] when the body is not the JSON that the page documents.
    pub fn from_json(body: &[u8]) -> Result<Self, ResponseError> {
        // serde would take a list for a struct.
        let begin = body.iter().find(|byte| !byte.is_ascii_whitespace());
        if begin != Some(&b'{') {
            return Err(ResponseError);
        }
        serde_json::from_slice(body).map_err(|_error| ResponseError)
    }

    /// Whether the draft was updated.
    pub fn is_ok(&self) -> bool {
        self.errcode == 0
    }

    /// The number of the request in the vendor's logs, which its support asks
    /// for. It stands at the end of most messages.
    pub fn rid(&self) -> Option<&str> {
        const NAME: &str = "rid:";
        self.errmsg.rmatch_indices(NAME).find_map(|(at, _)| {
            let is_word = !self.errmsg[..at].ends_with(|before: char| before.is_alphanumeric());
            let rid = self.errmsg[at + NAME.len()..].trim_start();
            let is_part = |character: char| character.is_ascii_hexdigit() || character == '-';
            let end = rid.find(|character| !is_part(character)).unwrap_or(rid.len());
            Some(&rid[..end]).filter(|rid| is_word && !rid.is_empty())
        })
    }
}

/// The body of an answer is not `{"errcode": ..., "errmsg": ...}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResponseError;

impl fmt::Display for ResponseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the answer is not the JSON that the endpoint documents")
    }
}

impl std::error::Error for ResponseError {}

fn number_or_numeric_string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Errcode<'a> {
        Number(i64),
        #[serde(borrow)]
        Text(std::borrow::Cow<'a, str>),
    }
    match Errcode::deserialize(deserializer)? {
        Errcode::Number(number) => Ok(number),
        Errcode::Text(text) => text.parse().map_err(serde::de::Error::custom),
    }
}

#[cfg(test)]
mod tests {
    use super::Response;

    #[test]
    fn finds_the_rid_and_nothing_else() {
        for (errmsg, rid) in [
            ("invalid hint: [a] rid: 698ea13f-7fddc2d7", Some("698ea13f-7fddc2d7")),
            ("rid:698ea13f-1, again", Some("698ea13f-1")),
            ("x rid: 698ea13f-2 rid: ", Some("698ea13f-2")),
            ("invalid grid: 3", None),
            ("ok", None),
        ] {
            let response = Response { errcode: 1, errmsg: errmsg.to_owned() };
            assert_eq!(response.rid(), rid, "{errmsg}");
        }
    }
}
