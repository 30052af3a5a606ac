//! What an update replaces is kept before anything is sent.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use weixin_draft::Language;
use weixin_draft_client::{Client, Edited, Error, Revision};

use super::files::{beside, write_file};
use crate::escape::Visible;
use crate::interrupt::Interrupt;
use crate::outcome::Failure;

/// The files beside `file` that undo an update and guard the next one.
pub(crate) struct Undo {
    file: PathBuf,
    language: Language,
    /// What `push --undo` would have sent until now.
    older: Option<Vec<u8>>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
enum State {
    #[default]
    NotSent,
    Sending,
    /// The article could not be kept, so nothing was sent.
    NotKept(Failure),
}

impl Undo {
    /// Keeps what is replaced beside `file`.
    pub(crate) fn beside(file: &Path, language: Language) -> Self {
        let older = fs::read(beside(file, "before")).ok();
        Undo { file: file.to_owned(), language, older, state: Arc::default() }
    }

    /// The same client, which keeps what it replaces before it sends an update, and says
    /// at Ctrl-C from then on that it may have arrived.
    pub(crate) fn kept_by(&self, client: &Client, interrupt: &Interrupt) -> Client {
        let (path, language) = (beside(&self.file, "before"), self.language);
        let (state, interrupt) = (Arc::clone(&self.state), interrupt.clone());
        let sent = may_have_arrived(&self.file, language);
        client.before_update(move |replaced| {
            let written = write_file(&path, &replaced.to_json(), language);
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            let is_kept = written.is_ok();
            *state = written.map_or_else(State::NotKept, |()| State::Sending);
            if is_kept {
                interrupt.say(&sent);
            }
            is_kept
        })
    }

    /// After the call: what is there now is kept for the next push, and where nothing can
    /// have been replaced, --undo sends what it would have sent before.
    pub(crate) fn finish(
        self,
        media_id: &str,
        index: u32,
        result: &Result<Edited, Error>,
    ) -> Result<(), Failure> {
        let state = std::mem::take(&mut *self.state.lock().unwrap_or_else(PoisonError::into_inner));
        if let State::NotKept(failure) = state {
            return Err(failure);
        }
        let revision = beside(&self.file, "revision");
        match result {
            Ok(Edited { after: Some(after), .. }) => {
                let after = Revision::new(media_id, index, after.clone());
                write_file(&revision, &after.to_json(), self.language)
            }
            Ok(_) => {
                // Unknown: the next push looks for itself.
                drop(fs::remove_file(revision));
                Ok(())
            }
            Err(error) if matches!(state, State::Sending) && !may_be_there(error) => {
                match &self.older {
                    Some(older) => write_file(&beside(&self.file, "before"), older, self.language),
                    None => {
                        drop(fs::remove_file(beside(&self.file, "before")));
                        Ok(())
                    }
                }
            }
            Err(_) => Ok(()),
        }
    }
}

/// Whether an update that ended so may have replaced the article.
fn may_be_there(error: &Error) -> bool {
    match error {
        Error::Transport(failure) => failure.may_have_arrived(),
        Error::Conflict(conflict) => conflict.may_have_arrived,
        Error::Cancelled => true,
        _ => false,
    }
}

/// What Ctrl-C says while an update is on its way.
fn may_have_arrived(file: &Path, language: Language) -> String {
    let name = file.to_string_lossy();
    let name = Visible(&name);
    say!(
        language,
        "interrupted: the update was sent and may have arrived. Look with pull; weixin-draft push {name} --undo sends back what it replaced",
        "已中断：更新已发出，可能已经生效。请用 pull 查看；执行 weixin-draft push {name} --undo 可恢复被替换的内容"
    )
}
