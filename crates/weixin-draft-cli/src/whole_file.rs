//! Files that are written whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};
use weixin_draft::Language;

use crate::escape::Visible;
use crate::system_error;

/// Why a file is not written.
#[derive(Debug)]
pub(crate) enum WriteError {
    /// It is a pipe, a device, a directory or the like, which a file must not replace.
    NotAFile,
    /// Nobody may write to it.
    ReadOnly,
    System(io::Error),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        WriteError::System(error)
    }
}

impl WriteError {
    /// What cannot be written, why, and what to do.
    pub(crate) fn message(&self, path: &Path, language: Language) -> String {
        let why = match self {
            WriteError::NotAFile => say!(
                language,
                "this is not a regular file, which alone is replaced; name another, or use standard output",
                "这不是普通文件，而只有普通文件会被替换：请指定其他文件，或使用标准输出"
            ),
            WriteError::ReadOnly => say!(
                language,
                "the file is read-only; make it writable first",
                "文件是只读的：请先设为可写"
            ),
            WriteError::System(error) => system_error::in_words(error, language),
        };
        cannot_write(path, &why, language)
    }
}

/// That a file cannot be written, and why.
pub(crate) fn cannot_write(path: &Path, why: &str, language: Language) -> String {
    let name = path.to_string_lossy();
    let name = Visible(&name);
    say!(language, "cannot write {name}: {why}", "无法写入 {name}：{why}")
}

/// Writes a file: beside it, then renamed, so that it is never left half written. An
/// existing one keeps its mode; of a symbolic link, it is the file that the link names.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let path = match fs::canonicalize(path) {
        Ok(path) => path,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error.into()),
    };
    let permissions = match fs::metadata(&path) {
        Ok(metadata) if !metadata.is_file() => return Err(WriteError::NotAFile),
        Ok(metadata) if metadata.permissions().readonly() => return Err(WriteError::ReadOnly),
        Ok(metadata) => Some(metadata.permissions()),
        Err(_) => None,
    };
    let directory = path.parent().filter(|parent| *parent != Path::new(""));
    let mut beside = new_in(directory.unwrap_or(Path::new(".")))?;
    beside.write_all(bytes)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    beside.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// A new file in this directory, which others may read as they may read any new file.
fn new_in(directory: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    builder.permissions({
        use std::os::unix::fs::PermissionsExt as _;
        Permissions::from_mode(0o666)
    });
    builder.tempfile_in(directory)
}
