//! Picture files, by default only those in the request's folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use percent_encoding::percent_decode_str;

use super::{MAX_BYTES, Sources};
use crate::Problem;

/// A path as it is written in HTML: percent signs may stand for other characters,
/// and a question mark or number sign may end it.
pub(super) fn read_relative(sources: &Sources, address: &str) -> Result<Vec<u8>, Problem> {
    let as_written = read(sources, address.as_ref());
    if !matches!(as_written, Err(Problem::Read(io::ErrorKind::NotFound))) {
        return as_written;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().map_err(|_| Problem::BadAddress)?;
    read(sources, path.as_ref().as_ref())
}

/// The file at a path that begins at the folder, or at the root.
pub(super) fn read(sources: &Sources, path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |error: io::Error| Problem::Read(error.kind());
    // Both without symbolic links and dots, so that none leads out.
    let folder = sources.folder.canonicalize().map_err(failed)?;
    let joined = folder.join(path);
    let is_outside = |path: &Path| !sources.outside_folder && !path.starts_with(&folder);
    let path = match joined.canonicalize() {
        Ok(path) => path,
        // What is outside, and what is not there, is not told apart.
        Err(error) if !is_outside(&joined) && !climbs(path) => return Err(failed(error)),
        Err(_) => return Err(Problem::OutsideFolder),
    };
    if is_outside(&path) {
        return Err(Problem::OutsideFolder);
    }
    // Opening a pipe or a device would wait, or worse.
    if !fs::metadata(&path).map_err(failed)?.is_file() {
        return Err(Problem::NotAFile);
    }
    let mut bytes = Vec::new();
    let file = File::open(&path).map_err(failed)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Problem::TooLarge { limit: MAX_BYTES });
    }
    Ok(bytes)
}

fn climbs(path: &Path) -> bool {
    path.components().any(|component| component == std::path::Component::ParentDir)
}
