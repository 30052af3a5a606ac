//! Gives calls up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

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
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<State>);

#[derive(Debug, Default)]
struct State {
    is_cancelled: AtomicBool,
    changed: Notify,
}

impl Cancel {
    /// One that has not been used.
    pub fn new() -> Self {
        Cancel::default()
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
        let changed = self.0.changed.notified();
        if !self.is_cancelled() {
            changed.await;
        }
    }
}
