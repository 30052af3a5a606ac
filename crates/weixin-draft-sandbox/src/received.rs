//! What the sandbox remembers of a request.

use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::Value;

/// A request as it arrived, for a test to look at.
///
/// The token and, where one was sent, the secret are replaced by `***`, so
/// that a real one sent here by mistake shows up nowhere.
///
/// ```
/// use weixin_draft_sandbox::{Sandbox, TOKEN};
///
/// let sandbox = Sandbox::start()?;
/// let url = format!("{}/cgi-bin/draft/get?access_token={TOKEN}", sandbox.base_url());
/// ureq::post(&url).content_type("application/json").send(r#"{"media_id":"X"}"#)?;
///
/// let seen = &sandbox.requests()[0];
/// assert_eq!(seen.method, "POST");
/// assert_eq!(seen.path, "/cgi-bin/draft/get?access_token=***");
/// assert_eq!(seen.content_type.as_deref(), Some("application/json"));
/// assert_eq!(seen.body, r#"{"media_id":"X"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Received {
    /// `POST`, `GET`, ...
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The `Content-Type` header, if there was one.
    pub content_type: Option<String>,
    /// The body as text; bytes that are not UTF-8 become `U+FFFD`.
    pub body: String,
    /// When it arrived, in seconds since 1970.
    pub time: u64,
    /// The `errcode` that it was answered with: 0 for an answer without one,
    /// `None` for one that is not the endpoint's.
    pub errcode: Option<i64>,
    /// The HTTP status of the answer; 0 where the connection was cut, and
    /// [`Received::GIVEN_UP`] where the caller went away before there was an answer.
    pub status: u16,
    /// Its number, to find it by.
    #[serde(skip)]
    pub(crate) serial: u64,
}

impl Received {
    /// The `status` of a request whose caller did not wait for the answer.
    pub const GIVEN_UP: u16 = 499;

    /// About the memory that it takes.
    pub(crate) fn size(&self) -> usize {
        const STRUCT: usize = 256;
        let content_type = self.content_type.as_ref().map_or(0, String::len);
        STRUCT + self.method.len() + self.path.len() + content_type + self.body.len()
    }
}

/// No more bytes of a header or of a path are remembered.
const MAX_LENGTH: usize = 2_048;

/// The beginning of a text that may be of any length.
pub(crate) fn shortened(mut text: String) -> String {
    let end = (0..=MAX_LENGTH.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.truncate(end.unwrap_or_default());
    text
}

/// Parameters whose values are nobody's business.
const SECRETS: [&str; 3] = ["access_token", "secret", "refresh_token"];

/// `path?query` with the values of tokens and secrets masked, where it has some.
pub(crate) fn mask_path(path: &str, query: Option<&str>) -> String {
    let Some(query) = query else {
        return path.to_owned();
    };
    let pairs: Vec<String> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            // A name with escapes may be any of them.
            Some((name, value)) if SECRETS.contains(&name) || name.contains('%') => {
                if value.is_empty() { pair.to_owned() } else { format!("{name}=***") }
            }
            _ => pair.to_owned(),
        })
        .collect();
    format!("{path}?{}", pairs.join("&"))
}

/// The body with its `secret` masked. Only bodies that have one are touched,
/// since a test may want to see the exact bytes of all others.
pub(crate) fn mask_body(body: &[u8]) -> String {
    if let Ok(Value::Object(mut fields)) = serde_json::from_slice(body)
        && fields.contains_key("secret")
    {
        fields.insert("secret".into(), "***".into());
        return Value::Object(fields).to_string();
    }
    let text = String::from_utf8_lossy(body).into_owned();
    // Broken JSON that may hold one.
    let may_hold_one =
        text.contains("\"secret\"") && serde_json::from_slice::<IgnoredAny>(body).is_err();
    if may_hold_one { "***".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{mask_body, mask_path};

    #[test]
    fn secrets_show_up_nowhere() {
        for query in [
            "access_token=REAL",
            "a=b&access%5Ftoken=REAL",
            "grant_type=client_credential&appid=A&secret=REAL",
        ] {
            assert!(!mask_path("/cgi-bin/token", Some(query)).contains("REAL"), "{query}");
        }
        assert_eq!(mask_path("/x", Some("access_token=&b=c")), "/x?access_token=&b=c");
        for body in [r#"{"secret":"REAL"}"#, r#"{"secret":"REAL",}"#] {
            assert!(!mask_body(body.as_bytes()).contains("REAL"), "{body}");
        }
        assert_eq!(mask_body(b"{ \"a\": 1 }"), "{ \"a\": 1 }");
    }
}
