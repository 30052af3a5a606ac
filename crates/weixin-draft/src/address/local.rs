//! Hosts that only one machine or one network knows.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether a host, as addresses are resolved, is on this machine or in a private network:
/// a loopback, private or link-local address, `localhost`, or a name that is never public.
pub(crate) fn is_local_host(host: &str) -> bool {
    if host.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return is_local_name(host.as_bytes());
    }
    let inside = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inside.unwrap_or(host).parse() {
        Ok(IpAddr::V4(address)) => is_local_v4(address),
        Ok(IpAddr::V6(address)) => is_local_v6(address),
        Err(_) => is_local_name(host.as_bytes()),
    }
}

/// The same for a host that is a name: without a dot, or below a name of private networks.
pub(crate) fn is_local_name(host: &[u8]) -> bool {
    // By the last letters of these names, since this is asked of every address.
    !host.contains(&b'.') || matches!(host, [.., b't' | b'l' | b'n']) && is_private_name(host)
}

#[cold]
fn is_private_name(host: &[u8]) -> bool {
    const PRIVATE: [&[u8]; 4] = [b".localhost", b".local", b".internal", b".lan"];
    PRIVATE.iter().any(|end| host.ends_with(end))
}

fn is_local_v4(address: Ipv4Addr) -> bool {
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_unspecified()
}

fn is_local_v6(address: Ipv6Addr) -> bool {
    match address.to_ipv4_mapped() {
        Some(mapped) => is_local_v4(mapped),
        None => {
            address.is_loopback()
                || address.is_unicast_link_local()
                || address.is_unique_local()
                || address.is_unspecified()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_local_host;

    #[test]
    fn tells_local_hosts_from_public_ones() {
        let local = [
            "localhost",
            "app.localhost",
            "intranet",
            "nas.local",
            "router.lan",
            "wiki.example.internal",
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "0.0.0.0",
            "[::1]",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:7f00:1]",
        ];
        for host in local {
            assert!(is_local_host(host), "{host}");
        }
        for host in ["example.com", "8.8.8.8", "172.32.0.1", "[2001:db8::1]", "localhost.cn"] {
            assert!(!is_local_host(host), "{host}");
        }
    }
}
