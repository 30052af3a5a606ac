//! Where an address leads, as a browser would resolve it.

use std::borrow::Cow;
use std::sync::LazyLock;

use url::Url;

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address<'a> {
    /// Nowhere: it is empty or begins with `#`.
    Nothing,
    /// A host by http or https, in lower case, without a trailing dot.
    Host(Cow<'a, str>),
    /// A `data:` address: the thing itself.
    Data,
    /// A path without a host.
    Relative,
    /// Another scheme, or an address that cannot be read.
    Other,
}

/// The host that only relative addresses get; nobody can own it (RFC 6761).
const NO_HOST: &str = "relative.invalid";

static BASE: LazyLock<Option<Url>> =
    LazyLock::new(|| Url::parse(&format!("https://{NO_HOST}/")).ok());

impl<'a> Address<'a> {
    /// Resolves an address, its entities decoded.
    #[inline(never)]
    pub(crate) fn resolve(address: &'a str) -> Self {
        if let Some(host) = plain_host(address.as_bytes()) {
            return Address::Host(Cow::Borrowed(host));
        }
        let trimmed = address.trim_matches(|character: char| character <= ' ');
        if trimmed.is_empty() || trimmed.starts_with('#') {
            return Address::Nothing;
        }
        let Some(base) = &*BASE else {
            return Address::Other;
        };
        let Ok(url) = base.join(&without_extra_slashes(trimmed)) else {
            return Address::Other;
        };
        match (url.scheme(), url.host_str()) {
            ("data", _) => Address::Data,
            ("http" | "https", Some(NO_HOST)) => Address::Relative,
            ("http" | "https", Some(host)) => {
                Address::Host(Cow::Owned(host.strip_suffix('.').unwrap_or(host).to_owned()))
            }
            _ => Address::Other,
        }
    }
}

/// Browsers take any number of slashes before a host for two; the parser does not
/// where there is no scheme.
fn without_extra_slashes(address: &str) -> Cow<'_, str> {
    let is_slash = |character: char| matches!(character, '/' | '\\');
    let is_skipped = |character: char| matches!(character, '\t' | '\n' | '\r');
    let rest = address.trim_start_matches(|character| is_slash(character) || is_skipped(character));
    let slashes = address[..address.len() - rest.len()].chars().filter(|c| is_slash(*c)).count();
    if slashes > 2 { Cow::Owned(format!("//{rest}")) } else { Cow::Borrowed(address) }
}

/// The host of an address that needs no second look, as nearly all: nothing but
/// lower case letters, digits, hyphens and dots between `//` and the next slash.
///
/// The text up to that slash may be followed by anything, escapes and entities
/// included.
#[inline]
pub(crate) fn plain_host(address: &[u8]) -> Option<&str> {
    let rest = after_scheme(address)?;
    if let Some([b'/', ..]) = rest.strip_prefix(USUAL_HOST.as_bytes()) {
        return Some(USUAL_HOST);
    }
    str::from_utf8(&rest[..plain_host_length(rest)?]).ok()
}

/// Whether an address has such a host.
pub(crate) fn has_plain_host(address: &[u8]) -> bool {
    after_scheme(address).and_then(plain_host_length).is_some()
}

fn after_scheme(address: &[u8]) -> Option<&[u8]> {
    address.strip_prefix(b"https://").or_else(|| address.strip_prefix(b"http://"))
}

fn plain_host_length(rest: &[u8]) -> Option<usize> {
    let mut last: Option<u8> = None;
    for (length, byte) in rest.iter().copied().enumerate() {
        match byte {
            b'a'..=b'z' => {}
            // A label that begins with a digit, an empty one or punycode is for the
            // standard's parser.
            b'0'..=b'9' if last.is_some_and(|last| last != b'.') => {}
            b'-' | b'.' if last.is_some_and(|last| last != byte) => {}
            b'/' if last.is_some_and(|last| last.is_ascii_lowercase()) => return Some(length),
            _ => return None,
        }
        last = Some(byte);
    }
    None
}

/// Where nearly all images of drafts are.
const USUAL_HOST: &str = "mmbiz.qpic.cn";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_as_a_browser_does() {
        let host = |name| Address::Host(Cow::Borrowed(name));
        let cases = [
            ("https://mmbiz.qpic.cn/a.png", host("mmbiz.qpic.cn")),
            ("http://mmbiz.qpic.cn", host("mmbiz.qpic.cn")),
            (" HTTPS://MMBIZ.QPIC.CN./a", host("mmbiz.qpic.cn")),
            ("//mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("\\\\mmbiz.qpic.cn\\a", host("mmbiz.qpic.cn")),
            ("https:\\\\mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("///mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("/\\\t/mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("https://mmbiz.qpic.cn@example.com/a", host("example.com")),
            ("https://example.com:443/@mmbiz.qpic.cn/", host("example.com")),
            ("https://example.com\\@mmbiz.qpic.cn/", host("example.com")),
            ("https://mmbiz.qp\nic.cn/a", host("mmbiz.qpic.cn")),
            ("https://%6dmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("https://ｍmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("https:///mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("data:image/png;base64,AA", Address::Data),
            (" DATA:,x", Address::Data),
            ("images/a.png", Address::Relative),
            ("/a.png", Address::Relative),
            ("?x", Address::Relative),
            ("https:a.png", Address::Relative),
            ("", Address::Nothing),
            ("  ", Address::Nothing),
            ("#x", Address::Nothing),
            ("blob:https://mmbiz.qpic.cn/x", Address::Other),
            ("https://", Address::Other),
        ];
        for (address, expected) in cases {
            assert_eq!(Address::resolve(address), expected, "{address:?}");
        }
    }
}
