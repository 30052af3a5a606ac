//! material/get_material.

use weixin_draft::endpoint::{GET_MATERIAL, GetRequest, read_picture};

use crate::Client;
use crate::error::{ApiError, Error, Gone};
use crate::http::RequestBody;
use crate::line::INVALID_MEDIA_ID;
use crate::retry::TRIES;

impl Client {
    /// Reads a picture of the account's permanent material, and so tells whether a
    /// cover is still there.
    ///
    /// # Errors
    /// [`Error::Gone`] when there is none of this id; otherwise as with
    /// [`Client::get`].
    ///
    /// ```
    /// use weixin_draft_client::{AccessToken, Client, Error, PictureFile};
    /// # use weixin_draft_sandbox::{Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let cover = client.add_material(PictureFile::new(b"GIF89a".to_vec(), "a.gif", "image/gif"))?;
    /// assert_eq!(client.get_material(&cover.media_id)?, b"GIF89a");
    /// assert!(matches!(client.get_material("OTHER"), Err(Error::Gone(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn get_material(&self, media_id: &str) -> Result<Vec<u8>, Error> {
        // Serialising a string into memory cannot fail.
        let body = serde_json::to_vec(&GetRequest { media_id }).unwrap_or_default();
        let read = self.run(async |line| {
            line.send_for(&GET_MATERIAL, RequestBody::json(body), read_picture, TRIES).await
        });
        read.map_err(|error| match error {
            Error::Api(ApiError { errcode: INVALID_MEDIA_ID, .. }) => {
                Error::Gone(Gone::Material { media_id: media_id.to_owned() })
            }
            error => error,
        })
    }
}
