//! Which hosts are asked for pictures.

use url::{Host, Url};

use super::public::is_public;
use crate::Problem;

/// Refuses what is plain to see in a URL without asking anybody. The URL's parser
/// has made numbers in any notation into addresses already.
pub(super) fn look_at(url: &Url, allow_loopback: bool) -> Result<(), Problem> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Problem::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Problem::Credentials);
    }
    let (is_allowed, is_loopback) = match url.host() {
        None => return Err(Problem::BadAddress),
        Some(Host::Ipv4(address)) => (is_public(address.into()), address.is_loopback()),
        Some(Host::Ipv6(address)) => (is_public(address.into()), address.is_loopback()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let is_local = |ending| name == ending || name.ends_with(&format!(".{ending}"));
            let is_local_name = ["localhost", "local", "internal", "localdomain"]
                .into_iter()
                .any(is_local)
                // A name without a dot is one of the own network.
                || !name.contains('.');
            (!is_local_name, is_local("localhost"))
        }
    };
    if is_allowed || (allow_loopback && is_loopback) { Ok(()) } else { Err(Problem::NotPublic) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(url: &str) -> Result<(), Problem> {
        look_at(&Url::parse(url).unwrap(), false)
    }

    #[test]
    fn tricks_are_seen_through() {
        for url in [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://１２７.0.0.1/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:7f00:1]:80/",
            "http://169.254.169.254/latest/meta-data/",
            "http://localhost/",
            "http://LOCALHOST./",
            "http://a.localhost/",
            "http://0/",
            "http://metadata.google.internal/",
            "http://printer/",
            "http://nas.local/",
        ] {
            assert_eq!(look(url), Err(Problem::NotPublic), "{url}");
        }
        assert_eq!(look("http://public.example.com@127.0.0.1/"), Err(Problem::Credentials));
        assert_eq!(look("ftp://example.com/a.png"), Err(Problem::Scheme));
        assert_eq!(look("https://example.com/a.png"), Ok(()));
        assert_eq!(look("https://1.1.1.1:8443/a.png"), Ok(()));
    }
}
