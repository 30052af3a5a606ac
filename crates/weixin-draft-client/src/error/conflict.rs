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
    /// The article as it is now; `None` when it has become one that draft_update
    /// does not take.
    pub found: Option<Article>,
    /// Whether an update had been sent, whose answer never came: it may have
    /// arrived before the other edit.
    pub may_have_arrived: bool,
}

impl Conflict {
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

impl fmt::Display for Conflict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words().en)
    }
}

impl std::error::Error for Conflict {}
