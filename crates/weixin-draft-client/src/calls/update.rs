//! draft/update.

use weixin_draft::endpoint::{DRAFT_UPDATE, read_answer};
use weixin_draft::{DraftUpdate, Prepared, Report, Response};

use crate::Client;
use crate::error::Error;
use crate::http::RequestBody;
use crate::line::Line;
use crate::retry;

/// The server took an update.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Updated {
    /// 0.
    pub errcode: i64,
    /// The server's words, `ok`.
    pub errmsg: String,
    /// What the check before sending found: no errors, but perhaps warnings and
    /// fields that were left out.
    pub report: Report,
}

impl Updated {
    /// Whether the draft was updated; it was.
    pub fn is_ok(&self) -> bool {
        self.errcode == 0
    }
}

impl Client {
    /// Checks a request, then sends it.
    ///
    /// The article at the request's `index` is replaced as a whole, whatever is
    /// there. When no answer came, the update may
    /// have arrived; it is not sent again by itself.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the check found an error: then nothing was
    /// sent. [`Error::Token`] when there is no usable token, [`Error::Api`] when
    /// the server refused, [`Error::Transport`] when it was not reached or not
    /// understood.
    ///
    /// ```
    /// use weixin_draft::{Article, DraftUpdate};
    /// use weixin_draft_client::{AccessToken, Client, Error};
    /// # use weixin_draft_sandbox::{NEWS as MEDIA_ID, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    ///
    /// let mut article = Article::news("春季菜单", "<p>周一起</p>");
    /// article.thumb_media_id = Some("COVER_ID".into());
    /// assert!(client.update(&DraftUpdate::new(MEDIA_ID, 0, article))?.is_ok());
    ///
    /// let untitled = DraftUpdate::new(MEDIA_ID, 0, Article::news("", "<p>周一起</p>"));
    /// assert!(matches!(client.update(&untitled), Err(Error::Invalid(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update(&self, draft: &DraftUpdate) -> Result<Updated, Error> {
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
    /// #     r#"{{"media_id":"{NEWS}","index":0,"articles":{{"title":"Menu","content":"Soup","thumb_media_id":"C"}}}}"#
    /// # );
    /// let updated = client.update_json(body.as_bytes())?;
    /// assert_eq!(updated.errmsg, "ok");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update_json(&self, body: &[u8]) -> Result<Updated, Error> {
        self.update_prepared(self.inner.checker.prepare(body)?)
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
    /// #     r#"{{"media_id":"{NEWS}","index":0,"articles":{{"title":"Menu","content":"Soup","thumb_media_id":"C"}}}}"#
    /// # );
    /// let prepared = Checker::new().prepare(body.as_bytes())?;
    /// let updated = client.update_prepared(prepared)?;
    /// for warning in updated.report.warnings() {
    ///     eprintln!("{warning}");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn update_prepared(&self, prepared: Prepared) -> Result<Updated, Error> {
        let (body, report) = prepared.into_parts();
        let body = RequestBody::json(body);
        let answer = self.run(async |line| line.update(body, retry::TRIES).await)?;
        let Response { errcode, errmsg, .. } = answer;
        Ok(Updated { errcode, errmsg, report })
    }
}

impl Line<'_> {
    pub(crate) async fn update(
        &mut self,
        body: RequestBody,
        max_tries: u32,
    ) -> Result<Response, Error> {
        self.send_for(&DRAFT_UPDATE, body, read_answer, max_tries).await
    }
}
