//! Pictures on the web.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use url::Url;
use weixin_draft_client::{Download, DownloadError, Downloader, Reason};

use super::MAX_BYTES;
use super::guard::look_at;
use super::public::is_public;
use crate::Problem;

const MAX_REDIRECTS: usize = 5;

/// For one picture, redirects and all.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Asks public servers for pictures.
#[derive(Debug)]
pub(crate) struct Web {
    /// For tests, whose servers are on this machine.
    pub(crate) allow_loopback: bool,
    downloader: Downloader,
    timeout: Duration,
}

impl Web {
    /// With the proxy that the environment names, if it names one.
    pub(crate) fn from_env() -> Self {
        Web { allow_loopback: false, downloader: Downloader::from_env(), timeout: TIMEOUT }
    }

    pub(crate) fn uses_proxy(&self) -> bool {
        self.downloader.uses_proxy()
    }

    pub(crate) fn read(&self, mut url: Url) -> Result<Vec<u8>, Problem> {
        let deadline = Instant::now() + self.timeout;
        for _ in 0..=MAX_REDIRECTS {
            look_at(&url, self.allow_loopback)?;
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Problem::Timeout);
            }
            let Download { status, location, body, .. } = self.get(&url, left)?;
            match status {
                200 => return Ok(body),
                300..=399 => {
                    let next = location.and_then(|location| url.join(&location).ok());
                    url = next.ok_or(Problem::Status(status))?;
                }
                _ => return Err(Problem::Status(status)),
            }
        }
        Err(Problem::TooManyRedirects)
    }

    fn get(&self, url: &Url, timeout: Duration) -> Result<Download, Problem> {
        let limit = usize::try_from(MAX_BYTES).unwrap_or(usize::MAX);
        let is_allowed =
            |address: IpAddr| is_public(address) || (self.allow_loopback && address.is_loopback());
        let answer = self.downloader.get(url, "image/*", limit, timeout, &is_allowed);
        answer.map_err(|error| match error {
            DownloadError::NotAllowed => Problem::NotPublic,
            DownloadError::TooLarge => Problem::TooLarge { limit: MAX_BYTES },
            DownloadError::Transport(reason) => match reason {
                Reason::Timeout(_) | Reason::ConnectTimeout(_) => Problem::Timeout,
                Reason::Proxy { .. } | Reason::ProxyMalformed(_) => Problem::Proxy(reason),
                _ => Problem::Unreachable,
            },
            _ => Problem::Unreachable,
        })
    }
}

#[cfg(test)]
mod tests;
