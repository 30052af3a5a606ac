//! What is known of an article from the files beside the one that is pushed.

use std::fs;
use std::path::Path;

use weixin_draft_client::{Guard, Revision, RevisionError};

use super::files::beside;
use crate::escape::Visible;
use crate::outcome::Failure;
use crate::session::Session;

/// What the article has to be for an update to be sent.
pub(crate) enum Known {
    /// As it was read.
    Revision(Box<Revision>),
    /// What an update replaced, of which nobody knows whether it arrived, or what it sent.
    MayHaveArrived { replaced: Box<Revision>, sent: Box<Revision> },
}

impl Known {
    /// What the files beside `file` say of this article, if anything.
    pub(crate) fn beside(
        file: &Path,
        media_id: &str,
        index: u32,
        session: &Session,
    ) -> Result<Option<Self>, Failure> {
        let read = |name| fs::read(beside(file, name)).ok();
        let is_its = |it: &Revision| it.media_id == media_id && it.index == index;
        if let Some(json) = read("revision") {
            let revision = Revision::from_json(&json).map_err(|_error| {
                let path = beside(file, "revision");
                let (name, words) = (path.to_string_lossy(), RevisionError::WORDS);
                Failure(format!("{}: {}", Visible(&name), words.get(session.language)))
            })?;
            return Ok(Some(revision).filter(is_its).map(|it| Known::Revision(Box::new(it))));
        }
        let kept = |name| Revision::from_json(&read(name)?).ok().filter(is_its).map(Box::new);
        let both = kept("before").zip(kept("sent"));
        Ok(both.map(|(replaced, sent)| Known::MayHaveArrived { replaced, sent }))
    }

    pub(crate) fn guard(&self) -> Guard<'_> {
        match self {
            Known::Revision(revision) => Guard::Revision(revision),
            Known::MayHaveArrived { replaced, sent } => Guard::MayHaveArrived { replaced, sent },
        }
    }

    /// The article before the user's change.
    pub(crate) fn before(&self) -> &Revision {
        match self {
            Known::Revision(revision) => revision,
            Known::MayHaveArrived { replaced, .. } => replaced,
        }
    }
}
