//! The page of `preview`, and the server that brings it to a browser on this
//! machine.

mod guard;
mod judge;
mod server;

pub(crate) use judge::judgements;
pub(crate) use server::Server;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

/// The files that `page/` is built into, as routes.
pub(crate) fn files() -> Router {
    Router::new()
        .route(
            "/",
            get(async || file("text/html; charset=utf-8", include_str!("../../page/index.html"))),
        )
        .route("/page.css", get(async || file("text/css", include_str!("../../page/page.css"))))
        .route(
            "/page.js",
            get(async || file("text/javascript", include_str!("../../page/page.js"))),
        )
}

/// The page that measures layouts, which nobody looks at.
pub(crate) fn measuring_files() -> Router {
    const PAGE: &str =
        "<!doctype html><meta charset=utf-8><body><script type=module src=layout.js></script>";
    Router::new().route("/", get(async || file("text/html; charset=utf-8", PAGE))).route(
        "/layout.js",
        get(async || file("text/javascript", include_str!("../../page/layout.js"))),
    )
}

fn file(content_type: &'static str, text: &'static str) -> impl IntoResponse {
    ([(CONTENT_TYPE, content_type)], text)
}
