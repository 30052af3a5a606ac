//! The secret that opens an account.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::error::TokenError;

/// In bytes. Those of the vendor have a few hundred.
const MAX_LENGTH: usize = 8 * 1024;

/// What stands for itself in a query (RFC 3986, section 2.3). All else is
/// encoded, so that no server can read a token in two ways.
pub(super) const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Tokens of the vendor have more than a hundred characters. Something shorter
/// than this is a word out of a test, which may well occur in a message by
/// itself.
const SHORTEST_MASKED: usize = 16;

/// An access token: an account's own, or, on a third-party platform, the
/// `authorizer_access_token`.
///
/// It can be written down nowhere: there is no `Display`, and `Debug` hides it.
/// One that cannot be a token, such as an empty one, `None` or JSON, is refused
/// before anything is sent.
///
/// ```
/// use weixin_draft_client::AccessToken;
///
/// let token = AccessToken::new("94_nQ2dJbVq");
/// assert_eq!(format!("{token:?}"), "AccessToken(***)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(Arc<str>);

impl AccessToken {
    /// Takes the token as the vendor gave it, not percent-encoded.
    pub fn new(token: impl Into<String>) -> Self {
        AccessToken(token.into().into())
    }

    /// Refuses what cannot be a token.
    pub(crate) fn check(&self) -> Result<(), TokenError> {
        const NOTHING: [&str; 5] = ["none", "null", "undefined", "nil", "nan"];
        let text = &*self.0;
        if text.is_empty() {
            Err(TokenError::Empty)
        } else if NOTHING.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            Err(TokenError::Nothing)
        } else if text.trim_start().starts_with(['{', '[', '"']) {
            Err(TokenError::Json)
        } else if text.chars().any(|it| it.is_whitespace() || it.is_control()) {
            Err(TokenError::Blank)
        } else if text.len() > MAX_LENGTH {
            Err(TokenError::TooLong)
        } else {
            Ok(())
        }
    }

    /// The token as it is written in a query.
    pub(crate) fn percent_encoded(&self) -> String {
        utf8_percent_encode(&self.0, RESERVED).to_string()
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// Puts `***` for the token in an answer of the server's: there are gateways
    /// that quote the address they were asked for. A short one may be a part of a draft;
    /// it is masked in errors only.
    pub(crate) fn mask<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.0.len() < SHORTEST_MASKED {
            return text.into();
        }
        let encoded = self.percent_encoded();
        if text.contains(&*self.0) || text.contains(&encoded) {
            text.replace(&*self.0, "***").replace(&encoded, "***").into()
        } else {
            text.into()
        }
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
    use crate::error::TokenError;

    #[test]
    fn what_cannot_be_a_token() {
        for (token, flaw) in [
            ("", TokenError::Empty),
            ("None", TokenError::Nothing),
            ("null", TokenError::Nothing),
            (r#"{"access_token":"x"}"#, TokenError::Json),
            ("\"x\"", TokenError::Json),
            (" ", TokenError::Blank),
            ("Bearer x", TokenError::Blank),
            ("x\n", TokenError::Blank),
            (&"x".repeat(10_000), TokenError::TooLong),
        ] {
            assert_eq!(AccessToken::new(token).check(), Err(flaw), "{token}");
        }
        assert_eq!(AccessToken::new("94_nQ2dJbVq-x").check(), Ok(()));
    }

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
