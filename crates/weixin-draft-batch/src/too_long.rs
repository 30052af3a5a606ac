//! Rows that are too long to be checked.

use weixin_draft::{Language, Words};

/// The longest row that is checked, in bytes: 64 MiB. Nobody means to send
/// more; a longer one is a file that was taken for NDJSON by mistake.
pub const MAX_ROW_BYTES: usize = 64 << 20;

/// The code of the only error that a longer row has.
pub const TOO_LONG: &str = "too_long";

const MESSAGE: Words = Words {
    en: "this row is longer than 64 MiB and was not checked. Put one request in each row.",
    zh: "这一行超过 64 MiB，未作检查。请在每一行中只放一个请求。",
};

/// What is wrong with a row that is too long, and what to do.
///
/// ```
/// use weixin_draft::Language;
///
/// let message = weixin_draft_batch::too_long_message(Language::English);
/// assert!(message.contains("64 MiB"));
/// ```
pub fn too_long_message(language: Language) -> &'static str {
    MESSAGE.get(language)
}
