//! The settings file `weixin-draft.toml`: finding and reading it.
//!
//! ```
//! use std::path::Path;
//!
//! use weixin_draft::{Checker, Language};
//! use weixin_draft_settings::SettingsFile;
//!
//! let text = "
//! image_hosts = ['cdn.example.cn']
//!
//! [per-file-levels]
//! 'old/**' = { title_long = 'off' }
//! ";
//! let file = SettingsFile::parse(Path::new("/site/weixin-draft.toml"), text)?;
//! let checker = Checker::from_settings(&file.settings_for(Path::new("/site/old/a.json")))?;
//!
//! let error = SettingsFile::parse(Path::new("weixin-draft.toml"), "image_host = []").unwrap_err();
//! assert_eq!(
//!     error.message(Language::English),
//!     "weixin-draft.toml:1:1: there is no key image_host: did you mean image_hosts?"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod file;
mod find;
mod problem;
mod read;

pub use error::SettingsFileError;
pub use file::SettingsFile;
pub use find::{FILE_NAME, find};
