//! The store of pictures.

mod form;
mod kind;

use std::collections::VecDeque;

use axum::body::Bytes;
use serde_json::{Value, json};

use crate::answer::{Refusal, refuse};
use kind::Kind;

/// media/uploadimg takes less than this.
const UPLOADIMG_LIMIT: usize = 1024 * 1024;

/// material/add_material takes no more than this.
const MATERIAL_LIMIT: usize = 10 * 1024 * 1024;

/// No more bytes of pictures are kept. A sandbox may run for days.
const KEPT: usize = 256 << 20;

/// A picture that was uploaded.
///
/// ```no_run
/// use weixin_draft_sandbox::Sandbox;
///
/// let sandbox = Sandbox::start()?;
/// for picture in sandbox.pictures() {
///     println!("{} {} bytes", picture.address, picture.bytes.len());
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Picture {
    /// `media/uploadimg` or `material/add_material`.
    pub endpoint: &'static str,
    /// Where the sandbox serves it.
    pub address: String,
    /// Its media id, if it is material.
    pub media_id: Option<String>,
    /// Its type, as its bytes tell.
    pub content_type: &'static str,
    /// The file.
    pub bytes: Bytes,
}

/// All of them, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    /// The port that they are served on.
    pub(crate) port: u16,
    kept: VecDeque<(u64, Picture)>,
    bytes: usize,
    count: u64,
}

impl Pictures {
    /// media/uploadimg.
    pub(crate) fn upload_image(&mut self, upload: &Upload<'_>) -> Result<Value, Refusal> {
        let bytes = upload.picture()?;
        let Some(kind @ (Kind::Jpeg | Kind::Png)) = Kind::of(bytes) else {
            return refuse(40005, "the bytes are no JPEG and no PNG");
        };
        if bytes.len() >= UPLOADIMG_LIMIT {
            return refuse(40009, "the picture has 1 MiB or more");
        }
        let picture = self.keep("media/uploadimg", kind, bytes);
        Ok(json!({"url": picture.address}))
    }

    /// material/add_material with `type=image`.
    pub(crate) fn add_material(&mut self, upload: &Upload<'_>) -> Result<Value, Refusal> {
        if upload.material_type != "image" {
            return refuse(40004, "the sandbox takes type=image only");
        }
        let bytes = upload.picture()?;
        let Some(kind) = Kind::of(bytes) else {
            return refuse(40113, "the bytes are no BMP, GIF, JPEG or PNG");
        };
        if bytes.len() > MATERIAL_LIMIT {
            return refuse(40009, "the picture has more than 10 MiB");
        }
        let picture = self.keep("material/add_material", kind, bytes);
        Ok(json!({"media_id": picture.media_id, "url": picture.address}))
    }

    /// A picture by its number.
    pub(crate) fn get(&self, number: u64) -> Option<(&'static str, Bytes)> {
        let (_, picture) = self.kept.iter().find(|(kept, _)| *kept == number)?;
        Some((picture.content_type, picture.bytes.clone()))
    }

    /// material/get_material.
    pub(crate) fn material(&self, media_id: &str) -> Result<&Picture, Refusal> {
        let is_it = |picture: &&Picture| picture.media_id.as_deref() == Some(media_id);
        match self.kept.iter().map(|(_, picture)| picture).find(is_it) {
            Some(picture) => Ok(picture),
            None => refuse(40007, "there is no material of this media_id"),
        }
    }

    pub(crate) fn all(&self) -> Vec<Picture> {
        self.kept.iter().map(|(_, picture)| picture.clone()).collect()
    }

    fn keep(&mut self, endpoint: &'static str, kind: Kind, bytes: &[u8]) -> Picture {
        self.count += 1;
        let number = self.count;
        let picture = Picture {
            endpoint,
            address: format!("http://127.0.0.1:{}{PATH}{number}.{}", self.port, kind.ending()),
            media_id: (endpoint == "material/add_material")
                .then(|| format!("SANDBOX_PICTURE_{number}")),
            content_type: kind.content_type(),
            bytes: Bytes::copy_from_slice(bytes),
        };
        self.bytes += bytes.len();
        self.kept.push_back((number, picture.clone()));
        while self.bytes > KEPT && self.kept.len() > 1 {
            let oldest = self.kept.pop_front();
            self.bytes -= oldest.map_or(0, |(_, picture)| picture.bytes.len());
        }
        picture
    }
}

/// Where pictures are served.
const PATH: &str = "/sandbox/picture/";

/// Whether an address is one that the sandbox gave to a picture.
pub(crate) fn is_own_address(address: &str) -> bool {
    let rest = address.strip_prefix("http://127.0.0.1:");
    rest.and_then(|rest| rest.split_once('/')).is_some_and(|(port, path)| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && path.starts_with(&PATH[1..])
    })
}

/// A request with a picture.
pub(crate) struct Upload<'a> {
    pub(crate) content_type: &'a str,
    pub(crate) material_type: &'a str,
    pub(crate) body: &'a [u8],
}

impl<'a> Upload<'a> {
    fn picture(&self) -> Result<&'a [u8], Refusal> {
        match form::media(self.content_type, self.body) {
            Some(picture) if !picture.is_empty() => Ok(picture),
            _ => refuse(41005, "there is no part media with a file"),
        }
    }
}
