//! Which servers are given a token.

use weixin_draft_client::{AccessToken, BaseUrlError, Client};

const TOKEN: &str = "QQQQQQQQQQQQQQQQQQQQ";

fn build(base_url: &str) -> Result<Client, BaseUrlError> {
    Client::builder(AccessToken::new(TOKEN)).base_url(base_url).build()
}

#[test]
fn https_anywhere_and_http_on_this_machine() {
    let good = [
        Client::BASE_URL,
        "https://api.weixin.qq.com/",
        "HTTPS://API.weixin.qq.com",
        "https://gateway.example.com:8443/weixin/",
        "https://203.0.113.7",
        "https://[2001:db8::1]:443",
        "http://127.0.0.1",
        "http://127.45.6.7:8080/path",
        "http://[::1]:8080",
        "http://localhost:8080",
        "http://LOCALHOST",
    ];
    for base_url in good {
        assert!(build(base_url).is_ok(), "{base_url}");
    }
}

#[test]
fn http_to_other_machines_is_refused() {
    let bad = [
        "http://api.weixin.qq.com",
        "http://192.168.1.1",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://[::]",
        "http://[::2]",
        "http://10.0.0.1:443",
    ];
    for base_url in bad {
        assert_eq!(build(base_url).unwrap_err(), BaseUrlError::NotSecure, "{base_url}");
    }
}

#[test]
fn what_else_is_refused() {
    let (url, user, query) =
        (BaseUrlError::NotAUrl, BaseUrlError::UserInfo, BaseUrlError::QueryOrFragment);
    let long = format!("https://example.com/{}", "x".repeat(70_000));
    let bad = [
        ("", url),
        ("api.weixin.qq.com", url),
        ("/cgi-bin", url),
        ("ftp://example.com", url),
        ("file:///etc/passwd", url),
        ("data:text/plain,x", url),
        ("https://", url),
        (long.as_str(), url),
        ("https://user@example.com", user),
        ("https://user:QQQQQQQQQQQQQQQQQQQQ@example.com", user),
        ("https://:QQQQQQQQQQQQQQQQQQQQ@example.com", user),
        ("http://user@127.0.0.1", user),
        ("https://example.com?access_token=QQQQQQQQQQQQQQQQQQQQ", query),
        ("https://example.com/?", query),
        ("https://example.com/#QQQQQQQQQQQQQQQQQQQQ", query),
    ];
    for (base_url, expected) in bad {
        let error = build(base_url).unwrap_err();
        assert_eq!(error, expected, "{base_url}");
        assert!(!format!("{error} {error:?}").contains(TOKEN));
    }
}
