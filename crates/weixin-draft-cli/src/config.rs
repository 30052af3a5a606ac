//! Which settings file counts for which file.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use weixin_draft_settings::{SettingsFile, SettingsFileError, find};

use crate::options::GlobalOptions;

/// Where settings are looked for.
pub(crate) struct Config {
    choice: Choice,
    /// The settings files that were spoken of.
    told: RefCell<BTreeSet<PathBuf>>,
}

enum Choice {
    Nowhere,
    File(PathBuf),
    FromTheFileUpwards,
}

impl Config {
    /// What the options ask for.
    pub(crate) fn of_options(options: &GlobalOptions) -> Self {
        let choice = match &options.config {
            _ if options.no_config => Choice::Nowhere,
            Some(path) => Choice::File(path.clone()),
            None => Choice::FromTheFileUpwards,
        };
        Config { choice, told: RefCell::default() }
    }

    /// The settings of this file, if there are any.
    pub(crate) fn settings_of(
        &self,
        file: &Path,
    ) -> Result<Option<SettingsFile>, SettingsFileError> {
        let directory = match file.parent() {
            Some(parent) if parent != Path::new("") => parent,
            _ => Path::new("."),
        };
        let path = match &self.choice {
            Choice::Nowhere => None,
            Choice::File(path) => Some(path.clone()),
            Choice::FromTheFileUpwards => find(directory),
        };
        path.map(|path| SettingsFile::read(&path)).transpose()
    }

    /// Whether this is the first time that something is to be said of a settings file.
    pub(crate) fn is_news(&self, path: &Path) -> bool {
        self.told.borrow_mut().insert(path.to_owned())
    }
}
