//! Keeps web pages out.
//!
//! A page of anybody's can make a browser on this machine call a loopback port,
//! and by a name of its own that leads here even read the answers. Such calls
//! name another host, or come from another origin.

use axum::extract::{Request, State};
use axum::http::header::{HOST, HeaderName, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

use crate::answer::respond;

/// Lets a request through if host and origin are the sandbox's own.
pub(crate) async fn own_host_only(
    State(port): State<u16>,
    request: Request,
    next: Next,
) -> Response {
    if is_ours(request.headers(), port) {
        return next.run(request).await;
    }
    respond(
        StatusCode::FORBIDDEN,
        "text/plain; charset=utf-8",
        "The sandbox answers to 127.0.0.1, localhost and [::1] with its port only.\n",
    )
}

fn is_ours(headers: &HeaderMap, port: u16) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let host = text(HOST).unwrap_or_default();
    let origin_is_ours = text(ORIGIN).is_none_or(|origin| {
        origin.strip_prefix("http://").is_some_and(|origin| is_own_name(origin, port))
    });
    is_own_name(host, port) && origin_is_ours
}

fn is_own_name(host: &str, port: u16) -> bool {
    let Some((name, number)) = host.rsplit_once(':') else {
        return false;
    };
    let is_name = name.eq_ignore_ascii_case("localhost") || matches!(name, "127.0.0.1" | "[::1]");
    is_name && number.parse() == Ok(port)
}

#[cfg(test)]
mod tests {
    use super::is_own_name;

    #[test]
    fn names_of_this_machine() {
        for host in ["127.0.0.1:80", "localhost:80", "LocalHost:80", "[::1]:80"] {
            assert!(is_own_name(host, 80), "{host}");
        }
        for host in
            ["", "127.0.0.1", "localhost:81", "evil.example:80", "127.0.0.1.evil.example:80"]
        {
            assert!(!is_own_name(host, 80), "{host}");
        }
    }
}
