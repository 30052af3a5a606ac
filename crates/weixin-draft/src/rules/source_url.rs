//! An address in `content_source_url` that deserves a closer look.

use weixin_draft_scan::is_plain_address;

use super::broken_article_link::ARTICLE_HOST;
use super::source_url_long::MAX_SOURCE_URL;
use crate::address::{is_local_name, plain_host_bytes};
use crate::json::Text;
use crate::request::Article;

/// The address, which is not empty.
pub(crate) struct SourceUrl<'c, 'a> {
    pub(super) text: &'c Text<'a>,
    /// Its host, if that is plain to see.
    pub(super) plain_host: Option<&'a [u8]>,
}

/// The article's address, unless a quick look tells that no rule has anything against it.
pub(crate) fn suspect_source_url<'c, 'a>(article: &'c Article<'a>) -> Option<SourceUrl<'c, 'a>> {
    let text = article.content_source_url.filled()?;
    let raw = text.raw();
    let plain_host = plain_host_bytes(raw);
    let is_usual = raw.len() <= MAX_SOURCE_URL
        && plain_host.is_some_and(|host| host != ARTICLE_HOST.as_bytes() && !is_local_name(host))
        && is_plain_address(raw);
    (!is_usual).then_some(SourceUrl { text, plain_host })
}
