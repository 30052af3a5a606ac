//! From an address to what it leads to.

use std::borrow::Cow;

use memchr::memchr3;

use super::host::read_host;
use super::plain_host::plain_host;

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Address<'a> {
    /// Nowhere: it is empty or begins with `#`.
    Nothing,
    /// A host by http or https, without a trailing dot.
    ///
    /// In lower case as far as it is ASCII. A host with a character above U+007F is as it is
    /// spelled: equal names may be spelled in more than one way, so it is nobody's host unless
    /// somebody names it with the same spelling.
    Host(Cow<'a, str>),
    /// A `data:` address: the thing itself.
    Data,
    /// A path without a host.
    Relative,
    /// A file of some machine: `file:`, or a path with a drive letter.
    File,
    /// Another scheme, or an address that cannot be read.
    Other,
}

impl<'a> Address<'a> {
    /// Resolves an address, its entities decoded.
    #[inline(never)]
    pub(crate) fn resolve(address: &'a str) -> Self {
        if let Some(host) = plain_host(address.as_bytes()) {
            return Address::Host(Cow::Borrowed(host));
        }
        let trimmed = address.trim_matches(|character: char| character <= ' ');
        // Browsers skip tabs and line breaks wherever they are.
        if memchr3(b'\t', b'\n', b'\r', trimmed.as_bytes()).is_none() {
            return resolve_trimmed(trimmed);
        }
        resolve_trimmed(&trimmed.replace(['\t', '\n', '\r'], "")).into_owned()
    }

    fn into_owned(self) -> Address<'static> {
        match self {
            Address::Host(host) => Address::Host(Cow::Owned(host.into_owned())),
            Address::Nothing => Address::Nothing,
            Address::Data => Address::Data,
            Address::Relative => Address::Relative,
            Address::File => Address::File,
            Address::Other => Address::Other,
        }
    }
}

fn resolve_trimmed(address: &str) -> Address<'_> {
    if address.is_empty() || address.starts_with('#') {
        return Address::Nothing;
    }
    let Some((scheme, rest)) = split_scheme(address) else {
        return match after_slashes(address) {
            (0 | 1, _) => Address::Relative,
            (_, rest) => with_authority(rest),
        };
    };
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    match after_slashes(rest) {
        // The scheme of the page itself may come before a relative address.
        (0 | 1, _) if is("https") => Address::Relative,
        (_, rest) if is("http") || is("https") => with_authority(rest),
        _ if is("data") => Address::Data,
        _ if is("file") || scheme.len() == 1 => Address::File,
        _ => Address::Other,
    }
}

/// Splits `scheme:rest`.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let length = address.bytes().position(|byte| !is_part(byte))?;
    let rest = address[length..].strip_prefix(':')?;
    address
        .starts_with(|first: char| first.is_ascii_alphabetic())
        .then_some((&address[..length], rest))
}

/// Counts the slashes and backslashes at the beginning; any number above one means two.
fn after_slashes(address: &str) -> (usize, &str) {
    let rest = address.trim_start_matches(['/', '\\']);
    (address.len() - rest.len(), rest)
}

/// Reads `user@host:port`, up to the path.
fn with_authority(rest: &str) -> Address<'_> {
    let end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
    let authority = &rest[..end];
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_user, rest)| rest);
    // The colons of an IPv6 address are in brackets.
    let after_bracket = host_and_port.rfind(']').map_or(0, |bracket| bracket + 1);
    let colon = host_and_port[after_bracket..].find(':').map(|colon| after_bracket + colon);
    let (host, port) = match colon {
        Some(colon) => (&host_and_port[..colon], &host_and_port[colon + 1..]),
        None => (host_and_port, ""),
    };
    match read_host(host) {
        Some(host) if is_port(port) => Address::Host(without_dot(host)),
        _ => Address::Other,
    }
}

/// A port may be left out after its colon.
fn is_port(text: &str) -> bool {
    let digits = text.trim_start_matches('0');
    digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.is_empty() || digits.parse::<u16>().is_ok())
}

fn without_dot(host: Cow<'_, str>) -> Cow<'_, str> {
    match host {
        Cow::Borrowed(host) => Cow::Borrowed(host.strip_suffix('.').unwrap_or(host)),
        Cow::Owned(mut host) => {
            if host.ends_with('.') {
                host.pop();
            }
            Cow::Owned(host)
        }
    }
}

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
            ("http:mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("https://mmbiz.qpic.cn@example.com/a", host("example.com")),
            ("https://example.com:443/@mmbiz.qpic.cn/", host("example.com")),
            ("https://example.com\\@mmbiz.qpic.cn/", host("example.com")),
            ("https://mmbiz.qp\nic.cn/a", host("mmbiz.qpic.cn")),
            ("https://%6dmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("https:///mmbiz.qpic.cn/a", host("mmbiz.qpic.cn")),
            ("https://0x7F.1/a", host("127.0.0.1")),
            ("https://[0::FFFF:1.2.3.4]:80/a", host("[::ffff:102:304]")),
            // A browser takes this for mmbiz.qpic.cn, but nobody writes it for that.
            ("https://ｍmbiz.qpic.cn/a", host("ｍmbiz.qpic.cn")),
            ("https://%E5%9B%BE.CN/a", host("图.cn")),
            ("data:image/png;base64,AA", Address::Data),
            (" DATA:,x", Address::Data),
            ("images/a.png", Address::Relative),
            ("/a.png", Address::Relative),
            ("?x", Address::Relative),
            ("https:a.png", Address::Relative),
            ("", Address::Nothing),
            ("  ", Address::Nothing),
            ("#x", Address::Nothing),
            ("file:///home/a.png", Address::File),
            ("C:\\a.png", Address::File),
            ("blob:https://mmbiz.qpic.cn/x", Address::Other),
            ("https://", Address::Other),
            ("https://a:65536/", Address::Other),
        ];
        for (address, expected) in cases {
            assert_eq!(Address::resolve(address), expected, "{address:?}");
        }
    }
}
