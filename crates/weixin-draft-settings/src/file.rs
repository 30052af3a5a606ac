//! A settings file that was read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use globset::GlobMatcher;
use weixin_draft::{Language, Level, Settings};

use crate::error::SettingsFileError;
use crate::problem::Problem;
use crate::read::read;

/// The settings of a `weixin-draft.toml`. Everything in it was looked at: a
/// [`Checker`](weixin_draft::Checker) can be built from them.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    path: PathBuf,
    contents: Contents,
}

/// What a settings file says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents {
    pub(crate) settings: Settings,
    pub(crate) language: Option<Language>,
    pub(crate) per_file: Vec<FileLevels>,
}

/// The levels for files whose name matches a pattern.
#[derive(Clone, Debug)]
pub(crate) struct FileLevels {
    pub(crate) pattern: GlobMatcher,
    pub(crate) levels: BTreeMap<String, Level>,
}

impl SettingsFile {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, is not TOML, or holds something that is no setting.
    pub fn read(path: &Path) -> Result<Self, SettingsFileError> {
        let text = fs::read_to_string(path)
            .map_err(|error| SettingsFileError::new(path, Problem::Unreadable(error.into())))?;
        SettingsFile::parse(path, &text)
    }

    /// Takes `text` for the contents of the file at `path`.
    ///
    /// # Errors
    /// When it is not TOML, or holds something that is no setting.
    pub fn parse(path: &Path, text: &str) -> Result<Self, SettingsFileError> {
        let contents = read(text)
            .map_err(|(offset, problem)| SettingsFileError::at(path, text, offset, problem))?;
        Ok(SettingsFile { path: path.to_owned(), contents })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The settings for every file.
    pub fn settings(&self) -> &Settings {
        &self.contents.settings
    }

    /// The language, if the file names one.
    pub fn language(&self) -> Option<Language> {
        self.contents.language
    }

    /// The settings for one file: those of every file, and the levels of each pattern
    /// of `[per-file-levels]` that matches it, later ones over earlier ones.
    ///
    /// A pattern is relative to the directory of the settings file; one without a
    /// slash is the name of files in any directory.
    pub fn settings_for(&self, file: &Path) -> Settings {
        let mut settings = self.contents.settings.clone();
        let directory = self.path.parent().unwrap_or(Path::new(""));
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or(path.to_owned());
        let (file, directory) = (absolute(file), absolute(directory));
        let Ok(relative) = file.strip_prefix(&directory) else { return settings };
        for entry in &self.contents.per_file {
            let has_slash = entry.pattern.glob().glob().contains('/');
            let name =
                if has_slash { relative } else { Path::new(file.file_name().unwrap_or_default()) };
            if entry.pattern.is_match(name) {
                settings.levels.extend(entry.levels.clone());
            }
        }
        settings
    }

    /// Whether the file belongs to another user, who may not be meant to decide.
    /// The system's administrator is trusted. Always false where files have no owner.
    pub fn is_of_another_user(&self) -> bool {
        is_of_another_user(&self.path)
    }
}

#[cfg(unix)]
fn is_of_another_user(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    const ADMINISTRATOR: u32 = 0;
    let user = rustix::process::geteuid().as_raw();
    path.metadata().is_ok_and(|file| ![user, ADMINISTRATOR].contains(&file.uid()))
}

#[cfg(not(unix))]
fn is_of_another_user(_path: &Path) -> bool {
    false
}
