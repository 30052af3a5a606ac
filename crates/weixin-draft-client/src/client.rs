//! The client: check, send, read the answer.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use weixin_draft::{Checker, DraftUpdate, Prepared, Response};

use crate::base_url::BaseUrl;
use crate::sender::{Sender, Settings};
use crate::{AccessToken, ClientBuilder, Error, answer};

/// A client of one account.
///
/// It keeps its connections open between calls, so make one and use it for
/// all of them. Clones share the connections; any number of threads may call
/// at the same time, each waiting for its own answer.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    base_url: BaseUrl,
    token: AccessToken,
    checker: Checker,
    sender: Sender,
}

impl Client {
    /// The vendor's address.
    pub const BASE_URL: &'static str = BaseUrl::VENDOR;

    /// How long finding a host and connecting to it may take, each.
    pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

    /// How long a call may take in all. A request of the largest size takes
    /// some seconds on a slow line.
    pub const TIMEOUT: Duration = Duration::from_secs(30);

    /// How many bytes of an answer are read. Good ones have a few hundred.
    pub const LONGEST_ANSWER: u64 = 1024 * 1024;

    /// A client that calls [`Client::BASE_URL`] and checks with every rule at
    /// its default level.
    ///
    /// ```
    /// use weixin_draft_client::{AccessToken, Client};
    ///
    /// let client = Client::new(AccessToken::new("TOKEN"));
    /// ```
    pub fn new(token: AccessToken) -> Self {
        Client::builder(token).build_for(BaseUrl::vendor())
    }

    /// For a client with other settings.
    pub fn builder(token: AccessToken) -> ClientBuilder {
        ClientBuilder::new(token)
    }

    pub(crate) fn assemble(
        base_url: BaseUrl,
        token: AccessToken,
        checker: Checker,
        settings: &Settings,
    ) -> Self {
        let sender = Sender::new(&base_url, &token, settings);
        Client(Arc::new(Inner { base_url, token, checker, sender }))
    }

    /// Checks a request, then sends it.
    ///
    /// The article at the request's `index` is replaced as a whole.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the check found an error: then nothing was
    /// sent. [`Error::Api`] when the server refused, [`Error::Transport`] when
    /// it was not reached or not understood.
    ///
    /// ```
    /// use weixin_draft::{Article, DraftUpdate};
    /// use weixin_draft_client::{AccessToken, Client, Error};
    /// # use weixin_draft_sandbox::{NEWS as MEDIA_ID, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    ///
    /// let draft = DraftUpdate::new(MEDIA_ID, 0, Article::news("春季菜单", "<p>周一起</p>"));
    /// assert!(client.update(&draft)?.is_ok());
    ///
    /// let untitled = DraftUpdate::new(MEDIA_ID, 0, Article::news("", "<p>周一起</p>"));
    /// assert!(matches!(client.update(&untitled), Err(Error::Invalid(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update(&self, draft: &DraftUpdate) -> Result<Response, Error> {
        self.update_json(&draft.to_json())
    }

    /// Checks a request body that comes from elsewhere, then sends it.
    ///
    /// What is sent is written anew: raw UTF-8, known fields only, no empty
    /// optional strings.
    ///
    /// # Errors
    /// As with [`Client::update`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// # let body = format!(
    /// #     r#"{{"media_id":"{NEWS}","index":0,"articles":{{"title":"Menu","content":"Soup"}}}}"#
    /// # );
    /// let response = client.update_json(body.as_bytes())?;
    /// assert_eq!(response.errmsg, "ok");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update_json(&self, body: &[u8]) -> Result<Response, Error> {
        self.update_prepared(&self.0.checker.prepare(body)?)
    }

    /// Sends what a checker of the caller's prepared; for those who want to
    /// see its warnings, or to check long before they send.
    ///
    /// # Errors
    /// As with [`Client::update`], but for [`Error::Invalid`].
    ///
    /// ```
    /// # use weixin_draft::Checker;
    /// # use weixin_draft_client::{AccessToken, Client};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// # let body = format!(
    /// #     r#"{{"media_id":"{NEWS}","index":0,"articles":{{"title":"Menu","content":"Soup"}}}}"#
    /// # );
    /// let prepared = Checker::new().prepare(body.as_bytes())?;
    /// for warning in prepared.report.warnings() {
    ///     eprintln!("{warning}");
    /// }
    /// client.update_prepared(&prepared)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update_prepared(&self, prepared: &Prepared) -> Result<Response, Error> {
        let answer = self.0.sender.send(&prepared.body)?;
        answer::decode(&answer, &self.0.token)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("base_url", &self.0.base_url.as_str())
            .field("token", &self.0.token)
            .finish_non_exhaustive()
    }
}
