//! Everything the sandbox remembers between requests.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::answer::{Refusal, refuse};
use crate::drafts::{Draft, initial};
use crate::fault::Fault;
use crate::received::Received;
use crate::{article, page};

/// The access token that is good here.
pub const TOKEN: &str = "SANDBOX_TOKEN";

/// The `appid` that is given [`TOKEN`].
pub const APPID: &str = "SANDBOX_APPID";

/// The `secret` that goes with [`APPID`].
pub const SECRET: &str = "SANDBOX_SECRET";

/// How many requests are remembered. A sandbox may run for days.
const REMEMBERED: usize = 1_000;

/// So many bytes of their bodies are remembered, and at least the last body.
const REMEMBERED_BYTES: usize = 64 << 20;

/// The state of a sandbox.
#[derive(Debug)]
pub(crate) struct State {
    drafts: BTreeMap<String, Draft>,
    faults: VecDeque<(Fault, u32)>,
    requests: VecDeque<Received>,
    remembered_bytes: usize,
    answers: u64,
}

/// The state as the server and its owner share it.
#[derive(Debug, Clone)]
pub(crate) struct Shared(Arc<Mutex<State>>);

impl Shared {
    pub(crate) fn new() -> Shared {
        Shared(Arc::new(Mutex::new(State::new())))
    }

    /// The state. A panic elsewhere leaves nothing half done in it, so there
    /// is no reason to make everybody else panic as well.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn new() -> State {
        State {
            drafts: initial(),
            faults: VecDeque::new(),
            requests: VecDeque::new(),
            remembered_bytes: 0,
            answers: 0,
        }
    }

    /// Back to the start.
    pub(crate) fn reset(&mut self) {
        *self = State::new();
    }

    /// A number for the next answer, so that no two have the same rid.
    pub(crate) fn serial(&mut self) -> u64 {
        self.answers += 1;
        self.answers
    }

    pub(crate) fn remember(&mut self, request: Received) {
        self.remembered_bytes += request.body.len();
        self.requests.push_back(request);
        while self.requests.len() > REMEMBERED
            || (self.remembered_bytes > REMEMBERED_BYTES && self.requests.len() > 1)
        {
            let oldest = self.requests.pop_front();
            self.remembered_bytes -= oldest.map_or(0, |oldest| oldest.body.len());
        }
    }

    pub(crate) fn requests(&self) -> Vec<Received> {
        self.requests.iter().cloned().collect()
    }

    pub(crate) fn add_fault(&mut self, fault: Fault, times: u32) {
        if times > 0 {
            self.faults.push_back((fault, times));
        }
    }

    /// The fault the update at hand is to suffer.
    pub(crate) fn take_fault(&mut self) -> Option<Fault> {
        let (fault, times) = self.faults.front_mut()?;
        *times -= 1;
        if *times > 0 {
            return Some(fault.clone());
        }
        self.faults.pop_front().map(|(fault, _)| fault)
    }

    /// A draft, or the refusal of an id nobody knows.
    pub(crate) fn draft(&self, media_id: &str) -> Result<Value, Refusal> {
        match self.drafts.get(media_id) {
            Some(draft) => Ok(draft.to_json()),
            None => refuse(40007, "there is no draft with this media_id"),
        }
    }

    pub(crate) fn drafts(&self) -> BTreeMap<String, Value> {
        let entries = self.drafts.iter();
        entries.map(|(id, draft)| (id.clone(), draft.to_json())).collect()
    }

    /// Carries out an update, or leaves everything as it was.
    pub(crate) fn update(&mut self, body: &[u8]) -> Result<(), Refusal> {
        let body = page::parse(body)?;
        let media_id = page::media_id(&body)?;
        let index = page::index(&body)?;
        let articles = page::articles(&body)?;
        let Some(draft) = self.drafts.get_mut(media_id) else {
            return refuse(40007, "there is no draft with this media_id");
        };
        draft.check_index(index)?;
        let article = article::read(articles)?;
        draft.replace(media_id, index, article);
        Ok(())
    }
}
