//! What was uploaded before.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use weixin_draft::{Language, Words};

use crate::{Call, Fitted, Uploaded};

/// Remembers for one account which pictures were uploaded, in a file that several
/// processes and accounts may share.
#[derive(Clone, Debug)]
pub struct Cache {
    path: PathBuf,
    account: String,
}

/// What the file holds: by account, and by what [`key`] makes of an upload.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Contents {
    accounts: BTreeMap<String, BTreeMap<String, Uploaded>>,
}

/// The file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheError {
    kind: io::ErrorKind,
}

impl CacheError {
    /// What is wrong, and what to do.
    pub fn message(&self, language: Language) -> &'static str {
        let words = match self.kind {
            io::ErrorKind::InvalidData => Words {
                en: "the file that remembers uploaded pictures is damaged: remove it, or do without it",
                zh: "记录已上传图片的文件已损坏：请删除该文件，或不使用它",
            },
            _ => Words {
                en: "the file that remembers uploaded pictures cannot be read or written: change its permissions, or do without it",
                zh: "记录已上传图片的文件无法读写：请修改权限，或不使用它",
            },
        };
        words.get(language)
    }
}

impl std::fmt::Display for CacheError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.message(Language::English))
    }
}

impl std::error::Error for CacheError {}

impl From<io::Error> for CacheError {
    fn from(error: io::Error) -> Self {
        CacheError { kind: error.kind() }
    }
}

impl Cache {
    /// Remembers in the file `path`, which is made when there is something to
    /// remember. `account` is the appid, or another name of the account: an address
    /// that one account got is of no use to another.
    ///
    /// ```
    /// use weixin_draft_pictures::Cache;
    ///
    /// let cache = Cache::new("pictures.json", "wx1234567890abcdef");
    /// ```
    pub fn new(path: impl Into<PathBuf>, account: impl Into<String>) -> Self {
        Cache { path: path.into(), account: account.into() }
    }

    /// What was uploaded from these bytes, if anything was.
    pub(crate) fn get(&self, picture: &Fitted) -> Result<Option<Uploaded>, CacheError> {
        let mut contents = read(&self.path)?;
        let account = contents.accounts.get_mut(&self.account);
        Ok(account.and_then(|uploads| uploads.remove(&key(picture))))
    }

    /// Remembers an upload. The file is written anew beside itself and then takes
    /// its own place, so that nobody ever reads half of it.
    pub(crate) fn put(&self, picture: &Fitted, uploaded: &Uploaded) -> Result<(), CacheError> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Held until this function returns.
        let lock = lock(&with_ending(&self.path, "lock"))?;
        let mut contents = read(&self.path)?;
        let uploads = contents.accounts.entry(self.account.clone()).or_default();
        uploads.insert(key(picture), uploaded.clone());
        let new = with_ending(&self.path, &format!("{}.new", process::id()));
        let json = serde_json::to_vec_pretty(&contents).map_err(io::Error::from)?;
        fs::write(&new, json)?;
        fs::rename(&new, &self.path)?;
        drop(lock);
        Ok(())
    }
}

fn read(path: &Path) -> Result<Contents, CacheError> {
    match fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes)
            .map_err(|_| CacheError { kind: io::ErrorKind::InvalidData }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Contents::default()),
        Err(error) => Err(error.into()),
    }
}

/// A file of its own, since the other one is replaced.
fn lock(path: &Path) -> Result<File, CacheError> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    file.lock()?;
    Ok(file)
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// The endpoint and the SHA-256 of what was sent there.
pub(crate) fn key(picture: &Fitted) -> String {
    let mut key = match picture.call {
        Call::UploadImage => "uploadimg:",
        Call::AddMaterial => "add_material:",
    }
    .to_owned();
    for byte in Sha256::digest(&picture.bytes) {
        let _always_fits = write!(key, "{byte:02x}");
    }
    key
}
