//! Read, change, check, read again, send, and read what is stored.

use std::time::Duration;

use weixin_draft::endpoint::{DRAFT_UPDATE, UPDATE_OF_FOUND};
use weixin_draft::{Article, Checker, DraftUpdate, Report};

use super::arrived::{is_as_sent, settled};
use super::change::{update_body, without_outdated_digest};
use super::{Overlay, Revision};
use crate::Client;
use crate::error::{ApiError, Conflict, Error};
use crate::http::RequestBody;
use crate::line::{INVALID_MEDIA_ID, Line};
use crate::retry;

/// What was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edited {
    /// The article as it was before.
    pub before: Article,
    /// What the check before sending found: no errors, but perhaps warnings and
    /// fields that were left out.
    pub report: Report,
    /// The article as the server holds it now; `None` when it could not be read
    /// after the update.
    pub after: Option<Article>,
    /// Why it could not be read after the update. Then nobody knows what the server
    /// dropped, and `stored` is empty.
    pub unread: Option<Error>,
    /// What the server dropped or changed of the article that was sent, each at
    /// level info: see [`weixin_draft::endpoint::compare`].
    pub stored: Report,
}

/// What an update has to find in the draft to be sent.
#[derive(Clone, Copy, Debug)]
pub enum Guard<'a> {
    /// The article as it was when it was read before.
    Revision(&'a Revision),
    /// What an update, of which nobody knows whether it arrived, was to replace, or what
    /// it sent; both are what [`Client::before_update`] handed over.
    MayHaveArrived {
        /// The article as it was before that update.
        replaced: &'a Revision,
        /// The article as that update sent it.
        sent: &'a Revision,
    },
    /// The article as it is now, at two readings.
    TwoReads,
    /// Nothing: whatever is there is replaced.
    None,
}

/// What is there after an update that failed.
enum Look {
    AsBefore,
    AsSent,
    /// Then the failure of the update says more than that of the reading.
    Unreadable,
}

/// An update that is ready to be sent.
struct Update {
    media_id: String,
    index: u32,
    sent: Article,
    body: RequestBody,
    report: Report,
}

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

impl Update {
    fn new(checker: &Checker, body: &[u8]) -> Result<Self, Error> {
        let DraftUpdate { media_id, index, articles: sent, .. } = checker.read(body)?;
        let (body, report) = checker.prepare(body)?.into_parts();
        Ok(Update { media_id, index, sent, body: RequestBody::json(body), report })
    }

    fn revision(&self, article: Article) -> Revision {
        Revision::new(&*self.media_id, self.index, article)
    }

    fn conflict(&self, expected: Article, found: Option<Article>) -> Conflict {
        Conflict {
            media_id: self.media_id.clone(),
            index: self.index,
            expected,
            sent: None,
            found,
            may_have_arrived: false,
        }
    }
}

