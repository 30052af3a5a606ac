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
    kept: Kept,
    state: Arc<Mutex<State>>,
}

/// The files, and what was in them until now.
#[derive(Clone)]
struct Kept {
    file: PathBuf,
    language: Language,
    older: [(&'static str, Option<Vec<u8>>); 3],
}

/// What an update replaces.
const BEFORE: &str = "before";
/// What it sends.
const SENT: &str = "sent";
/// What is there, once that is known. Until then the other two guard the next update.
const REVISION: &str = "revision";

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
        let older = [BEFORE, SENT, REVISION].map(|name| (name, fs::read(beside(file, name)).ok()));
        Undo { kept: Kept { file: file.to_owned(), language, older }, state: Arc::default() }
    }

    /// The same client, which keeps what it replaces before it sends an update, and says
    /// at Ctrl-C from then on that it may have arrived.
    pub(crate) fn kept_by(&self, client: &Client, interrupt: &Interrupt) -> Client {
        let kept = self.kept.clone();
        let (state, interrupt) = (Arc::clone(&self.state), interrupt.clone());
        let said = may_have_arrived(&kept.file, kept.language);
        client.before_update(move |replaced, sent| {
            let written = kept.keep(replaced, sent);
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            let is_kept = written.is_ok();
            *state = written.map_or_else(State::NotKept, |()| State::Sending);
            if is_kept {
                interrupt.say(&said);
            }
            is_kept
        })
    }

    /// After the call: what is there now is kept for the next push, and where nothing can
    /// have been replaced, the files are again as they were before it.
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
        match result {
            Ok(Edited { after: Some(after), .. }) => {
                let after = Revision::new(media_id, index, after.clone());
                self.kept.write(REVISION, &after.to_json())
            }
            Err(error) if matches!(state, State::Sending) && !may_be_there(error) => {
                self.kept.restore()
            }
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

impl Kept {
    /// Before an update: what it replaces and what it sends. Where it only repeats the
    /// last one, --undo is to send back what that one replaced.
    fn keep(&self, replaced: &Revision, sent: &Revision) -> Result<(), Failure> {
        let older = |name| {
            let bytes = self.older.iter().find(|older| older.0 == name)?.1.as_ref()?;
            Revision::from_json(bytes).ok()
        };
        let is_there = sent.is_as_sent(replaced) && older(SENT).as_ref() == Some(sent);
        if !is_there || older(BEFORE).is_none() {
            self.write(BEFORE, &replaced.to_json())?;
        }
        self.write(SENT, &sent.to_json())?;
        drop(fs::remove_file(beside(&self.file, REVISION)));
        Ok(())
    }

    fn restore(&self) -> Result<(), Failure> {
        for (name, older) in &self.older {
            match older {
                Some(older) => self.write(name, older)?,
                None => drop(fs::remove_file(beside(&self.file, name))),
            }
        }
        Ok(())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        write_file(&beside(&self.file, name), bytes, self.language)
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
