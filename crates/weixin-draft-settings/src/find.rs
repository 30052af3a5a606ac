//! Where the settings of a file are.

use std::path::{Path, PathBuf};

/// What the settings file is called.
pub const FILE_NAME: &str = "weixin-draft.toml";

/// The settings file for what is in `directory`: the first `weixin-draft.toml` in it
/// or above it. The root of a repository, which has a `.git`, is the last directory
/// that is looked at.
pub fn find(directory: &Path) -> Option<PathBuf> {
    let directory = std::path::absolute(directory).ok()?;
    for ancestor in directory.ancestors() {
        let candidate = ancestor.join(FILE_NAME);
        if candidate.is_file() {
            return Some(candidate);
        }
        if ancestor.join(".git").exists() {
            return None;
        }
    }
    None
}
