//! The edits of a client: read, change, check, and send under a guard.

use weixin_draft::Article;

use super::Overlay;
use super::change::{update_body, without_outdated_digest};
use super::guarded::{Edited, Guard, Update};
use crate::Client;
use crate::error::Error;

impl Client {
    /// Changes an article of a draft, and loses neither its other fields nor what
    /// somebody else changes meanwhile.
    ///
    /// The draft is read, the article changed and checked; the draft is read
    /// again, and only if the article is still as it was, the update is sent.
    /// Then it is read once more, and what the server dropped is told. The vendor
    /// has no conditional update: an edit that arrives between the second reading
    /// and the update, one round trip, is overwritten.
    ///
    /// A digest that the server made from the old text is left out when the
    /// content changes, so that it is made anew.
    ///
    /// # Errors
    /// [`Error::Conflict`] when somebody else changed the article: then nothing
    /// was sent, unless the conflict says otherwise. [`Error::Gone`] when draft
    /// or article are not there. Otherwise as with [`Client::update`].
    ///
    /// ```
    /// # use weixin_draft::Article;
    /// # use weixin_draft_client::{AccessToken, Client};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let edited = client.edit(NEWS, 0, |article| {
    ///     if let Article::News(news) = article {
    ///         news.title = "Summer menu".into();
    ///     }
    /// })?;
    /// assert!(edited.stored.violations().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn edit(
        &self,
        media_id: &str,
        index: u32,
        change: impl FnOnce(&mut Article) + Send,
    ) -> Result<Edited, Error> {
        self.edit_json(media_id, index, |before| {
            let mut after = before.clone();
            change(&mut after);
            // Serialising strings, integers and structs into memory cannot fail.
            Ok(serde_json::to_vec(&after).unwrap_or_default())
        })
    }

    /// Changes fields of an article, as [`Client::edit`] does.
    ///
    /// # Errors
    /// As with [`Client::edit`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client, Overlay};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// client.edit_fields(NEWS, 0, &Overlay::default().set("title", "Summer menu"))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn edit_fields(
        &self,
        media_id: &str,
        index: u32,
        overlay: &Overlay,
    ) -> Result<Edited, Error> {
        self.edit_json(media_id, index, |before| Ok(overlay.apply(before)))
    }

    /// Changes an article as [`Client::edit`] does; the function returns the new
    /// article as JSON, or an error that ends the edit.
    ///
    /// # Errors
    /// As with [`Client::edit`], and that of the function.
    pub fn edit_json(
        &self,
        media_id: &str,
        index: u32,
        change: impl FnOnce(&Article) -> Result<Vec<u8>, Error> + Send,
    ) -> Result<Edited, Error> {
        self.edit_guarded(media_id, index, Guard::TwoReads, change)
    }

    /// Changes fields of an article under a guard; all others stay as they are.
    ///
    /// # Errors
    /// As with [`Client::edit`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client, Guard, Overlay, Revision};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let read = Revision::new(NEWS, 0, client.get(NEWS)?.article(0)?.article);
    /// let overlay = Overlay::default().set("content", "<p>From Monday.</p>");
    /// client.push_fields(NEWS, 0, &overlay, Guard::Revision(&read))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn push_fields(
        &self,
        media_id: &str,
        index: u32,
        overlay: &Overlay,
        guard: Guard<'_>,
    ) -> Result<Edited, Error> {
        self.edit_guarded(media_id, index, guard, |before| Ok(overlay.apply(before)))
    }

    fn edit_guarded(
        &self,
        media_id: &str,
        index: u32,
        guard: Guard<'_>,
        change: impl FnOnce(&Article) -> Result<Vec<u8>, Error> + Send,
    ) -> Result<Edited, Error> {
        self.run(async |line| {
            let before = line.get(media_id).await?.article(index)?.article;
            let after = without_outdated_digest(&before, change(&before)?);
            let update = Update::new(&line.client.checker, &update_body(media_id, index, &after))?;
            line.send_under(guard, &update, before).await
        })
    }

    /// Sends an update, given as a body, under a guard, and tells what the server
    /// made of it.
    ///
    /// # Errors
    /// As with [`Client::edit`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client, Guard, Revision};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let article = client.get(NEWS)?.article(0)?.article;
    /// let revision = Revision::new(NEWS, 0, article);
    /// // Later, perhaps with a changed body:
    /// let edited = client.push(&revision.to_json(), Guard::Revision(&revision))?;
    /// assert_eq!(edited.before, revision.article);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn push(&self, body: &[u8], guard: Guard<'_>) -> Result<Edited, Error> {
        let update = Update::new(&self.inner.checker, body)?;
        self.run(async |line| {
            let found = line.get(&update.media_id).await?.article(update.index)?.article;
            line.send_under(guard, &update, found).await
        })
    }
}
