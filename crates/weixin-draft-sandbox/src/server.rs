//! The sandbox itself: a thread with a server on it.

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::process;
use std::thread::{self, JoinHandle};

use axum::serve::ListenerExt;
use serde_json::{Map, Value};
use tokio::sync::oneshot;

use crate::fault::Fault;
use crate::faults::Waiting;
use crate::pictures::Picture;
use crate::received::Received;
use crate::routes;
use crate::state::{Listener, Shared};

/// A running sandbox. Dropping it stops it.
///
/// It listens on 127.0.0.1 only, on a thread of its own; every method may be
/// called from any thread, while requests are under way.
///
/// ```
/// use weixin_draft_sandbox::{Fault, NEWS, Sandbox};
///
/// let sandbox = Sandbox::start()?;
/// let url = format!("{}/cgi-bin/draft/update?access_token=nonsense", sandbox.base_url());
///
/// let answer = ureq::post(&url).send("{}")?.body_mut().read_to_string()?;
/// assert!(answer.contains(r#""errcode":40001"#));
///
/// sandbox.fail_next(Fault::BadGateway);
/// assert!(matches!(ureq::post(&url).send("{}"), Err(ureq::Error::StatusCode(502))));
///
/// assert_eq!(sandbox.requests().len(), 2);
/// assert_eq!(sandbox.draft(NEWS).unwrap()["news_item"][0]["title"], "Spring menu");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Sandbox {
    port: u16,
    shared: Shared,
    /// Closing this channel is what stops the server.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    /// The process that the thread belongs to.
    process: u32,
}

impl Sandbox {
    /// Starts a sandbox on a free port.
    ///
    /// # Errors
    ///
    /// When the system has no port, thread or event queue to give.
    pub fn start() -> io::Result<Sandbox> {
        Sandbox::start_on(0)
    }

    /// Starts a sandbox on this port; 0 stands for any free one.
    ///
    /// # Errors
    ///
    /// When the port is taken, and as with [`Sandbox::start`].
    ///
    /// ```
    /// use weixin_draft_sandbox::Sandbox;
    ///
    /// let first = Sandbox::start()?;
    /// assert!(Sandbox::start_on(first.port()).is_err());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn start_on(port: u16) -> io::Result<Sandbox> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        // Answers are small and awaited: they must not sit in a buffer. Should
        // the option not take, the sandbox is slower, and no less right.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        let shared = Shared::new();
        shared.lock().pictures.port = port;
        let app = routes::router(shared.clone(), port);
        let (stop, stopped) = oneshot::channel::<()>();
        let thread =
            thread::Builder::new().name("weixin-draft-sandbox".into()).spawn(move || {
                runtime.block_on(async move {
                    tokio::select! {
                        _ = async { axum::serve(listener, app).await } => {}
                        _ = stopped => {}
                    }
                });
                // Dropping the runtime ends every connection, slow answers too.
            })?;
        let process = process::id();
        Ok(Sandbox { port, shared, stop: Some(stop), thread: Some(thread), process })
    }

    /// The address to give to a client, without a slash at its end.
    pub fn base_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Every draft by its media id, each as `draft/get` answers with it.
    pub fn drafts(&self) -> BTreeMap<String, Value> {
        self.shared.lock().drafts()
    }

    /// One draft, as `draft/get` answers with it: an object with `news_item`,
    /// `create_time` and `update_time`.
    pub fn draft(&self, media_id: &str) -> Option<Value> {
        self.shared.lock().draft(media_id).ok()
    }

    /// The requests that came in, oldest first: the last thousand or 64 MiB of
    /// them, without those to `/sandbox`. Long paths and headers are cut.
    pub fn requests(&self) -> Vec<Received> {
        self.shared.lock().requests()
    }

    /// The pictures that were uploaded, oldest first: the last 256 MiB of them.
    pub fn pictures(&self) -> Vec<Picture> {
        self.shared.lock().pictures.all()
    }

    /// Lets the next update go wrong.
    pub fn fail_next(&self, fault: Fault) {
        self.fail_times(fault, 1);
    }

    /// Lets the next call of an endpoint, such as `draft/get`, go wrong.
    pub fn fail_next_of(&self, endpoint: &str, fault: Fault) {
        self.fail_later(endpoint, fault, 0, 1);
    }

    /// Lets `times` calls of an endpoint go wrong, after `after` calls that go well.
    ///
    /// ```
    /// use weixin_draft_sandbox::{Fault, Sandbox};
    ///
    /// let sandbox = Sandbox::start()?;
    /// // The second reading of a draft finds it gone.
    /// sandbox.fail_later("draft/get", Fault::Gone { media_id: "SANDBOX_NEWS".into() }, 1, 1);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn fail_later(&self, endpoint: &str, fault: Fault, after: u32, times: u32) {
        let endpoint = endpoint.to_owned();
        self.shared.lock().add_fault(Waiting { endpoint, fault, after, times });
    }

    /// Puts a draft in: articles as draft/get answers with them. One with the
    /// same id is replaced.
    pub fn put_draft(&self, media_id: &str, articles: Vec<Map<String, Value>>) {
        self.shared.lock().put(media_id, articles);
    }

    /// Changes fields of an article, as somebody else's edit does; false if there
    /// is no such article.
    pub fn edit(&self, media_id: &str, index: usize, fields: &Map<String, Value>) -> bool {
        self.shared.lock().edit(media_id, index, fields)
    }

    /// Takes a draft away, as deleting or publishing it does; false if there is
    /// none.
    pub fn delete(&self, media_id: &str) -> bool {
        self.shared.lock().delete(media_id)
    }

    /// Ends the access token: calls with it are answered with 42001, and
    /// stable_token gives another.
    pub fn expire_token(&self) {
        self.shared.lock().tokens.expire();
    }

    /// Makes the access token void: calls with it are answered with 40001, but
    /// stable_token gives it until another is forced.
    pub fn void_token(&self) {
        self.shared.lock().tokens.void();
    }

    /// Tells somebody of each request as soon as it is answered. The function
    /// must not call the sandbox.
    pub fn on_answer(&self, tell: impl Fn(&Received) + Send + 'static) {
        self.shared.lock().listener = Some(Listener(Box::new(tell)));
    }

    /// Lets the next `times` updates go wrong, after those that are to go wrong already.
    ///
    /// ```
    /// use weixin_draft_sandbox::{Fault, Sandbox};
    ///
    /// let sandbox = Sandbox::start()?;
    /// sandbox.fail_times(Fault::errcode(-1), 2);
    /// sandbox.fail_next(Fault::Cut);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn fail_times(&self, fault: Fault, times: u32) {
        self.fail_later("draft/update", fault, 0, times);
    }

    /// Back to the start: the first drafts, no requests, no faults.
    pub fn reset(&self) {
        self.shared.lock().reset();
    }

    /// Serves until the process ends, for a program that does nothing else.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // The thread ends only by a panic, which has been reported already.
            drop(thread.join());
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stop.take();
        match self.thread.take() {
            Some(thread) if self.process == process::id() => drop(thread.join()),
            // A fork has no such thread to wait for.
            other => std::mem::forget(other),
        }
    }
}