impl Line<'_> {
    /// Sends an update if what was read, and is read again where the guard wants it, is
    /// what the guard wants.
    async fn send_under(
        &mut self,
        guard: Guard<'_>,
        update: &Update,
        before: Article,
    ) -> Result<Edited, Error> {
        match guard {
            Guard::Revision(revision) if revision.article != before => {
                return Err(update.conflict(revision.article.clone(), Some(before)).into());
            }
            Guard::MayHaveArrived { replaced, sent }
                if replaced.article != before && !is_as_sent(&sent.article, &before) =>
            {
                let sent = Some(settled(&sent.article, &before));
                let conflict = update.conflict(replaced.article.clone(), Some(before));
                return Err(Conflict { sent, ..conflict }.into());
            }
            Guard::TwoReads => {
                let found = self.found(update).await?;
                if found.as_ref() != Some(&before) {
                    return Err(update.conflict(before, found).into());
                }
            }
            Guard::Revision(_) | Guard::MayHaveArrived { .. } | Guard::None => {}
        }
        if let Some(keep) = self.before_update
            && !keep(&update.revision(before.clone()), &update.revision(update.sent.clone()))
        {
            return Err(Error::Cancelled);
        }
        match guard {
            Guard::None => {
                if let Err(error) = self.update(update.body.clone(), retry::TRIES).await {
                    return Err(self.about_media_id(error, &update.media_id).await);
                }
            }
            _ => self.send_while_as_before(update, &before).await?,
        }
        Ok(self.compared(update, before).await)
    }

    /// Sends an update until it has arrived, as long as nobody else changes the article.
    async fn send_while_as_before(
        &mut self,
        update: &Update,
        before: &Article,
    ) -> Result<(), Error> {
        let deadline = self.client.clock.now() + self.client.timeout;
        let mut may_have_arrived = false;
        let mut tries = 1;
        loop {
            let Err(error) = self.update(update.body.clone(), 1).await else { return Ok(()) };
            let error = self.about_media_id(error, &update.media_id).await;
            may_have_arrived |=
                matches!(&error, Error::Transport(failure) if failure.may_have_arrived());
            let pause = retry::pause(&error, DRAFT_UPDATE.effect, true, tries);
            let ends_in_time = |pause: &Duration| self.client.clock.now() + *pause < deadline;
            let pause = pause.filter(|_| self.client.retries).filter(ends_in_time);
            match pause {
                Some(pause) => self.client.clock.pause(pause).await,
                None if may_have_arrived => {}
                None => return Err(error),
            }
            // It may have arrived, and during the pause somebody may have edited the article.
            match self.look(update, before, may_have_arrived).await? {
                Look::AsSent => return Ok(()),
                Look::AsBefore if pause.is_some() => tries += 1,
                Look::AsBefore => {
                    return Err(match error {
                        Error::Transport(failure) => failure.without_effect().into(),
                        error => error,
                    });
                }
                Look::Unreadable => return Err(error),
            }
        }
    }

    /// Of "invalid media_id", whether it is the draft's, which is found out by reading it,
    /// or one in the article.
    async fn about_media_id(&mut self, error: Error, media_id: &str) -> Error {
        match error {
            Error::Api(refusal) if refusal.errcode == INVALID_MEDIA_ID => {
                match self.get(media_id).await {
                    Ok(_) => ApiError { endpoint: &UPDATE_OF_FOUND, ..refusal }.into(),
                    Err(Error::Gone(gone)) => Error::Gone(gone),
                    Err(_) => refusal.into(),
                }
            }
            error => error,
        }
    }

    /// Reads the article after an update that failed; a conflict where it is neither as
    /// before nor as sent.
    async fn look(
        &mut self,
        update: &Update,
        before: &Article,
        may_have_arrived: bool,
    ) -> Result<Look, Error> {
        let Ok(found) = self.found(update).await else {
            return Ok(Look::Unreadable);
        };
        match found {
            Some(found) if found == *before => Ok(Look::AsBefore),
            Some(found) if is_as_sent(&update.sent, &found) => Ok(Look::AsSent),
            found => {
                let sent = found
                    .as_ref()
                    .map_or_else(|| update.sent.clone(), |found| settled(&update.sent, found));
                let sent = may_have_arrived.then_some(sent);
                let conflict = update.conflict(before.clone(), found);
                Err(Conflict { sent, may_have_arrived, ..conflict }.into())
            }
        }
    }

    /// The article as it is now; `None` for one that draft_update does not take.
    async fn found(&mut self, update: &Update) -> Result<Option<Article>, Error> {
        match self.get(&update.media_id).await?.article(update.index) {
            Ok(converted) => Ok(Some(converted.article)),
            Err(Error::Invalid(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What the server holds after an update, compared with what was sent.
    async fn compared(&mut self, update: &Update, before: Article) -> Edited {
        // The update has taken place: what goes wrong now undoes nothing of it.
        let report = update.report.clone();
        let read = self.get(&update.media_id).await;
        match read.and_then(|draft| draft.article(update.index)) {
            Ok(converted) => {
                let after = converted.article;
                let stored = weixin_draft::endpoint::compare(&update.sent, &after);
                Edited { before, report, after: Some(after), unread: None, stored }
            }
            Err(error) => {
                let unread = Some(error);
                Edited { before, report, after: None, unread, stored: Report::default() }
            }
        }
    }
}
