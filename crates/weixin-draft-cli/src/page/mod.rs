//! The page of `preview`, and the server that brings it to a browser on this
//! machine.

mod guard;
mod judge;
mod server;
mod text;

pub(crate) use judge::judgements;
pub(crate) use server::Server;
pub(crate) use text::Text;

use std::borrow::Cow;

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;

/// The files that `page/` is built into, as routes. The page may load pictures from
/// `pictures`, too: the address of a sandbox on this machine, up to a path.
pub(crate) fn files(pictures: Option<&str>) -> Router {
    let index = include_str!("../../page/index.html");
    let index = match pictures {
        Some(pictures) => index.replacen("img-src ", &format!("img-src {pictures} "), 1).into(),
        None => Cow::from(index),
    };
    Router::new()
        .route("/", get(async || file("text/html; charset=utf-8", index)))
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

fn file(content_type: &'static str, text: impl Into<Cow<'static, str>>) -> impl IntoResponse {
    ([(CONTENT_TYPE, content_type)], text.into())
}
