//! Files beside the one that is pulled or pushed.

use std::path::{Path, PathBuf};

use weixin_draft::Language;

use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;
use crate::whole_file::write_whole;

/// `FILE` with `.revision.json`, `.before.json` or `.sent.json` after it.
pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.push(".json");
    name.into()
}

/// Writes a file: whole, or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8], language: Language) -> Result<(), Failure> {
    write_whole(path, bytes).map_err(|error| Failure(error.message(path, language)))
}

/// Reads a file of JSON or HTML, or standard input.
pub(crate) fn read_text(path: &Path, session: &Session) -> Result<Vec<u8>, Outcome> {
    let bytes = session.read(&Input::of_argument(path.to_owned()))?;
    Ok(without_mark(&bytes).to_vec())
}

/// Without the byte order mark that editors on Windows write.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}
