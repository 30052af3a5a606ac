//! `weixin-draft preview`.

use std::fs;
use std::future::pending;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use axum::Json;
use axum::http::header::{ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clap::Args;
use serde_json::json;

use crate::escape::Visible;
use crate::input::Input;
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::page::{Server, files, judgements};
use crate::session::Session;

/// Show a request as a reader will get it, in the browser, until Ctrl-C
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A request, the HTML of an article, or an answer of draft/get; watched while it is shown
    file: PathBuf,
    /// The port to listen on [default: any free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// Print the address, and open no browser
    #[arg(long)]
    no_open: bool,
    #[command(flatten)]
    check: CheckOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    session.take_language_of(&options.file);
    let (language, port) = (session.language, options.port);
    let input = Input::File(options.file.clone());
    if let Err(unreadable) = session.read(&input) {
        return Ok(unreadable);
    }
    let settings = session.checker_for(&options.check, &options.file)?.settings().clone();
    let server = Server::bind(port).map_err(|error| {
        Failure(say!(
            language,
            "cannot listen on port {port} of 127.0.0.1: {error}",
            "无法监听 127.0.0.1 的 {port} 端口：{error}"
        ))
    })?;
    let address = server.address();
    writeln!(session.output, "{address}")?;
    session.output.flush()?;
    session.note(&say!(language, "Ctrl-C ends the preview.", "按 Ctrl-C 结束预览。"));
    if !options.no_open {
        // Where there is no browser, the address is there to be opened elsewhere.
        drop(open::that_detached(&address));
    }
    let name = Visible(&input.name()).to_string();
    let asked_for = session.language_is_asked_for.then(|| language.as_str());
    let config = json!({"name": name, "settings": settings, "language": asked_for});
    let path = options.file.clone();
    let routes = files()
        .merge(judgements())
        .route("/config", get(async move || Json(config)))
        .route("/file", get(async move |headers: HeaderMap| file(&path, &headers)));
    server.serve(routes, pending()).map_err(|error| {
        Failure(say!(language, "the preview ended: {error}", "预览已结束：{error}"))
    })
}

/// The file as it is now, unless the browser has this version of it already.
fn file(path: &Path, headers: &HeaderMap) -> Response {
    let Ok(version) = version(path) else { return StatusCode::NOT_FOUND.into_response() };
    if headers.get(IF_NONE_MATCH).is_some_and(|seen| seen == version.as_str()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    match Input::File(path.to_owned()).read() {
        Ok(bytes) => ([(ETAG, version)], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What changes whenever the file does.
fn version(path: &Path) -> std::io::Result<String> {
    let metadata = fs::metadata(path)?;
    let modified = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("\"{}-{}\"", modified.as_nanos(), metadata.len()))
}
