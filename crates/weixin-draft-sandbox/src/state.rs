//! Everything the sandbox remembers between requests.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value, json};

use crate::answer::{Refusal, refuse};
use crate::drafts::{Draft, initial};
use crate::fault::Fault;
use crate::faults::{Faults, Waiting};
use crate::fields::as_object;
use crate::pictures::Pictures;
use crate::received::Received;
use crate::tokens::Tokens;
use crate::{article, page};

/// How many requests are remembered. A sandbox may run for days.
const REMEMBERED: usize = 1_000;

/// How many bytes of them are remembered; the last one is, whatever its size.
const REMEMBERED_BYTES: usize = 64 << 20;

/// Who is told of each request that was answered.
pub(crate) struct Listener(pub(crate) Box<dyn Fn(&Received) + Send>);

impl fmt::Debug for Listener {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Listener")
    }
}

/// The state of a sandbox.
#[derive(Debug)]
pub(crate) struct State {
    drafts: BTreeMap<String, Draft>,
    pub(crate) tokens: Tokens,
    pub(crate) pictures: Pictures,
    faults: Faults,
    requests: VecDeque<Received>,
    remembered_bytes: usize,
    answers: u64,
    added: u64,
    pub(crate) listener: Option<Listener>,
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
            tokens: Tokens::new(),
            pictures: Pictures::default(),
            faults: Faults::default(),
            requests: VecDeque::new(),
            remembered_bytes: 0,
            answers: 0,
            added: 0,
            listener: None,
        }
    }

    /// Back to the start.
    pub(crate) fn reset(&mut self) {
        let listener = self.listener.take();
        let port = self.pictures.port;
        *self = State { listener, ..State::new() };
        self.pictures.port = port;
    }

    /// A number for the next answer, so that no two have the same rid.
    pub(crate) fn serial(&mut self) -> u64 {
        self.answers += 1;
        self.answers
    }

    /// Puts a request on record, before it is answered.
    pub(crate) fn remember(&mut self, mut request: Received) -> u64 {
        let serial = self.serial();
        request.serial = serial;
        self.remembered_bytes += request.size();
        self.requests.push_back(request);
        while self.requests.len() > REMEMBERED
            || (self.remembered_bytes > REMEMBERED_BYTES && self.requests.len() > 1)
        {
            let oldest = self.requests.pop_front();
            self.remembered_bytes -= oldest.map_or(0, |oldest| oldest.size());
        }
        serial
    }

    pub(crate) fn requests(&self) -> Vec<Received> {
        self.requests.iter().cloned().collect()
    }

    /// Puts a fault at the end of those that wait; false if there are too many.
    pub(crate) fn add_fault(&mut self, waiting: Waiting) -> bool {
        self.faults.add(waiting)
    }

    /// The fault that the call at hand is to suffer. What happens to drafts
    /// before the call happens now.
    pub(crate) fn take_fault(&mut self, endpoint: &str) -> Option<Fault> {
        let fault = self.faults.take(endpoint)?;
        match &fault {
            Fault::Edit { media_id, index, fields } => drop(self.edit(media_id, *index, fields)),
            Fault::Gone { media_id } => drop(self.delete(media_id)),
            _ => {}
        }
        Some(fault)
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

    /// The answer of draft/batchget, the last changed first.
    pub(crate) fn list(&self, body: &Value) -> Result<Value, Refusal> {
        let fields = as_object(body)?;
        let offset = usize::try_from(fields.integer("offset")?.unwrap_or(0));
        let count = usize::try_from(fields.integer("count")?.unwrap_or(20));
        let (Ok(offset), Ok(count @ 1..=20)) = (offset, count) else {
            return refuse(40097, "offset is below 0, or count is not from 1 to 20");
        };
        let with_content = fields.flag("no_content")? == 0;
        let mut drafts: Vec<_> = self.drafts.iter().collect();
        drafts.sort_by_key(|(_, draft)| std::cmp::Reverse(draft.update_time()));
        let page = drafts.iter().skip(offset).take(count);
        let item: Vec<Value> =
            page.map(|(id, draft)| draft.to_list_entry(id, with_content)).collect();
        Ok(json!({"total_count": drafts.len(), "item_count": item.len(), "item": item}))
    }

    /// Makes a draft of articles as draft/add takes them, and returns its id.
    pub(crate) fn add(&mut self, body: &Value) -> Result<Value, Refusal> {
        let articles = page::new_articles(body)?;
        let articles: Result<Vec<_>, Refusal> = articles.into_iter().map(article::read).collect();
        self.added += 1;
        let media_id = format!("SANDBOX_ADDED_{}", self.added);
        self.drafts.insert(media_id.clone(), Draft::new(&media_id, articles?));
        Ok(json!({"media_id": media_id}))
    }

    /// Puts a draft in, in the place of one that has the same id.
    pub(crate) fn put(&mut self, media_id: &str, items: Vec<Map<String, Value>>) {
        self.drafts.insert(media_id.to_owned(), Draft::new(media_id, items));
    }

    /// Changes fields of an article, as another editor does.
    pub(crate) fn edit(
        &mut self,
        media_id: &str,
        index: usize,
        fields: &Map<String, Value>,
    ) -> bool {
        self.drafts.get_mut(media_id).is_some_and(|draft| draft.change(index, fields))
    }

    /// Takes a draft away, as deleting or publishing it does.
    pub(crate) fn delete(&mut self, media_id: &str) -> bool {
        self.drafts.remove(media_id).is_some()
    }

    /// Carries out an update, or leaves everything as it was.
    pub(crate) fn update(&mut self, body: &Value) -> Result<(), Refusal> {
        let media_id = page::media_id(body)?;
        let index = page::index(body)?;
        let articles = page::articles(body)?;
        let Some(draft) = self.drafts.get_mut(media_id) else {
            return refuse(40007, "there is no draft with this media_id");
        };
        draft.check_index(index)?;
        let article = article::read(articles)?;
        draft.replace(media_id, index, article);
        Ok(())
    }

    /// Puts on record how a request was answered, and tells who listens.
    pub(crate) fn answered(&mut self, serial: u64, status: u16, errcode: Option<i64>) {
        if let Some(request) = self.requests.iter_mut().rev().find(|it| it.serial == serial) {
            request.status = status;
            request.errcode = errcode;
            if let Some(Listener(tell)) = &self.listener {
                tell(request);
            }
        }
    }
}
