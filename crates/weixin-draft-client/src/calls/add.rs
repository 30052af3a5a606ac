//! draft/add.

use weixin_draft::Article;
use weixin_draft::endpoint::{AddRequest, AddedDraft, DRAFT_ADD};

use crate::Client;
use crate::error::Error;

impl Client {
    /// Makes a new draft of 1 to 8 articles, and returns its media id.
    ///
    /// When no answer came, the draft may have been added. It is never sent
    /// again by itself, since that could make a second one:
    /// [`TransportError::may_have_arrived`](crate::TransportError::may_have_arrived)
    /// says whether to look for it with [`Client::list`].
    ///
    /// # Errors
    /// As with [`Client::update`].
    pub fn add(&self, articles: &[Article]) -> Result<String, Error> {
        self.run(async |line| {
            let added: AddedDraft = line.call(&DRAFT_ADD, &AddRequest { articles }).await?;
            Ok(added.media_id)
        })
    }
}
