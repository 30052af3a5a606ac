//! draft/add.

use serde::Deserialize;
use serde_json::value::RawValue;
use weixin_draft::endpoint::{AddRequest, AddedDraft, DRAFT_ADD};
use weixin_draft::{Article, Report};

use crate::Client;
use crate::edit::update_body;
use crate::error::Error;
use crate::http::RequestBody;

/// A new draft.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Added {
    /// Its media id.
    pub media_id: String,
    /// What the check before sending found: no errors, but perhaps warnings and
    /// fields that were left out.
    pub report: Report,
}

/// The body of draft/add, its articles unread.
#[derive(Deserialize)]
struct Body<'a> {
    #[serde(borrow)]
    articles: Vec<&'a RawValue>,
}

impl Client {
    /// Checks articles, then makes a new draft of them: 1 to 8.
    ///
    /// When no answer came, the draft may have been added. It is never sent
    /// again by itself, since that could make a second one:
    /// [`TransportError::may_have_arrived`](crate::TransportError::may_have_arrived)
    /// says whether to look for it with [`Client::list`].
    ///
    /// # Errors
    /// As with [`Client::update`].
    ///
    /// ```
    /// use weixin_draft::Article;
    /// # use weixin_draft_client::{AccessToken, Client};
    /// # use weixin_draft_sandbox::{Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    ///
    /// let mut article = Article::news("Spring menu", "<p>From Monday.</p>");
    /// article.thumb_media_id = Some("COVER_ID".into());
    /// let added = client.add(&[article.into()])?;
    /// assert_eq!(client.get(&added.media_id)?.items.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add(&self, articles: &[Article]) -> Result<Added, Error> {
        let body = body_of(articles);
        let report = self.inner.checker.check_draft_add(&body);
        if !report.is_ok() {
            return Err(report.into());
        }
        self.add_checked(body, report)
    }

    /// Checks a body of draft/add that comes from elsewhere, then sends it, written
    /// anew: raw UTF-8, known fields only.
    ///
    /// # Errors
    /// As with [`Client::add`].
    pub fn add_json(&self, body: &[u8]) -> Result<Added, Error> {
        let checker = &self.inner.checker;
        let report = checker.check_draft_add(body);
        if !report.is_ok() {
            return Err(report.into());
        }
        // A report without errors is one of such a body.
        let Ok(Body { articles }) = serde_json::from_slice(body) else {
            return Err(report.into());
        };
        let read = |article: &&RawValue| {
            let body = update_body("-", 0, article.get().as_bytes());
            Ok(checker.read(&body)?.articles)
        };
        let articles = articles.iter().map(read).collect::<Result<Vec<Article>, Error>>()?;
        self.add_checked(body_of(&articles), report)
    }

    fn add_checked(&self, body: Vec<u8>, report: Report) -> Result<Added, Error> {
        let body = RequestBody::json(body);
        let AddedDraft { media_id, .. } =
            self.run(async |line| line.send(&DRAFT_ADD, body).await)?;
        Ok(Added { media_id, report })
    }
}

fn body_of(articles: &[Article]) -> Vec<u8> {
    // Serialising strings, integers and structs into memory cannot fail.
    serde_json::to_vec(&AddRequest { articles }).unwrap_or_default()
}
