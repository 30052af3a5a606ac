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
use weixin_draft_client::Client;

use crate::{Call, Fitted, Origin, Uploaded};

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
        const WORDS: Words = Words {
            en: "the file that remembers uploaded pictures cannot be read or written: change its permissions, or do without it",
            zh: "记录已上传图片的文件无法读写：请修改权限，或不使用它",
        };
        WORDS.get(language)
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
    /// A file that is damaged is set aside with `.damaged` after its name, and begins
    /// anew: see [`Origin::Anew`](crate::Origin::Anew).
    ///
    /// ```
    /// use weixin_draft_pictures::Cache;
    ///
    /// let cache = Cache::new("pictures.json", "wx1234567890abcdef");
    /// ```
    pub fn new(path: impl Into<PathBuf>, account: impl Into<String>) -> Self {
        Cache { path: path.into(), account: account.into() }
    }

    /// Remembers by itself what this server got, such as a sandbox, whose addresses are of
    /// no use to another. Without it, the server is the vendor's.
    ///
    /// ```
    /// use weixin_draft_pictures::Cache;
    ///
    /// let cache = Cache::new("pictures.json", "wx1234567890abcdef");
    /// let cache = cache.of_server("http://127.0.0.1:8080");
    /// ```
    #[must_use]
    pub fn of_server(mut self, base_url: &str) -> Self {
        let base_url = base_url.trim_end_matches('/');
        if base_url != Client::BASE_URL {
            self.account = format!("{} at {base_url}", self.account);
        }
        self
    }

    /// What was uploaded from these bytes, if anything was.
    pub(crate) fn get(&self, picture: &Fitted) -> Result<Option<Uploaded>, CacheError> {
        let mut contents = read(&self.path)?.unwrap_or_default();
        let account = contents.accounts.get_mut(&self.account);
        Ok(account.and_then(|uploads| uploads.remove(&key(picture))))
    }

    /// Remembers an upload. The file is written anew beside itself and then takes
    /// its own place, so that nobody ever reads half of it. Says how the picture came to
    /// the vendor: whether what was remembered before is lost.
    pub(crate) fn put(&self, picture: &Fitted, uploaded: &Uploaded) -> Result<Origin, CacheError> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Held until this function returns.
        let lock = lock(&with_ending(&self.path, "lock"))?;
        let (mut contents, origin) = match read(&self.path)? {
            Some(contents) => (contents, Origin::Uploaded),
            None => {
                fs::rename(&self.path, with_ending(&self.path, "damaged"))?;
                (Contents::default(), Origin::Anew)
            }
        };
        let uploads = contents.accounts.entry(self.account.clone()).or_default();
        uploads.insert(key(picture), uploaded.clone());
        let new = with_ending(&self.path, &format!("{}.new", process::id()));
        let json = serde_json::to_vec_pretty(&contents).map_err(io::Error::from)?;
        fs::write(&new, json)?;
        fs::rename(&new, &self.path)?;
        drop(lock);
        Ok(origin)
    }
}

/// `None` of a file that is damaged.
fn read(path: &Path) -> Result<Option<Contents>, CacheError> {
    match fs::read(path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Some(Contents::default())),
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
