//! Somebody else's edit.

use std::fmt;

use weixin_draft::{Article, Words};

/// The article is not as it was when it was read, so it was left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conflict {
    /// The draft's id.
    pub media_id: String,
    /// The article's place in it, from 0.
    pub index: u32,
    /// The article as it was read first, or as the revision has it.
    pub expected: Article,
    /// The article as an update sent it of which nobody knows whether it arrived, and as
    /// the server would hold it; `None` if there was no such update.
    pub sent: Option<Article>,
    /// The article as it is now; `None` when it has become one that draft_update
    /// does not take.
    pub found: Option<Article>,
    /// Whether an update had been sent, whose answer never came: it may have
    /// arrived before the other edit.
    pub may_have_arrived: bool,
}

impl Conflict {
    /// The fields that somebody else changed, by their names on the wire and in their
    /// order: those that are neither as expected nor as sent. Empty where `found` is
    /// `None`.
    ///
    /// ```
    /// # use weixin_draft_client::{AccessToken, Client, Error, Guard, Overlay, Revision};
    /// # use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};
    /// # let sandbox = Sandbox::start()?;
    /// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    /// let read = Revision::new(NEWS, 0, client.get(NEWS)?.article(0)?.article);
    /// client.edit_fields(NEWS, 0, &Overlay::default().set("author", "Them"))?;
    /// match client.push(&read.to_json(), Guard::Revision(&read)) {
    ///     Err(Error::Conflict(conflict)) => assert_eq!(conflict.changed(), ["author"]),
    ///     other => panic!("{other:?}"),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn changed(&self) -> Vec<&'static str> {
        let Some(found) = &self.found else { return Vec::new() };
        let unlike_expected = differing(found, &self.expected);
        let Some(sent) = &self.sent else { return unlike_expected };
        let unlike_sent = differing(found, sent);
        let neither = unlike_expected.iter().filter(|name| unlike_sent.contains(name));
        let neither: Vec<_> = neither.copied().collect();
        // Else somebody has undone a part of the update.
        if neither.is_empty() { unlike_sent } else { neither }
    }

    /// What happened, and what to do.
    pub fn words(&self) -> Words {
        if self.may_have_arrived {
            Words {
                en: "no answer came to the update, and the article is neither as it was nor as it was sent: \
                     the update may have arrived, and somebody else changed the draft; read it again and compare",
                zh: "更新请求没有得到应答，而草稿既不是原来的内容，也不是发送的内容：更新可能已生效，但草稿又被他人修改。请重新读取并比较",
            }
        } else {
            Words {
                en: "nothing was sent: somebody else changed the article since it was read; \
                     read it again and make the change once more",
                zh: "未发送：读取之后该文章已被他人修改。请重新读取后再改一次",
            }
        }
    }
}

/// The fields in which two articles differ.
fn differing(one: &Article, other: &Article) -> Vec<&'static str> {
    if one.article_type() != other.article_type() {
        return vec!["article_type"];
    }
    let pairs = one.fields().into_iter().zip(other.fields());
    pairs.filter(|(one, other)| one != other).map(|((name, _), _)| name).collect()
}

impl fmt::Display for Conflict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words().en)
    }
}

impl std::error::Error for Conflict {}
