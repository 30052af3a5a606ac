//! What `external_image` says of addresses whose beginning is wrong.

use crate::near_name::near_name;

/// Whether the scheme of an address is misspelt, or is missing before a host of the vendor's.
pub(super) fn begins_wrong(address: &str, is_vendor: impl Fn(&str) -> bool) -> bool {
    let (first, rest) = address.trim().split_once('/').unwrap_or_default();
    let scheme = first.split(':').next().unwrap_or_default();
    if near_name(scheme, ["http", "https"].into_iter()).is_some() {
        let is_http = ["http:", "https:"].iter().any(|it| first.eq_ignore_ascii_case(it));
        let after = rest.strip_prefix('/').filter(|_| is_http);
        // `https://https://a.cn` has one too many.
        return after.is_none_or(|after| after.starts_with("http"));
    }
    is_vendor(first)
}

#[cfg(test)]
mod tests {
    use super::begins_wrong;

    #[test]
    fn says_what_is_wrong_with_the_beginning() {
        for (address, is_wrong) in [
            ("https:/mmbiz.qpic.cn/a", true),
            ("HTTP:mmbiz.qpic.cn/a", true),
            ("htps://mmbiz.qpic.cn/a", true),
            ("hhttps://mmbiz.qpic.cn/a", true),
            ("https//mmbiz.qpic.cn/a", true),
            ("https：//mmbiz.qpic.cn/a", true),
            ("https://https://mmbiz.qpic.cn/a", true),
            (" mmbiz.qpic.cn/a", true),
            ("example.com/a.png", false),
            ("images/a.png", false),
            ("a.com.png", false),
            ("./example.com/a.png", false),
            ("wxfile://a", false),
            ("https://example.com/http", false),
            ("https;//example.com/a.png", true),
            ("ftp://example.com/a.png", false),
            ("//example.com/a.png", false),
        ] {
            let found = begins_wrong(address, |host| host == "mmbiz.qpic.cn");
            assert_eq!(found, is_wrong, "{address}");
        }
    }
}
