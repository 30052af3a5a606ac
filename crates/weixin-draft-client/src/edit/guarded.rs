//! An update under a guard: read again, send, and read what is stored.

use std::time::Duration;

use weixin_draft::endpoint::{DRAFT_UPDATE, UPDATE_OF_FOUND};
use weixin_draft::{Article, Checker, DraftUpdate, Report};

use super::Revision;
use super::arrived::{is_as_sent, settled};
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
    /// it sent; both are what [`Client::before_update`](crate::Client::before_update) handed over.
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
pub(super) struct Update {
    pub(super) media_id: String,
    pub(super) index: u32,
    sent: Article,
    body: RequestBody,
    report: Report,
}

impl Update {
    pub(super) fn new(checker: &Checker, body: &[u8]) -> Result<Self, Error> {
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
    pub(super) async fn send_under(
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
