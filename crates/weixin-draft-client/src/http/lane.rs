//! A connection and the small runtime that it lives on.

use std::io;
use std::thread;
use std::time::{Duration, Instant};

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::runtime::{Builder, Handle, Runtime};

use super::dial::Io;
use super::watch::Watch;

/// A kept connection is not used after it has rested so long: servers and the
/// devices on the way forget it after some time, without a word.
const MAX_REST: Duration = Duration::from_secs(15);

/// Where one call at a time takes place: on the thread that waits for it.
pub(crate) struct Lane {
    /// Always there, but while it is dropped.
    runtime: Option<Runtime>,
    connection: Connection,
}

/// The connection of a lane, if it has one. It is taken out for an exchange,
/// and put back when that has gone well, so that one that is given up in the
/// middle ends with it.
#[derive(Default)]
pub(crate) struct Connection(Option<Open>);

pub(super) struct Open {
    pub(super) sender: http1::SendRequest<Full<Bytes>>,
    pub(super) driver: http1::Connection<TokioIo<Io>, Full<Bytes>>,
    pub(super) watch: Watch,
    rests_since: Instant,
}

impl Lane {
    pub(crate) fn new() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Lane { runtime: Some(runtime), connection: Connection::default() })
    }

    /// Does work on this lane, and returns when it is done.
    pub(crate) fn run<T>(&mut self, work: impl AsyncFnOnce(&mut Connection) -> T) -> T {
        let runtime = self.runtime.as_ref().expect("a lane has its runtime until it is dropped");
        runtime.block_on(work(&mut self.connection))
    }
}

/// Does work that waits on a lane. A runtime cannot wait within another one: whoever
/// blocks a thread of theirs gets an answer rather than a panic.
pub(crate) fn outside_runtime<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    if Handle::try_current().is_err() {
        return work();
    }
    thread::scope(|scope| {
        scope.spawn(work).join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

impl Drop for Lane {
    fn drop(&mut self) {
        // The system may still look a host up; nobody waits for that.
        if let Some(runtime) = self.runtime.take() {
            {
                // A socket takes leave of the runtime that it lives on.
                let _inside = runtime.enter();
                self.connection = Connection::default();
            }
            runtime.shutdown_background();
        }
    }
}

impl Connection {
    /// The kept connection, unless it has rested for too long.
    pub(super) fn take(&mut self) -> Option<Open> {
        self.0.take().filter(|open| open.rests_since.elapsed() < MAX_REST)
    }

    pub(super) fn keep(&mut self, mut open: Open) {
        open.rests_since = Instant::now();
        self.0 = Some(open);
    }
}

impl Open {
    pub(super) fn new(
        sender: http1::SendRequest<Full<Bytes>>,
        driver: http1::Connection<TokioIo<Io>, Full<Bytes>>,
        watch: Watch,
    ) -> Self {
        Open { sender, driver, watch, rests_since: Instant::now() }
    }
}
