//! The host of an address, and names of hosts that callers give.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::ip;

/// How much of a host is shown, in characters: no name of a host is longer.
const MAX_HOST_CHARACTERS: usize = 253;

/// Reads a host as it is spelled in an address. `None` if it cannot be one.
///
/// ASCII letters come in lower case, IP addresses in their usual spelling. Characters above
/// U+007F stay as they are, and names that begin with `xn--` are not looked into.
pub(super) fn read_host(text: &str) -> Option<Cow<'_, str>> {
    if let Some(rest) = text.strip_prefix('[') {
        return ip::ipv6(rest.strip_suffix(']')?).map(Cow::Owned);
    }
    let mut host = percent_decode_str(text).decode_utf8().ok()?;
    if host.is_empty() || host.bytes().any(is_forbidden) {
        return None;
    }
    if host.bytes().any(|byte| byte.is_ascii_uppercase()) {
        host.to_mut().make_ascii_lowercase();
    }
    if ip::ends_in_number(&host) {
        return ip::ipv4(&host).map(|address| Cow::Owned(address.to_string()));
    }
    Some(host)
}

/// What the standard calls a forbidden domain code point.
fn is_forbidden(byte: u8) -> bool {
    byte <= b' ' || byte == 0x7F || b"#%/:<>?@[\\]^|".contains(&byte)
}

/// The name of a host that a caller gives, in lower case and without a trailing dot.
///
/// `None` for everything else: addresses, ports, IPv6, and patterns such as `*.example.cn`.
pub(crate) fn host_name(text: &str) -> Option<String> {
    let is_part = |character: char| match character {
        '-' | '_' => true,
        _ if character.is_ascii() => character.is_ascii_alphanumeric(),
        _ => !character.is_whitespace() && !character.is_control(),
    };
    let host = read_host(text)?;
    let name = host.strip_suffix('.').unwrap_or(&host);
    let is_name = name.split('.').all(|label| !label.is_empty() && label.chars().all(is_part));
    is_name.then(|| name.to_owned())
}

/// A host as reports show it, cut where no real name goes on.
pub(crate) fn shown_host(host: &str) -> &str {
    match host.char_indices().nth(MAX_HOST_CHARACTERS) {
        Some((end, _)) => &host[..end],
        None => host,
    }
}

#[cfg(test)]
mod tests {
    use super::{host_name, shown_host};

    #[test]
    fn takes_names_of_hosts_alone() {
        let names = [
            ("CDN.example.cn.", "cdn.example.cn"),
            ("my_host", "my_host"),
            ("图片.例子", "图片.例子"),
            ("0x7f.1", "127.0.0.1"),
        ];
        for (text, name) in names {
            assert_eq!(host_name(text).as_deref(), Some(name), "{text}");
        }
        for bad in
            ["", ".", "a..b", "a b", "a\u{3000}b", "a:80", "[::1]", "*.cn", "http://a", "1.2.3.256"]
        {
            assert_eq!(host_name(bad), None, "{bad}");
        }
    }

    #[test]
    fn shows_at_most_253_characters() {
        assert_eq!(shown_host("a.cn"), "a.cn");
        assert_eq!(shown_host(&"图".repeat(300)), "图".repeat(253));
    }
}
