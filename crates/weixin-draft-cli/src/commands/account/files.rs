//! Files beside the one that is pulled or pushed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// `FILE` with `.revision.json` or `.before.json` after it.
pub(crate) fn beside(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.push(".json");
    name.into()
}

/// Writes a file: whole, or not at all.
pub(crate) fn write_file(path: &Path, bytes: &[u8], session: &Session) -> Result<(), Failure> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = PathBuf::from(name);
    let written = fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(bytes))
        .and_then(|()| fs::rename(&temporary, path));
    written.map_err(|error| {
        drop(fs::remove_file(&temporary));
        let name = path.to_string_lossy();
        let name = Visible(&name);
        Failure(say!(session.language, "cannot write {name}: {error}", "无法写入 {name}：{error}"))
    })
}

/// Reads a file of JSON, or standard input.
pub(crate) fn read_json(path: &Path, session: &Session) -> Result<Vec<u8>, Outcome> {
    session.read(&Input::of_argument(path.to_owned()))
}
