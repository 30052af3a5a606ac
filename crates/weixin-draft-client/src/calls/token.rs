//! stable_token, for its own sake.

use std::time::Duration;

use crate::Client;
use crate::error::Error;

impl Client {
    /// Fetches the access token, if none is kept, and says for how long it is
    /// good; `None` for a token that the client does not fetch itself. The place
    /// to find out whether appid, secret and the account's list of addresses are
    /// right.
    ///
    /// # Errors
    /// [`Error::Api`] when the server gives no token, [`Error::Token`] when there
    /// is none that can be used, [`Error::Transport`] when no answer came.
    ///
    /// ```
    /// use weixin_draft_client::{Client, Secret, StableToken};
    /// # use weixin_draft_sandbox::{APPID, SECRET, Sandbox};
    /// # let sandbox = Sandbox::start()?;
    ///
    /// let account = StableToken::new(APPID, Secret::new(SECRET));
    /// let client = Client::builder(account).base_url(sandbox.base_url()).build()?;
    /// assert!(client.fetch_token()?.is_some_and(|left| left.as_secs() > 7_000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fetch_token(&self) -> Result<Option<Duration>, Error> {
        self.run(async |line| {
            let client = line.client;
            line.token(client.clock.now() + client.timeout).await?;
            Ok(client.keeper.time_left(&client.clock).await)
        })
    }
}
