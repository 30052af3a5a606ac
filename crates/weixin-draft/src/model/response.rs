//! The answer of the endpoint.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

use crate::report::Language;

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
// The page promises both, though an answer without errmsg is understood.
#[cfg_attr(feature = "schema", schemars(extend("required" = ["errcode", "errmsg"])))]
#[non_exhaustive]
pub struct Response {
    /// 0 is success; any other number says what went wrong.
    ///
    /// Numbers that this library does not know are kept as they are.
    #[serde(deserialize_with = "number_or_numeric_string")]
    pub errcode: i64,
    /// The server's own words, `ok` for success.
    ///
    /// Empty if it gave none.
    #[serde(default)]
    pub errmsg: String,
}

impl Response {
    /// Reads the body of an answer: UTF-8, whatever its content type says.
    ///
    /// Some gateways write `errcode` as a string of digits, and some answers have no
    /// `errmsg`; both are understood.
    ///
    /// # Errors
    /// [`ResponseError`] when the body is not the JSON that the page documents.
    pub fn from_json(body: &[u8]) -> Result<Self, ResponseError> {
        // All of it: serde does not look into fields that it skips.
        let text = simdutf8::basic::from_utf8(body).map_err(|_error| ResponseError::NotUtf8)?;
        // serde would take an array for a struct.
        if !text.trim_start().starts_with('{') {
            return Err(ResponseError::NotAnAnswer);
        }
        serde_json::from_str(text).map_err(|_error| ResponseError::NotAnAnswer)
    }

    /// Whether the draft was updated.
    pub fn is_ok(&self) -> bool {
        self.errcode == 0
    }

    /// The number of the request in the vendor's logs, which its support asks
    /// for. Most messages end with it.
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

/// The server's own words for a terminal or a log: at most 300 characters, then
/// `...`, with a blank for each control character.
///
/// ```
/// assert_eq!(weixin_draft::readable_errmsg("no\u{1b}[2J\nway"), "no [2J way");
/// ```
pub fn readable_errmsg(errmsg: &str) -> String {
    const MAX_CHARACTERS: usize = 300;
    let shown = |character: char| if character.is_control() { ' ' } else { character };
    let mut readable: String = errmsg.chars().take(MAX_CHARACTERS).map(shown).collect();
    if errmsg.chars().nth(MAX_CHARACTERS).is_some() {
        readable.push_str("...");
    }
    readable
}

/// Why the body of an answer cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ResponseError {
    /// It is not UTF-8.
    NotUtf8,
    /// It is not an object with a number as `errcode`.
    NotAnAnswer,
}

impl ResponseError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> String {
        let words = match (self, language) {
            (ResponseError::NotUtf8, Language::English) => {
                "the answer is not UTF-8: look for a proxy or gateway that changes answers"
            }
            (ResponseError::NotUtf8, Language::Chinese) => {
                "应答不是 UTF-8 编码：请检查途中是否有代理或网关改动了应答"
            }
            (ResponseError::NotAnAnswer, Language::English) => {
                "the answer is not a JSON object with errcode, as the endpoint documents: check the address, and look for a proxy or gateway that answers in its place"
            }
            (ResponseError::NotAnAnswer, Language::Chinese) => {
                "应答不是带有 errcode 的 JSON 对象，与接口文档不符：请检查请求地址，以及是否有代理或网关代为应答"
            }
        };
        words.to_owned()
    }
}

/// English; see [`ResponseError::message`].
impl fmt::Display for ResponseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
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
        // Rust's own parser takes a plus sign.
        Errcode::Text(text) if text.starts_with('+') => {
            Err(serde::de::Error::custom("a plus sign"))
        }
        Errcode::Text(text) => text.parse().map_err(serde::de::Error::custom),
    }
}

#[cfg(test)]
mod tests {
    use super::{Response, ResponseError, readable_errmsg};

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

    #[test]
    fn understands_what_gateways_make_of_an_answer() {
        for (body, errcode) in [
            (r#"{"errcode":0,"errmsg":"ok"}"#, 0),
            (r#" {"errcode":"40001","errmsg":"x"}"#, 40001),
            (r#"{"errcode":"-1"}"#, -1),
            (r#"{"errcode":7,"more":[1]}"#, 7),
        ] {
            assert_eq!(Response::from_json(body.as_bytes()).map(|it| it.errcode), Ok(errcode));
        }
        for body in [
            r#"{"errcode":"+0"}"#,
            r#"{"errcode":" 0"}"#,
            r#"{"errcode":""}"#,
            r#"{"errcode":0.5}"#,
            r#"{"errcode":0,"errmsg":null}"#,
            r#"{"errmsg":"ok"}"#,
            r#"[0,"ok"]"#,
            "<html>",
        ] {
            let result = Response::from_json(body.as_bytes());
            assert_eq!(result, Err(ResponseError::NotAnAnswer), "{body}");
        }
        for body in
            [&b"{\"errcode\":0,\"errmsg\":\"\xff\"}"[..], b"{\"errcode\":0,\"more\":\"\xff\"}"]
        {
            assert_eq!(Response::from_json(body), Err(ResponseError::NotUtf8));
        }
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(readable_errmsg(&"忙".repeat(300)), "忙".repeat(300));
        assert_eq!(readable_errmsg(&"忙".repeat(301)), "忙".repeat(300) + "...");
    }
}
