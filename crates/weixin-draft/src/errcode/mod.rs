//! The answer codes of the endpoint: what each means and what to do next.

mod error_code;
mod table;
pub(crate) mod vendor_page;

use crate::report::Words;

pub use error_code::{ErrorCode, ErrorCodeClass, ErrorCodeSource};

/// The answer codes that callers of draft_update meet, in ascending order.
///
/// The vendor has more codes: one that is missing here is not unknown to everybody.
///
/// ```
/// use weixin_draft::{ERROR_CODES, ErrorCodeClass};
///
/// let worth_repeating = ERROR_CODES.iter().filter(|entry| entry.class == ErrorCodeClass::Retry);
/// assert_eq!(worth_repeating.map(|entry| entry.code).collect::<Vec<_>>(), [-1, 45011]);
/// ```
pub static ERROR_CODES: &[ErrorCode] = &table::ALL;

/// What to say of a code that is not in [`ERROR_CODES`].
pub const UNKNOWN_ERROR_CODE: Words = Words {
    en: "The code is not in this table; the vendor's list is longer. Go by errmsg, and look the code up in the vendor's documentation.",
    zh: "该返回码不在本表中，官方的返回码列表更长。请以 errmsg 为准，并查阅微信官方文档。",
};

/// What is known of an answer code; `None` for a number that is not in this table.
///
/// An unknown number is no reason to give up: it means some failure that the
/// vendor's message describes, and [`UNKNOWN_ERROR_CODE`] says what to do.
///
/// ```
/// use weixin_draft::{ErrorCodeClass, error_code};
///
/// let expired = error_code(42001).expect("a known code");
/// assert_eq!(expired.class, ErrorCodeClass::Token);
/// println!("{} {}", expired.meaning.en, expired.action.en);
///
/// assert!(error_code(12345).is_none());
/// ```
pub fn error_code(code: i64) -> Option<&'static ErrorCode> {
    let place = ERROR_CODES.binary_search_by_key(&code, |entry| entry.code).ok()?;
    ERROR_CODES.get(place)
}
