//! What the page shows: a file that is watched, or a text that stays.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use axum::http::header::{ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::input::Input;

/// A text that the page asks for again and again.
#[derive(Clone)]
pub(crate) enum Text {
    File(PathBuf),
    Fixed(Vec<u8>),
}

impl Text {
    /// The text as it is now, unless the browser has this version of it already.
    pub(crate) fn answer(&self, headers: &HeaderMap) -> Response {
        let version = match self {
            Text::File(path) => version(path),
            Text::Fixed(_) => Ok("\"1\"".to_owned()),
        };
        let Ok(version) = version else { return StatusCode::NOT_FOUND.into_response() };
        if headers.get(IF_NONE_MATCH).is_some_and(|seen| seen == version.as_str()) {
            return StatusCode::NOT_MODIFIED.into_response();
        }
        let bytes = match self {
            Text::File(path) => Input::File(path.clone()).read(),
            Text::Fixed(bytes) => Ok(bytes.clone()),
        };
        match bytes {
            Ok(bytes) => ([(ETAG, version)], bytes).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// What changes whenever the file does.
fn version(path: &Path) -> std::io::Result<String> {
    let metadata = fs::metadata(path)?;
    let modified = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("\"{}-{}\"", modified.as_nanos(), metadata.len()))
}
