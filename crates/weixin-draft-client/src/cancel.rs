//! Gives calls up.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::timeout;

/// Ends calls from another thread.
///
/// A call that waits for an answer ends at once, and its connection with it; of
/// a call that makes several, such as an edit, what was not begun is not sent.
///
/// ```
/// use weixin_draft_client::{AccessToken, Cancel, Client, Error};
///
/// let client = Client::new(AccessToken::new("TOKEN"));
/// let cancel = Cancel::new();
/// let cancellable = client.cancelled_by(&cancel);
/// cancel.cancel();
/// assert_eq!(cancellable.get("MEDIA_ID").unwrap_err(), Error::Cancelled);
/// ```
#[derive(Clone, Default)]
pub struct Cancel(Arc<State>);

#[derive(Default)]
struct State {
    is_cancelled: AtomicBool,
    changed: Notify,
    question: Option<Question>,
}

/// What a call asks while it waits.
struct Question {
    every: Duration,
    is_to_end: Box<dyn Fn() -> bool + Send + Sync>,
}

impl Cancel {
    /// One that has not been used.
    pub fn new() -> Self {
        Cancel::default()
    }

    /// One that is also used when a question, asked again and again by the thread that
    /// waits for a call, is answered with yes: for what only that thread can find out,
    /// such as a signal in some languages.
    ///
    /// ```
    /// use std::time::Duration;
    /// use weixin_draft_client::{AccessToken, Cancel, Client, Error};
    /// # use weixin_draft_sandbox::{Fault, NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # sandbox.fail_next_of("draft/get", Fault::Slow { milliseconds: 60_000 });
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    ///
    /// let cancel = Cancel::asking(Duration::from_millis(20), || true);
    /// // The server takes a minute to answer.
    /// assert_eq!(client.cancelled_by(&cancel).get(NEWS).unwrap_err(), Error::Cancelled);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn asking(every: Duration, is_to_end: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let question = Some(Question { every, is_to_end: Box::new(is_to_end) });
        Cancel(Arc::new(State { question, ..State::default() }))
    }

    /// Ends the calls of every client that was made with this, now and later.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, Ordering::SeqCst);
        self.0.changed.notify_waiters();
    }

    /// Whether calls are ended.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(Ordering::SeqCst)
    }

    /// Returns when calls are to end.
    pub(crate) async fn cancelled(&self) {
        // Listens first: what happens between looking and waiting is heard.
        let mut changed = pin!(self.0.changed.notified());
        if self.is_cancelled() {
            return;
        }
        let Some(question) = &self.0.question else {
            return changed.await;
        };
        while timeout(question.every, &mut changed).await.is_err() {
            if (question.is_to_end)() {
                return self.cancel();
            }
        }
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Cancel")
            .field("is_cancelled", &self.is_cancelled())
            .finish_non_exhaustive()
    }
}
