//! The host of an address that needs no second look, as in nearly all of them.

/// Where nearly all images of drafts are.
const USUAL_HOST: &str = "mmbiz.qpic.cn";

/// The host if there is nothing but lower case letters, digits, hyphens and dots between
/// `//` and the next slash.
///
/// The text up to that slash may be followed by anything, escapes and entities included.
#[inline]
pub(crate) fn plain_host(address: &[u8]) -> Option<&str> {
    let rest = after_scheme(address)?;
    if let Some([b'/', ..]) = rest.strip_prefix(USUAL_HOST.as_bytes()) {
        return Some(USUAL_HOST);
    }
    str::from_utf8(&rest[..plain_host_length(rest)?]).ok()
}

/// The same as bytes, for less.
pub(crate) fn plain_host_bytes(address: &[u8]) -> Option<&[u8]> {
    let rest = after_scheme(address)?;
    rest.get(..plain_host_length(rest)?)
}

fn after_scheme(address: &[u8]) -> Option<&[u8]> {
    address.strip_prefix(b"https://").or_else(|| address.strip_prefix(b"http://"))
}

fn plain_host_length(rest: &[u8]) -> Option<usize> {
    let mut last: Option<u8> = None;
    for (length, byte) in rest.iter().copied().enumerate() {
        match byte {
            b'a'..=b'z' => {}
            // A label that begins with a digit, an empty one or punycode needs more care.
            b'0'..=b'9' if last.is_some_and(|last| last != b'.') => {}
            b'-' | b'.' if last.is_some_and(|last| last != byte) => {}
            b'/' if last.is_some_and(|last| last.is_ascii_lowercase()) => return Some(length),
            _ => return None,
        }
        last = Some(byte);
    }
    None
}
