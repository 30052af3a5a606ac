//! Time, as a client sees it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The clock by which a client renews its token and pauses before it tries
/// again.
///
/// A test takes one that it moves itself, on which pauses take no time:
///
/// ```
/// use std::time::Duration;
/// use weixin_draft_client::{AccessToken, Client, Clock};
/// # use weixin_draft_sandbox::{Fault, NEWS, Sandbox, TOKEN};
/// # let sandbox = Sandbox::start()?;
///
/// let clock = Clock::manual();
/// let client = Client::builder(AccessToken::new(TOKEN))
///     .base_url(sandbox.base_url())
///     .clock(clock.clone())
///     .build()?;
/// # sandbox.fail_next_of("draft/get", Fault::errcode(-1));
/// // The server says -1, "system busy", once.
/// client.get(NEWS)?;
/// assert_eq!(clock.pauses().len(), 1);
/// assert!(clock.pauses()[0] >= Duration::from_secs(1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// None for the system's.
    manual: Option<Arc<Mutex<Moved>>>,
}

#[derive(Debug, Default)]
struct Moved {
    ahead: Duration,
    pauses: Vec<Duration>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Clock::default()
    }

    /// A clock on which pauses take no time: it moves on by each instead.
    pub fn manual() -> Self {
        Clock { manual: Some(Arc::default()) }
    }

    /// Moves a manual clock; without effect on the system's.
    pub fn advance(&self, duration: Duration) {
        if let Some(mut moved) = self.moved() {
            moved.ahead += duration;
        }
    }

    /// The pauses that were made on a manual clock.
    pub fn pauses(&self) -> Vec<Duration> {
        self.moved().map(|moved| moved.pauses.clone()).unwrap_or_default()
    }

    pub(crate) fn now(&self) -> Instant {
        Instant::now() + self.moved().map(|moved| moved.ahead).unwrap_or_default()
    }

    pub(crate) async fn pause(&self, duration: Duration) {
        if let Some(mut moved) = self.moved() {
            moved.ahead += duration;
            moved.pauses.push(duration);
            return;
        }
        tokio::time::sleep(duration).await;
    }

    fn moved(&self) -> Option<MutexGuard<'_, Moved>> {
        self.manual.as_ref().map(|moved| moved.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
