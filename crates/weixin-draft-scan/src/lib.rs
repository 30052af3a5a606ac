//! Looks at many bytes of a text together: what [`weixin-draft`] asks of every byte.
//!
//! It knows neither JSON's structure nor HTML, only bytes. Code that is generic over
//! [`fearless_simd::Simd`] is compiled for each kind of processor. The crate is one of its
//! own so that a build for size can make an exception of it.
//!
//! Made for `weixin-draft`; its functions change as that crate needs.
//!
//! ```
//! assert_eq!(weixin_draft_scan::count_code_points("中文".as_bytes()), 2);
//! ```
//!
//! [`weixin-draft`]: https://github.com/weixin-draft/weixin-draft

mod count;
mod escapes;
mod plain;
mod stretch;
mod utf16;
mod whole;

pub use count::{count_bytes, count_code_points, count_units};
pub use escapes::{ESCAPE, code_unit, decode_usual, usual_escapes};
pub use plain::{each_sign, find_any, plain_length, short_plain_length, short_word, usual_length};
pub use stretch::Stretch;
pub use utf16::{push_utf16, push_utf16_escaped};
pub use whole::{is_graphic, is_plain_address, is_plain_id, is_plain_text};
