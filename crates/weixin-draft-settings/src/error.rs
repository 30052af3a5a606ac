//! Why a settings file cannot be used.

use std::fmt;
use std::path::{Path, PathBuf};

use weixin_draft::Language;

use crate::problem::Problem;

/// Why a settings file cannot be used, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFileError {
    path: PathBuf,
    place: Option<(usize, usize)>,
    problem: Problem,
}

impl SettingsFileError {
    /// Of the whole file.
    pub(crate) fn new(path: &Path, problem: Problem) -> Self {
        SettingsFileError { path: path.to_owned(), place: None, problem }
    }

    /// Of a byte in the file.
    pub(crate) fn at(path: &Path, text: &str, offset: usize, problem: Problem) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        SettingsFileError { place: Some((line, column)), ..Self::new(path, problem) }
    }

    /// The settings file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Line and column, both from 1; `None` when the file could not be read.
    pub fn place(&self) -> Option<(usize, usize)> {
        self.place
    }

    /// File, line and column, what is wrong there, and what to do.
    pub fn message(&self, language: Language) -> String {
        let (path, problem) = (self.path.display(), self.problem.message(language));
        match (self.place, language) {
            (Some((line, column)), _) => format!("{path}:{line}:{column}: {problem}"),
            (None, Language::English) => format!("{path}: {problem}"),
            (None, Language::Chinese) => format!("{path}：{problem}"),
        }
    }
}

/// English; see [`SettingsFileError::message`].
impl fmt::Display for SettingsFileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for SettingsFileError {}
