//! draft/get.

use weixin_draft::endpoint::{self, DRAFT_GET, GetRequest, NewsItem};
use weixin_draft::{Article, Converted};

use crate::Client;
use crate::error::{ApiError, Error, Gone};
use crate::line::{INVALID_MEDIA_ID, Line};

/// A draft as the server has it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Draft {
    /// Its id.
    pub media_id: String,
    /// Its articles, in order, as the server wrote them.
    pub items: Vec<NewsItem>,
    /// When it was made, in seconds since 1970.
    pub create_time: Option<i64>,
    /// When any of its articles was last changed, in seconds since 1970.
    pub update_time: Option<i64>,
}

impl Draft {
    fn new(media_id: &str, draft: endpoint::Draft) -> Self {
        Draft {
            media_id: media_id.to_owned(),
            items: draft.news_item,
            create_time: draft.create_time,
            update_time: draft.update_time,
        }
    }

    /// The article at a place, from 0, as draft_update takes it, and what was
    /// left out.
    ///
    /// # Errors
    /// [`Error::Gone`] when the draft has fewer articles, [`Error::Invalid`] when
    /// this one holds what an [`Article`] cannot.
    pub fn article(&self, index: u32) -> Result<Converted, Error> {
        let place = usize::try_from(index).unwrap_or(usize::MAX);
        let item = self.items.get(place).ok_or_else(|| {
            Error::Gone(Gone::Article {
                media_id: self.media_id.clone(),
                index,
                articles: self.items.len(),
            })
        })?;
        Ok(item.convert()?)
    }

    /// All articles, as draft_update takes them.
    ///
    /// # Errors
    /// As with [`Draft::article`].
    pub fn articles(&self) -> Result<Vec<Article>, Error> {
        self.items.iter().map(|item| Ok(item.convert()?.article)).collect()
    }
}

impl Client {
    /// Reads a draft.
    ///
    /// # Errors
    /// [`Error::Gone`] when there is none of this id; otherwise as with
    /// [`Client::update`].
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let draft = client.get(NEWS)?;
    /// assert_eq!(draft.items[0].title(), "Spring menu");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn get(&self, media_id: &str) -> Result<Draft, Error> {
        self.run(async |line| line.get(media_id).await)
    }
}

impl Line<'_> {
    pub(crate) async fn get(&mut self, media_id: &str) -> Result<Draft, Error> {
        match self.call(&DRAFT_GET, &GetRequest { media_id }).await {
            Ok(draft) => Ok(Draft::new(media_id, draft)),
            Err(Error::Api(ApiError { errcode: INVALID_MEDIA_ID, .. })) => {
                Err(Error::Gone(Gone::Draft { media_id: media_id.to_owned() }))
            }
            Err(error) => Err(error),
        }
    }
}
