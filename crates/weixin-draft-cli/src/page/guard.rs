//! Who may ask: this machine's browser, for the page that it was given.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses requests that name another host or come from another site's page. A
/// name that somebody lets point to this machine is not the server's own.
pub(super) async fn refuse_strangers(port: u16, request: Request, next: Next) -> Response {
    if !is_own(port, request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

fn is_own(port: u16, headers: &HeaderMap) -> bool {
    let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    let is_host = |name: &[u8]| hosts.iter().any(|host| host.as_bytes() == name);
    headers.get(HOST).is_some_and(|host| is_host(host.as_bytes()))
        && headers
            .get(ORIGIN)
            .is_none_or(|origin| origin.as_bytes().strip_prefix(b"http://").is_some_and(is_host))
}

/// A name of 32 characters that nobody can guess.
pub(super) fn secret() -> std::io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}
