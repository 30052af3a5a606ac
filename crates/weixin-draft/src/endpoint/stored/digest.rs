//! Digests that the server made itself.

use super::content::Content;

/// Whether a digest is the beginning of a content's text: then the server made it,
/// and makes it anew from another text, if none is sent.
///
/// ```
/// use weixin_draft::endpoint::is_servers_digest;
///
/// assert!(is_servers_digest("From Monday", "<p>From</p> <p>Monday on</p>"));
/// assert!(!is_servers_digest("Our new menu", "<p>From Monday on</p>"));
/// ```
pub fn is_servers_digest(digest: &str, content: &str) -> bool {
    let visible = |text: &str| text.chars().filter(|it| !it.is_whitespace()).collect::<String>();
    let digest = visible(digest);
    let digest = digest.trim_end_matches(['.', '…']);
    !digest.is_empty() && visible(&Content::of(content).text).starts_with(digest)
}
