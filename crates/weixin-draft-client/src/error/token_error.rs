//! No access token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use weixin_draft::Words;

/// Why there is no access token to send. It quotes nothing of it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TokenError {
    /// It is empty.
    Empty,
    /// It is a word for nothing, such as `None` or `null`.
    Nothing,
    /// It is JSON: the whole answer of the token call, perhaps.
    Json,
    /// It holds blanks, line breaks or control characters.
    Blank,
    /// It is longer than any of the vendor's.
    TooLong,
    /// The function that was to return it failed; see the `source`.
    Function(Arc<dyn StdError + Send + Sync>),
}

impl TokenError {
    /// What is wrong, and what to do.
    pub fn words(&self) -> Words {
        match self {
            TokenError::Empty => Words {
                en: "nothing was sent, the access token is empty: look where it should come from",
                zh: "未发送：access_token 为空，请检查其来源",
            },
            TokenError::Nothing => Words {
                en: "nothing was sent, the access token is a word for nothing such as None or null: \
                     the call that should have fetched it failed",
                zh: "未发送：access_token 是 None 或 null 之类的文字，说明获取 access_token 的请求失败了",
            },
            TokenError::Json => Words {
                en: "nothing was sent, the access token is JSON: take the value of access_token out of the answer",
                zh: "未发送：access_token 是一段 JSON，请取出应答中 access_token 字段的值",
            },
            TokenError::Blank => Words {
                en: "nothing was sent, the access token holds a blank or a line break: \
                     copy it again, without the words around it",
                zh: "未发送：access_token 含有空白或换行，请重新复制，不要带上前后的文字",
            },
            TokenError::TooLong => Words {
                en: "nothing was sent, the access token is longer than any of the vendor's: copy it again",
                zh: "未发送：access_token 过长，请重新复制",
            },
            TokenError::Function(_) => Words {
                en: "nothing was sent, the function that returns the access token failed",
                zh: "未发送：返回 access_token 的函数出错",
            },
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words().en)
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            TokenError::Function(source) => Some(&**source),
            _ => None,
        }
    }
}

/// The same is wrong; causes cannot be compared.
impl PartialEq for TokenError {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

impl Eq for TokenError {}
