//! A browser of this machine, without a window.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

use tempfile::TempDir;

use super::LayoutError;

/// Browsers that understand Chromium's options, by the names they are installed as.
const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
];

/// Where they are on other systems.
const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
];

/// A running browser with a profile of its own; it ends when it is dropped.
pub(super) struct Browser {
    child: Child,
    _profile: TempDir,
}

impl Browser {
    /// Opens an address in the browser that `CHROMIUM` names, or in one that is found.
    pub(super) fn open(address: &str) -> Result<Browser, LayoutError> {
        let profile = TempDir::with_prefix("weixin-draft-browser-")?;
        let mut command = Command::new(find().ok_or(LayoutError::NoBrowser)?);
        command
            .args(["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions"])
            .args(["--disable-background-networking", "--disable-component-update"])
            .args(["--disable-sync", "--disable-quic", "--disable-dev-shm-usage"])
            .arg(format!("--user-data-dir={}", profile.path().display()));
        // Chromium's own sandbox refuses to work for root, who is the user in containers.
        // The article is in a frame without scripts all the same.
        if is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|_error| LayoutError::NoBrowser)?;
        Ok(Browser { child, _profile: profile })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let folders: Vec<PathBuf> =
        env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    let named = folders.iter().flat_map(|folder| NAMES.iter().map(move |name| folder.join(name)));
    named.chain(PLACES.iter().map(PathBuf::from)).find(|path| path.is_file())
}

/// Whether the user is root, where there is one.
fn is_root() -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(Path::new("/proc/self")).is_ok_and(|process| process.uid() == 0)
    }
    #[cfg(not(unix))]
    {
        false
    }
}
