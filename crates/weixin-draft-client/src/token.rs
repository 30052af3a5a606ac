//! The secret that opens an account.

use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands for itself in a query (RFC 3986, section 2.3). All else is
/// encoded, so that no server can read a token in two ways.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Tokens of the vendor have more than a hundred characters. Something shorter
/// than this is a word out of a test, which may well stand in a message by
/// itself.
const SHORTEST_MASKED: usize = 16;

/// An access token: an account's own, or, on a third-party platform, the
/// `authorizer_access_token`.
///
/// It can be written down nowhere: there is no `Display`, and `Debug` hides it.
/// An empty one is sent as it is; the server answers 41001.
///
/// ```
/// use weixin_draft_client::AccessToken;
///
/// let token = AccessToken::new("94_nQ2dJbVq");
/// assert_eq!(format!("{token:?}"), "AccessToken(***)");
/// ```
#[derive(Clone)]
pub struct AccessToken(Arc<str>);

impl AccessToken {
    /// Takes the token as the vendor gave it, not percent-encoded.
    pub fn new(token: impl Into<String>) -> Self {
        AccessToken(token.into().into())
    }

    /// The token as it stands in a query.
    pub(crate) fn percent_encoded(&self) -> String {
        utf8_percent_encode(&self.0, RESERVED).to_string()
    }

    /// Puts `***` for the token in a text of the server's: there are gateways
    /// that quote the address they were asked for.
    pub(crate) fn mask(&self, text: &str) -> String {
        if self.0.len() < SHORTEST_MASKED {
            return text.to_owned();
        }
        text.replace(&*self.0, "***").replace(&self.percent_encoded(), "***")
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("AccessToken(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::AccessToken;

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(AccessToken::new("aZ9-._~").percent_encoded(), "aZ9-._~");
        assert_eq!(AccessToken::new("a+b/c=% &é").percent_encoded(), "a%2Bb%2Fc%3D%25%20%26%C3%A9");
        assert_eq!(AccessToken::new("").percent_encoded(), "");
    }

    #[test]
    fn a_quoted_token_is_masked_as_written_and_as_sent() {
        let token = AccessToken::new("0123456789+abcdef");
        let quoted = "no 0123456789+abcdef, no ?access_token=0123456789%2Babcdef";
        assert_eq!(token.mask(quoted), "no ***, no ?access_token=***");
        assert_eq!(AccessToken::new("token").mask("access_token missing"), "access_token missing");
    }
}
