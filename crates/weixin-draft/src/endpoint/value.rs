//! What is known of one call.

use std::fmt;

use crate::errcode::error_code;
use crate::report::Words;

/// Many times an answer of a few fields, or a page of titles.
const SMALL_ANSWER: usize = 1024 * 1024;

/// A call that the vendor answers.
///
/// ```
/// use weixin_draft::endpoint::{DRAFT_GET, Effect};
///
/// assert_eq!(DRAFT_GET.path(), "/cgi-bin/draft/get");
/// assert_eq!(DRAFT_GET.effect, Effect::Reads);
/// assert!(DRAFT_GET.refusal(40007).unwrap().meaning.en.contains("deleted or published"));
/// ```
#[non_exhaustive]
pub struct Endpoint {
    /// Its name, as the vendor's documentation has it: `draft/get`.
    pub name: &'static str,
    /// The parameter of its query that is always the same, such as `type=image`.
    pub parameter: Option<&'static str>,
    /// Whether the access token belongs in its query.
    pub takes_token: bool,
    /// What it does to the account.
    pub effect: Effect,
    /// No good answer has more bytes than this.
    pub largest_answer: usize,
    /// The call as a sentence speaks of it.
    pub subject: Words,
    /// What differs here from the common meaning of an answer code.
    pub(super) refusals: &'static [Refusal],
}

/// What a call does to the account, which decides whether it may be repeated
/// when no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing: it may be repeated at will.
    Reads,
    /// Repeating it gives the same result, but may overwrite what somebody else
    /// changed in between.
    Replaces,
    /// Repeating it makes a second draft.
    Adds,
    /// Repeating it leaves, at worst, one picture more on the account.
    Uploads,
}

/// What an answer code means when this endpoint gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// The number in `errcode`.
    pub code: i64,
    /// What the server says with it.
    pub meaning: Words,
    /// What to do next.
    pub action: Words,
}

impl Endpoint {
    /// What most endpoints have in common.
    pub(super) const USUAL: Endpoint = Endpoint {
        name: "",
        parameter: None,
        takes_token: true,
        effect: Effect::Reads,
        largest_answer: SMALL_ANSWER,
        subject: Words { en: "", zh: "" },
        refusals: &[],
    };

    /// The path below the base URL.
    pub fn path(&self) -> String {
        format!("/cgi-bin/{}", self.name)
    }

    /// Path and query; the token as it is written in one, if there is one.
    ///
    /// ```
    /// use weixin_draft::endpoint::ADD_MATERIAL;
    ///
    /// let target = ADD_MATERIAL.target(Some("TOKEN"));
    /// assert_eq!(target, "/cgi-bin/material/add_material?type=image&access_token=TOKEN");
    /// ```
    pub fn target(&self, token: Option<&str>) -> String {
        let mut target = self.path();
        let token = token.map(|token| format!("access_token={token}"));
        let parameters = self.parameter.map(str::to_owned).into_iter().chain(token);
        for (sign, parameter) in std::iter::once('?').chain(std::iter::repeat('&')).zip(parameters)
        {
            target.push(sign);
            target.push_str(&parameter);
        }
        target
    }

    /// The answer codes that mean something of their own at this endpoint.
    pub fn refusals(&self) -> &'static [Refusal] {
        self.refusals
    }

    /// What an answer code of this endpoint means; `None` for a code that is in
    /// no table.
    pub fn refusal(&self, code: i64) -> Option<Refusal> {
        let own = self.refusals.iter().find(|refusal| refusal.code == code).copied();
        own.or_else(|| {
            let common = error_code(code)?;
            Some(Refusal { code, meaning: common.meaning, action: common.action })
        })
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}

impl PartialEq for Endpoint {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Endpoint {}
