//! The answer codes of the endpoint: what each means and what to do next.

mod error_code;
mod table;

pub use error_code::{ErrcodeClass, ErrcodeSource, ErrorCode};

/// Every answer code that is known, in ascending order.
///
/// ```
/// use weixin_draft::{ERRCODES, ErrcodeClass};
///
/// let worth_repeating = ERRCODES.iter().filter(|entry| entry.class == ErrcodeClass::Retry);
/// assert_eq!(worth_repeating.map(|entry| entry.code).collect::<Vec<_>>(), [-1, 45011]);
/// ```
pub static ERRCODES: &[ErrorCode] = &table::ALL;

/// What is known of an answer code; `None` for a number that is in no list.
///
/// An unknown number is no reason to give up: it stands for some failure that
/// the vendor's message describes.
///
/// ```
/// use weixin_draft::{ErrcodeClass, errcode};
///
/// let expired = errcode(42001).expect("a known code");
/// assert_eq!(expired.class, ErrcodeClass::Token);
/// println!("{} {}", expired.meaning.en, expired.action.en);
///
/// assert!(errcode(12345).is_none());
/// ```
pub fn errcode(code: i64) -> Option<&'static ErrorCode> {
    let place = ERRCODES.binary_search_by_key(&code, |entry| entry.code).ok()?;
    ERRCODES.get(place)
}
