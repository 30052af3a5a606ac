//! The `url` crate, in place of a browser, reads every ASCII address in the same way.

use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use proptest::sample::select;
use url::{ParseError, Url};

use super::{Address, host_name};

/// The host that only relative addresses get; nobody can own it (RFC 6761).
const NO_HOST: &str = "relative.invalid";

/// Pieces of addresses, good and bad.
const PIECES: &str = r#"
https: http: HTTPS: hTtP: https:// http:// data: DATA: file: c: C:\ ftp: wss: blob: javascript: a+b-c.d: 1https:
/ // /// \ \\ /\ ? # @ : . .. - _ * [ ] < > ^ ` | { } " ' % & = , ; ! $ ( ~ +
mmbiz.qpic.cn MMBIZ.QPIC.CN. qpic .cn example.com localhost a Z e a.png /a/../b
user user:password@ user@ :80 :443 :0 :65535 :65536 :00000080 :99999999999999999999 :8a
0 1 8 9 127 255 256 0x 0X 0xff 0x7F 0xg 00 017 08 0377 0400 127.0.0.1 127.1 1.2.3.4. 1.2.3 0x7f.1 1.2.65536 1.2.3.4.5
4294967295 4294967296 18446744073709551616 0xffffffff 0x100000000 foo.1 foo.0x 1e2
[::1] [::] [1:2:3:4:5:6:7:8] [::ffff:1.2.3.4] [1::8] [1:2:3:4:5:6:7::] [::1.2.3.4] [::01.2.3.4] [::1%25eth0]
[ABCD::EF01] [0:0:1:0:0:0:1:0] :: 1: :1 abcd 12345 ffff 1.2.3.4
%2e %2E %6d %4D %40 %3a %2f %5c %00 %20 %25 %23 %5B %5D %31 %30 %78 %0a %e %zz %C3
xn-- XN-- xn--fsqu00a xn--0zwm56d xn--a xn--mmbiz- a.xn--fiqs8s
"#;

/// Pieces that browsers skip, trim or forbid.
const BLANKS: [&str; 8] = ["\t", "\n", "\r", "\t\n", " ", "\0", "\u{1f}", "\u{7f}"];

fn addresses() -> impl Strategy<Value = String> {
    let known: Vec<_> = PIECES.split_ascii_whitespace().map(str::to_owned).collect();
    let piece = prop_oneof![
        8 => select(known),
        1 => select(&BLANKS[..]).prop_map(str::to_owned),
        1 => "[ -~]{1,3}",
        1 => "[0-9a-fx.:]{1,8}",
    ];
    // Most of them begin like an address with a host, and go on like one with a path.
    let start = select(&["", "https://", "http:", "http://[", "//", "https://a@"][..]);
    let end = select(&["", "/a.png", "?q", ":80/a"][..]);
    (start, proptest::collection::vec(piece, 0..6), end)
        .prop_map(|(start, pieces, end)| format!("{start}{}{end}", pieces.concat()))
}

fn base() -> Url {
    Url::parse(&format!("https://{NO_HOST}/")).unwrap()
}

/// The crate reads `///host` without a scheme as an empty host; browsers do not.
fn without_extra_slashes(address: &str) -> String {
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let rest = address.trim_start_matches(['/', '\\']);
    if address.len() - rest.len() > 2 { format!("//{rest}") } else { address }
}

/// What the crate says in our words.
fn told_by_url(address: &str) -> Address<'static> {
    let trimmed = address.trim_matches(|character: char| character <= ' ');
    if trimmed.is_empty() || trimmed.starts_with('#') {
        return Address::Nothing;
    }
    let Ok(url) = base().join(&without_extra_slashes(trimmed)) else {
        return Address::Other;
    };
    match (url.scheme(), url.host_str()) {
        ("data", _) => Address::Data,
        ("file", _) => Address::File,
        ("http" | "https", Some(NO_HOST)) => Address::Relative,
        ("http" | "https", Some(host)) => {
            Address::Host(host.strip_suffix('.').unwrap_or(host).to_owned().into())
        }
        (scheme, _) if scheme.len() == 1 => Address::File,
        _ => Address::Other,
    }
}

/// `PROPTEST_CASES=1000000` tries a million.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(10_000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn every_ascii_address_leads_where_url_says(address in addresses()) {
        let ours = Address::resolve(&address);
        let theirs = told_by_url(&address);
        match &ours {
            // Punycode is not looked into: what cannot be decoded is a host all the same.
            Address::Host(host) if host.split('.').any(|label| label.starts_with("xn--")) => {
                prop_assert!(theirs == ours || theirs == Address::Other, "{:?} {:?}", ours, theirs);
            }
            // A host outside ASCII is left as it is, where browsers write it in Punycode.
            Address::Host(host) if !host.is_ascii() => {
                let is_punycode = matches!(&theirs, Address::Host(host) if host.contains("xn--"));
                prop_assert!(is_punycode || theirs == Address::Other, "{:?} {:?}", ours, theirs);
            }
            // Nor is the host of these.
            Address::Data | Address::File => {
                prop_assert!(theirs == ours || theirs == Address::Other, "{:?} {:?}", ours, theirs);
            }
            _ => prop_assert_eq!(&ours, &theirs),
        }
    }

    #[test]
    fn the_hosts_of_callers_are_those_of_url(host in addresses()) {
        if let Some(name) = host_name(&host) {
            match url::Host::parse(&host) {
                Ok(url::Host::Ipv6(_)) => prop_assert!(false, "{} is IPv6", host),
                Ok(known) => {
                    let known = known.to_string();
                    prop_assert_eq!(known.strip_suffix('.').unwrap_or(&known), name);
                }
                Err(error) => {
                    prop_assert_eq!(error, ParseError::IdnaError);
                    prop_assert!(percent_decode_str(&host).decode_utf8_lossy().to_ascii_lowercase().contains("xn--"));
                }
            }
        }
    }
}
