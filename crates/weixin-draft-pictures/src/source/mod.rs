//! Reads pictures from where they are, and only from where they may be read.

mod data;
mod file;
mod guard;
mod public;
mod web;

use std::path::PathBuf;

use url::Url;

pub(crate) use web::Web;

use crate::Problem;

/// No picture is read that has more bytes.
const MAX_BYTES: u64 = 20_000_000;

/// What pictures are read with.
#[derive(Debug)]
pub(crate) struct Sources {
    /// Relative paths begin here.
    pub(crate) folder: PathBuf,
    /// Files outside of `folder` are read too.
    pub(crate) outside_folder: bool,
    pub(crate) web: Web,
}

impl Sources {
    /// The bytes of the picture at an address: a path, or a URL of the schemes
    /// http, https, data and file.
    pub(crate) fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let address = address.trim_ascii();
        let url = match address.strip_prefix("//") {
            Some(rest) => Url::parse(&format!("https://{rest}")),
            None => Url::parse(address),
        };
        match url {
            Ok(url) => match url.scheme() {
                "http" | "https" => self.web.read(url),
                "data" => data::read(address),
                "file" => {
                    let path = url.to_file_path().map_err(|()| Problem::BadAddress)?;
                    file::read(self, &path)
                }
                // A drive of Windows is no scheme.
                scheme if scheme.len() == 1 => file::read(self, address.as_ref()),
                _ => Err(Problem::Scheme),
            },
            Err(url::ParseError::RelativeUrlWithoutBase) => file::read_relative(self, address),
            Err(_) => Err(Problem::BadAddress),
        }
    }
}
