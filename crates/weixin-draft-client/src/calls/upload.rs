//! media/uploadimg and material/add_material.

use std::hash::{BuildHasher, RandomState};

use weixin_draft::endpoint::{ADD_MATERIAL, AddedMaterial, UPLOAD_IMAGE, UploadedImage};

use crate::Client;
use crate::error::Error;
use crate::http::RequestBody;

/// A picture file to upload.
///
/// ```
/// use weixin_draft_client::PictureFile;
///
/// let picture = PictureFile::new(b"GIF89a".to_vec(), "dot.gif", "image/gif");
/// ```
#[derive(Clone, Debug)]
pub struct PictureFile {
    bytes: Vec<u8>,
    name: String,
    content_type: String,
}

impl PictureFile {
    /// A file with its name and its type, such as `image/png`. The vendor looks at the
    /// bytes; what would break the form is left out of the other two.
    pub fn new(
        bytes: impl Into<Vec<u8>>,
        name: impl Into<String>,
        content_type: impl Into<String>,
    ) -> Self {
        let plain = |text: String| text.replace(['"', '\r', '\n'], "");
        PictureFile {
            bytes: bytes.into(),
            name: plain(name.into()),
            content_type: plain(content_type.into()),
        }
    }

    /// As a multipart form, whose length is known before it is sent.
    fn into_form(self) -> RequestBody {
        let PictureFile { bytes, name, content_type } = self;
        let boundary = boundary(&bytes);
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; \
             filename=\"{name}\"\r\nContent-Type: {content_type}\r\n\r\n"
        );
        let tail = format!("\r\n--{boundary}--\r\n");
        RequestBody {
            content_type: format!("multipart/form-data; boundary={boundary}").into(),
            bytes: [head.as_bytes(), &bytes, tail.as_bytes()].concat().into(),
        }
    }
}

/// A line that the file cannot have been made to hold.
fn boundary(bytes: &[u8]) -> String {
    // Its keys are random.
    let random = RandomState::new();
    format!("{:016x}{:016x}", random.hash_one(bytes), random.hash_one(bytes.len()))
}

impl Client {
    /// Uploads a picture for the content of articles, JPEG or PNG below 1 MB, and gives
    /// its address. It does not count into the account's material.
    ///
    /// # Errors
    /// As with [`Client::get`]. An upload that broke off is tried again.
    ///
    /// ```
    /// use weixin_draft_client::{AccessToken, Client, PictureFile};
    /// # use weixin_draft_sandbox::{Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// # let bytes = b"\xFF\xD8\xFF\xE0".to_vec();
    /// let picture = PictureFile::new(bytes, "menu.jpg", "image/jpeg");
    /// let address = client.upload_image(picture)?;
    /// assert!(address.starts_with("http"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn upload_image(&self, picture: PictureFile) -> Result<String, Error> {
        let form = picture.into_form();
        let uploaded: UploadedImage =
            self.run(async move |line| line.send(&UPLOAD_IMAGE, form).await)?;
        Ok(uploaded.url)
    }

    /// Adds a picture to the account's material, of which there can be 100,000: BMP,
    /// GIF, JPEG or PNG up to 10 MB. Covers and picture messages take its media id.
    ///
    /// # Errors
    /// As with [`Client::upload_image`].
    pub fn add_material(&self, picture: PictureFile) -> Result<AddedMaterial, Error> {
        let form = picture.into_form();
        self.run(async move |line| line.send(&ADD_MATERIAL, form).await)
    }
}

#[cfg(test)]
mod tests {
    use super::PictureFile;

    #[test]
    fn a_name_cannot_break_the_form() {
        let picture = PictureFile::new(b"x".to_vec(), "a\"\r\nb: c", "image/png\r\n");
        let form = picture.into_form();
        let text = String::from_utf8(form.bytes.to_vec()).unwrap();
        assert!(text.contains("filename=\"ab: c\"\r\nContent-Type: image/png\r\n\r\nx\r\n--"));
    }
}
