//! draft/batchget.

use weixin_draft::endpoint::{DRAFT_LIST, DraftList, ListRequest, ListedDraft};

use crate::Client;
use crate::error::Error;

/// The server gives no more at once.
const MAX_PAGE: u32 = 20;

impl Client {
    /// Lists drafts, the newest first, with titles but without content: this
    /// many of them, or all if there are fewer.
    ///
    /// # Errors
    /// As with [`Client::update`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client};
    /// # use weixin_draft_sandbox::{Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// for draft in client.list(20)? {
    ///     println!("{} {}", draft.media_id, draft.content.news_item[0].title());
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn list(&self, count: u32) -> Result<Vec<ListedDraft>, Error> {
        self.run(async |line| {
            let mut listed = Vec::new();
            loop {
                let offset = u32::try_from(listed.len()).unwrap_or(u32::MAX);
                let wanted = count.saturating_sub(offset).min(MAX_PAGE);
                if wanted == 0 {
                    return Ok(listed);
                }
                let request = ListRequest { offset, count: wanted, no_content: 1 };
                let page: DraftList = line.call(&DRAFT_LIST, &request).await?;
                let is_last = page.item.is_empty();
                listed.extend(page.item);
                if is_last || listed.len() as u64 >= page.total_count {
                    return Ok(listed);
                }
            }
        })
    }
}
