//! The server's refusal.

use std::fmt;

use weixin_draft::endpoint::{Endpoint, Refusal};
use weixin_draft::{
    ErrorCodeClass, Language, Response, UNKNOWN_ERROR_CODE, error_code, readable_errmsg,
};

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
// from these, and belongs into methods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// The server's number for what is wrong; never 0. Numbers that no table
    /// knows are kept as they are.
    pub errcode: i64,
    /// The server's own words; see [`readable_errmsg`] before you show them.
    pub errmsg: String,
    /// The number of the request in the vendor's logs, for its support.
    pub rid: Option<String>,
    /// The call that was refused.
    pub endpoint: &'static Endpoint,
}

impl ApiError {
    pub(crate) fn new(endpoint: &'static Endpoint, response: Response) -> Self {
        let rid = response.rid().map(str::to_owned);
        ApiError { errcode: response.errcode, errmsg: response.errmsg, rid, endpoint }
    }

    /// What is known about the number at this endpoint: its meaning, and what to
    /// do next. `None` for a number that is in no table.
    pub fn known(&self) -> Option<Refusal> {
        self.endpoint.refusal(self.errcode)
    }

    /// The kind of reaction that the number calls for, if it is known.
    pub fn class(&self) -> Option<ErrorCodeClass> {
        error_code(self.errcode).map(|known| known.class)
    }

    /// What happened, and what to do.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::Chinese => self.in_chinese(),
        }
    }

    fn in_chinese(&self) -> String {
        let (errcode, errmsg) = (self.errcode, readable_errmsg(&self.errmsg));
        let subject = self.endpoint.subject.zh;
        let mut message = format!("服务器拒绝了{subject}，errcode {errcode}");
        if !errmsg.is_empty() {
            message.push_str("，“");
            message.push_str(&errmsg);
            message.push('”');
        }
        message.push('：');
        match self.known() {
            Some(known) => {
                message.push_str(known.meaning.zh);
                message.push_str(known.action.zh);
            }
            None => message.push_str(UNKNOWN_ERROR_CODE.zh),
        }
        if let Some(rid) = &self.rid {
            message.push_str("向微信官方反馈时请提供 rid ");
            message.push_str(rid);
            message.push('。');
        }
        message
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (errcode, errmsg) = (self.errcode, readable_errmsg(&self.errmsg));
        let subject = self.endpoint.subject.en;
        write!(formatter, "the server refused {subject} with errcode {errcode}")?;
        if !errmsg.is_empty() {
            write!(formatter, ", \"{errmsg}\"")?;
        }
        formatter.write_str(": ")?;
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
    use weixin_draft::endpoint::DRAFT_UPDATE;
    use weixin_draft::{Language, Response};

    use super::ApiError;

    #[test]
    fn an_answer_without_words_has_no_quotes() {
        let response = Response::from_json(br#"{"errcode":45009}"#).expect("an answer");
        let error = ApiError::new(&DRAFT_UPDATE, response);
        let english = error.to_string();
        assert!(
            english.starts_with("the server refused the update with errcode 45009: The "),
            "{english}"
        );
        assert!(error.message(Language::Chinese).contains("errcode 45009：接口"), "{error}");
    }

    #[test]
    fn control_characters_are_not_shown() {
        let response = Response::from_json(br#"{"errcode":7,"errmsg":"no\u001b[2J\r\nway"}"#);
        let text = ApiError::new(&DRAFT_UPDATE, response.expect("an answer")).to_string();
        assert_eq!(
            text,
            "the server refused the update with errcode 7, \"no [2J  way\": \
             The code is not in this table; the vendor's list is longer. \
             Go by errmsg, and look the code up in the vendor's documentation."
        );
    }
}
