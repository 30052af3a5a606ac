//! The client: its settings, and the way from a blocking call to the network.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use weixin_draft::Checker;
use weixin_draft::endpoint::DRAFT_GET;

use crate::error::{Error, Reason, TransportError};
use crate::http::{BaseUrl, Failure, Lane, Lanes, Route, outside_runtime};
use crate::line::Line;
use crate::token::{Keeper, TokenSource};
use crate::{Cancel, ClientBuilder, Clock, Revision};

/// A client of one account.
///
/// It keeps its connections open between calls, so make one and use it for
/// all of them. Clones share the connections and the token; any number of
/// threads may call at the same time, each waiting for its own answer.
#[derive(Clone)]
pub struct Client {
    pub(crate) inner: Arc<Inner>,
    cancel: Option<Cancel>,
    before_update: Option<Arc<BeforeUpdate>>,
}

/// Is given what an update is about to replace, and what it sends; false gives the update up.
pub(crate) type BeforeUpdate = dyn Fn(&Revision, &Revision) -> bool + Send + Sync;

pub(crate) struct Inner {
    pub(crate) route: Route,
    pub(crate) lanes: Lanes,
    pub(crate) keeper: Keeper,
    pub(crate) checker: Checker,
    pub(crate) clock: Clock,
    pub(crate) timeout: Duration,
    pub(crate) retries: bool,
    pub(crate) may_overwrite: bool,
    /// For `Debug` only.
    pub(crate) source: TokenSource,
}

impl Client {
    /// The vendor's address.
    pub const BASE_URL: &'static str = BaseUrl::VENDOR;

    /// How long finding a host and connecting to it may take, each.
    pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

    /// How long a call of an endpoint may take in all, its repetitions and the
    /// call for a token among it. A request of the largest size takes some
    /// seconds on a slow line.
    pub const TIMEOUT: Duration = Duration::from_secs(30);

    /// A client that calls [`Client::BASE_URL`] and checks with every rule at
    /// its default level.
    ///
    /// ```
    /// use weixin_draft_client::{AccessToken, Client};
    ///
    /// let client = Client::new(AccessToken::new("TOKEN"));
    /// ```
    pub fn new(token: impl Into<TokenSource>) -> Self {
        Client::builder(token).build_for(BaseUrl::vendor())
    }

    /// For a client with other settings.
    pub fn builder(token: impl Into<TokenSource>) -> ClientBuilder {
        ClientBuilder::new(token.into())
    }

    pub(crate) fn of(inner: Inner) -> Self {
        Client { inner: Arc::new(inner), cancel: None, before_update: None }
    }

    /// What names a proxy's address that is none: a variable of the environment, or
    /// `proxy` for [`ClientBuilder::proxy`]. Every call of such a client fails, since
    /// calling the server directly would go where the proxy was to keep it from going.
    ///
    /// ```
    /// use weixin_draft_client::{AccessToken, Client};
    ///
    /// let client = Client::builder(AccessToken::new("TOKEN")).proxy("htp://proxy").build()?;
    /// assert_eq!(client.malformed_proxy(), Some("proxy"));
    /// # Ok::<(), weixin_draft_client::BaseUrlError>(())
    /// ```
    pub fn malformed_proxy(&self) -> Option<&'static str> {
        self.inner.route.malformed_proxy()
    }

    /// Where calls go, without a slash at its end.
    pub fn base_url(&self) -> &str {
        self.inner.route.base_url.as_str()
    }

    /// Where the pictures are that the server gives out, if it is a sandbox on this
    /// machine: `http://127.0.0.1:8080`.
    pub fn sandbox_origin(&self) -> Option<String> {
        let base_url = &self.inner.route.base_url;
        base_url.host_of_pictures().map(|host| format!("http://{host}:{}", base_url.port()))
    }

    /// The rules that requests are checked with. For a sandbox on this machine its own
    /// pictures are internal, besides those of the checker that was given.
    pub fn checker(&self) -> &Checker {
        &self.inner.checker
    }

    /// The same client, whose calls end when this says so.
    #[must_use]
    pub fn cancelled_by(&self, cancel: &Cancel) -> Self {
        Client { cancel: Some(cancel.clone()), ..self.clone() }
    }

    /// The same client, which hands over what an edit or a push is about to replace, and
    /// the article that it sends, before it sends anything, so that both can be kept: for
    /// an undo, and for [`Guard::MayHaveArrived`](crate::Guard::MayHaveArrived). With false
    /// from `keep`, nothing is sent, and the call ends as [`Error::Cancelled`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client, Overlay};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let client = client.before_update(|replaced, _sent| {
    ///     std::fs::write(std::env::temp_dir().join("before.json"), replaced.to_json()).is_ok()
    /// });
    /// client.edit_fields(NEWS, 0, &Overlay::default().set("title", "Summer menu"))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn before_update(
        &self,
        keep: impl Fn(&Revision, &Revision) -> bool + Send + Sync + 'static,
    ) -> Self {
        Client { before_update: Some(Arc::new(keep)), ..self.clone() }
    }

    /// Does the work of a call, and returns when it is done or given up.
    pub(crate) fn run<T: Send>(
        &self,
        work: impl AsyncFnOnce(&mut Line<'_>) -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        let mut lane = self.inner.lanes.take().map_err(|error| {
            let failure = Failure::before(Reason::NoResources).caused_by(error);
            TransportError::new(&DRAFT_GET, failure)
        })?;
        let result = outside_runtime(|| self.run_on(&mut lane, work));
        self.inner.lanes.give_back(lane);
        result
    }

    fn run_on<T>(
        &self,
        place: &mut Lane,
        work: impl AsyncFnOnce(&mut Line<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        place.run(async |connection| {
            let before_update = self.before_update.as_deref();
            let mut line = Line { client: &self.inner, connection, before_update };
            let Some(cancel) = &self.cancel else {
                return work(&mut line).await;
            };
            tokio::select! {
                biased;
                () = cancel.cancelled() => Err(Error::Cancelled),
                result = work(&mut line) => result,
            }
        })
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("base_url", &self.inner.route.base_url.as_str())
            .field("token", &self.inner.source)
            .finish_non_exhaustive()
    }
}
