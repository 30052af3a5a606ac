//! The server's refusal.

use std::fmt;

use weixin_draft::{ErrorCode, Response, UNKNOWN_ERROR_CODE, error_code, readable_errmsg};

/// The server read the request and refused it.
///
/// ```
/// use weixin_draft::{Article, DraftUpdate};
/// use weixin_draft_client::{AccessToken, Client, Error};
/// # use weixin_draft_sandbox::{Fault, NEWS, Sandbox, TOKEN};
/// # let sandbox = Sandbox::start()?;
/// # sandbox.fail_next(Fault::errcode(45009));
/// # let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
/// # let draft = DraftUpdate::new(NEWS, 0, Article::news("Menu", "<p>From Monday.</p>"));
///
/// if let Err(Error::Api(refusal)) = client.update(&draft) {
///     match refusal.errcode {
///         45009 => println!("enough for today"),
///         _ => println!("{refusal}"),
///     }
/// #   assert_eq!(refusal.errcode, 45009);
/// #   assert!(refusal.rid.is_some() && refusal.known().is_some());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
// Open to be matched and built: what else can be said of a refusal follows
// from these three, and belongs into methods.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApiError {
    /// The server's number for what is wrong; never 0. Numbers that this
    /// library does not know are kept as they are.
    pub errcode: i64,
    /// The server's own words.
    pub errmsg: String,
    /// The number of the request in the vendor's logs, for its support.
    pub rid: Option<String>,
}

impl ApiError {
    pub(crate) fn new(response: Response) -> Self {
        let rid = response.rid().map(str::to_owned);
        ApiError { errcode: response.errcode, errmsg: response.errmsg, rid }
    }

    /// What is known about the number: its meaning, what to do next, and the kind
    /// of reaction it calls for. `None` for a number that is not in the table.
    pub fn known(&self) -> Option<&'static ErrorCode> {
        error_code(self.errcode)
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errcode, errmsg) = (self.errcode, readable_errmsg(&self.errmsg));
        write!(formatter, "the server refused the update with errcode {errcode}, \"{errmsg}\": ")?;
        match self.known() {
            Some(known) => write!(formatter, "{} {}", known.meaning.en, known.action.en)?,
            None => formatter.write_str(UNKNOWN_ERROR_CODE.en)?,
        }
        match &self.rid {
            Some(rid) => write!(formatter, " The vendor's support can look up rid {rid}."),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ApiError {}

#[cfg(test)]
mod tests {
    use super::ApiError;

    #[test]
    fn control_characters_are_not_shown() {
        let errmsg = "no\u{1b}[2J\r\nway".to_owned();
        let text = ApiError { errcode: 7, errmsg, rid: None }.to_string();
        assert_eq!(
            text,
            "the server refused the update with errcode 7, \"no [2J  way\": \
             The code is not in this table; the vendor's list is longer. \
             Go by errmsg, and look the code up in the vendor's documentation."
        );
    }
}
