//! Uploads with the client.

use weixin_draft_client::{Client, Error, PictureFile};

use crate::{Call, Fitted, Uploaded};

impl Fitted {
    /// Uploads the picture with the endpoint that takes it.
    ///
    /// ```
    /// use weixin_draft_client::{AccessToken, Client};
    /// use weixin_draft_pictures::Pictures;
    /// # use weixin_draft_sandbox::{Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    ///
    /// let dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==";
    /// let taken = Pictures::new(".").upload(&[dot], |picture| {
    ///     picture.upload_with(&client).map_err(|error| error.to_string())
    /// });
    /// assert!(taken[0].result.is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As with [`Client::upload_image`].
    pub fn upload_with(&self, client: &Client) -> Result<Uploaded, Error> {
        let file = PictureFile::new(self.bytes.clone(), self.file_name(), self.content_type());
        match self.call {
            Call::UploadImage => {
                let address = client.upload_image(file)?;
                Ok(Uploaded { address, media_id: None })
            }
            Call::AddMaterial => {
                let material = client.add_material(file)?;
                Ok(Uploaded { address: material.url, media_id: Some(material.media_id) })
            }
        }
    }
}
