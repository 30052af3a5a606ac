//! What the endpoint says: codes, the vendor's words for them, and the wire.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

/// The vendor's label for its answers; `encoding` is no parameter anybody knows.
pub(crate) const VENDOR_JSON: &str = "application/json; encoding=utf-8";

/// A request turned down: the code, and what the sandbox disliked.
///
/// The vendor gives only a code and a few words. The reason is put in with
/// them, since the point of a sandbox is to find out what is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) errcode: i64,
    pub(crate) reason: &'static str,
}

/// Shorthand for the refusals that make up most of this crate.
pub(crate) fn refuse<T>(errcode: i64, reason: &'static str) -> Result<T, Refusal> {
    Err(Refusal { errcode, reason })
}

impl Refusal {
    /// The JSON of the answer, with the tail the vendor adds for its support.
    pub(crate) fn to_json(self, serial: u64) -> Value {
        let errmsg = format!("{} ({}) {}", words_of(self.errcode), self.reason, tail(serial));
        json!({"errcode": self.errcode, "errmsg": errmsg})
    }
}

/// The answer to a good update.
pub(crate) fn ok() -> Value {
    json!({"errcode": 0, "errmsg": "ok"})
}

/// An answer with a code that was asked for rather than deserved.
pub(crate) fn requested(errcode: i64, errmsg: Option<String>, serial: u64) -> Value {
    let errmsg = errmsg.unwrap_or_else(|| match errcode {
        0 => "ok".to_owned(),
        _ => format!("{} {}", words_of(errcode), tail(serial)),
    });
    json!({"errcode": errcode, "errmsg": errmsg})
}

/// The vendor's way of sending JSON: HTTP 200 whatever happened.
pub(crate) fn send(value: &Value) -> Response {
    respond(StatusCode::OK, VENDOR_JSON, value.to_string())
}

/// A response of a status, a content type and a body.
pub(crate) fn respond(
    status: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// Seconds since 1970, as the vendor stamps drafts.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs())
}

/// `hint: [...] rid: ...`, different for each answer. The first group of a rid
/// is the time; the rest only has to look like one.
fn tail(serial: u64) -> String {
    let noise = serial.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (high, low) = (noise >> 32, noise & 0xffff_ffff);
    format!("hint: [{low:08x}sb{serial:04}] rid: {:08x}-{high:08x}-{low:08x}", now() & 0xffff_ffff)
}

/// The short text that the vendor sends with a code, as `errmsg`, before its hint; `None` for
/// a code that the sandbox has no words of.
///
/// ```
/// assert_eq!(weixin_draft_sandbox::vendor_words(40007), Some("invalid media_id"));
/// ```
#[must_use]
pub fn vendor_words(errcode: i64) -> Option<&'static str> {
    Some(match errcode {
        -1 => "system error",
        40001 => "invalid credential, access_token is invalid or not latest",
        40002 => "invalid grant_type",
        40004 => "invalid media type",
        40005 => "invalid file type",
        40007 => "invalid media_id",
        40009 => "invalid image size",
        40013 => "invalid appid",
        40014 => "invalid access_token",
        40033 => "invalid charset",
        40035 => "invalid parameter",
        40097 => "invalid args",
        40113 => "unsupported file type",
        40114 => "invalid index value",
        40125 => "invalid appsecret",
        40164 => "invalid ip, not in whitelist",
        41001 => "access_token missing",
        41005 => "media data missing",
        41006 => "media_id missing",
        41039 => "invalid content_source_url",
        42001 => "access_token expired",
        43002 => "require POST method",
        44002 => "empty post data",
        44003 => "empty news data",
        45002 => "content size out of limit",
        45003 => "title size out of limit",
        45004 => "description size out of limit",
        45005 => "url size out of limit",
        45008 => "article size out of limit",
        45009 => "reach max api daily quota limit",
        45011 => "api minute-quota reach limit, must slower, retry next minute",
        45110 => "author size out of limit",
        45166 => "invalid content",
        47001 => "data format error",
        48001 => "api unauthorized",
        53402 => "crop image failed",
        53404 => "account is restricted from selling",
        53405 => "invalid product info",
        53406 => "selling is not enabled",
        88000 => "without comment privilege",
        _ => return None,
    })
}

fn words_of(errcode: i64) -> &'static str {
    vendor_words(errcode).unwrap_or("request refused")
}

#[cfg(test)]
mod tests {
    use super::{Refusal, requested};

    #[test]
    fn a_refusal_ends_like_the_vendors() {
        let refusal = Refusal { errcode: 40114, reason: "why" };
        let answer = refusal.to_json(7);
        let errmsg = answer["errmsg"].as_str().unwrap_or_default();
        assert!(errmsg.starts_with("invalid index value (why) hint: ["));
        let rid = errmsg.rsplit("rid: ").next().unwrap_or_default();
        let groups: Vec<&str> = rid.split('-').collect();
        assert_eq!(groups.len(), 3);
        assert!(groups.iter().all(|group| group.len() == 8));
        assert!(rid.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-'));
    }

    #[test]
    fn a_requested_code_may_bring_its_own_words() {
        assert_eq!(requested(5, Some("x".into()), 1)["errmsg"], "x");
        assert_eq!(requested(0, None, 1)["errmsg"], "ok");
    }
}
