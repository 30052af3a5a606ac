//! Where requests go.

use std::fmt;

use hyper::Uri;
use url::{Host, Url};
use weixin_draft::Words;

/// In bytes; more than any gateway has.
const MAX_PATH: usize = 16 * 1024;

/// A base URL that may be given an access token.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    /// Without a slash at its end.
    text: String,
    /// Host and port, as the header `Host` has them.
    authority: String,
    host: String,
    port: u16,
    /// Without a slash at its end.
    path: String,
    is_https: bool,
    is_loopback: bool,
}

impl BaseUrl {
    pub(crate) const VENDOR: &'static str = "https://api.weixin.qq.com";

    /// The vendor's.
    pub(crate) fn vendor() -> Self {
        // The same as parsing VENDOR gives, in a form that cannot fail.
        BaseUrl {
            text: BaseUrl::VENDOR.to_owned(),
            authority: "api.weixin.qq.com".to_owned(),
            host: "api.weixin.qq.com".to_owned(),
            port: 443,
            path: String::new(),
            is_https: true,
            is_loopback: false,
        }
    }

    /// Reads a base URL. These hosts may be called by http.
    pub(crate) fn parse(text: &str, http_hosts: &[String]) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text).map_err(|_error| BaseUrlError::NotAUrl)?;
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return Err(BaseUrlError::NotAUrl);
        };
        let is_loopback = match host {
            Host::Domain(name) => name == "localhost",
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
        };
        let host = host.to_string();
        let may_be_http = || is_loopback || http_hosts.contains(&host);
        match url.scheme() {
            "https" => {}
            "http" if may_be_http() => {}
            "http" => return Err(BaseUrlError::NotSecure),
            _ => return Err(BaseUrlError::NotAUrl),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlError::UserInfo);
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(BaseUrlError::QueryOrFragment);
        }
        let text = url.as_str().trim_end_matches('/').to_owned();
        let path = url.path().trim_end_matches('/').to_owned();
        // There are addresses that a browser takes and HTTP does not, such as
        // those over 64 KiB.
        if format!("{path}/").parse::<Uri>().is_err() || path.len() > MAX_PATH {
            return Err(BaseUrlError::NotAUrl);
        }
        let authority =
            url.port().map_or_else(|| host.clone(), |explicit| format!("{host}:{explicit}"));
        let is_https = url.scheme() == "https";
        Ok(BaseUrl { text, authority, host, port, path, is_https, is_loopback })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn authority(&self) -> &str {
        &self.authority
    }

    /// The host; an IPv6 address in brackets.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// What comes before the paths of the endpoints.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn is_https(&self) -> bool {
        self.is_https
    }

    /// The host of the pictures that the server gives out, if it is a sandbox: one on this
    /// machine, by http and without a path. A gateway has a path or TLS.
    pub(crate) fn host_of_pictures(&self) -> Option<&'static str> {
        let is_sandbox = self.is_loopback && !self.is_https && self.path.is_empty();
        is_sandbox.then_some("127.0.0.1")
    }

    /// Whether the server is on this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        self.is_loopback
    }
}

/// Why a base URL cannot be used. It quotes nothing of it.
///
/// ```
/// use weixin_draft_client::{AccessToken, BaseUrlError, Client};
///
/// let builder = Client::builder(AccessToken::new("TOKEN")).base_url("http://example.com");
/// assert_eq!(builder.build().unwrap_err(), BaseUrlError::NotSecure);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BaseUrlError {
    /// Not an `https` URL with a host.
    NotAUrl,
    /// `http` to another machine: everybody on the way could read the token.
    NotSecure,
    /// It holds a user's name or a password.
    UserInfo,
    /// It holds a `?` or a `#`.
    QueryOrFragment,
}

impl BaseUrlError {
    /// What is wrong, and what to do.
    pub fn words(self) -> Words {
        match self {
            BaseUrlError::NotAUrl => Words {
                en: "the base URL is not an https address: give one such as https://api.weixin.qq.com",
                zh: "不是 https 地址：请填写 https://api.weixin.qq.com 这样的地址",
            },
            BaseUrlError::NotSecure => Words {
                en: "the base URL begins with http, which would send the access token in the clear: \
                     use https, or a server on this machine; allow_http names a host that may be called so",
                zh: "地址以 http 开头，会明文发送 access_token：请使用 https 或本机上的服务器；确需使用 http 的主机可用 allow_http 指定",
            },
            BaseUrlError::UserInfo => Words {
                en: "the base URL holds a user name or a password: leave out what is before the @",
                zh: "地址中有用户名或密码：请去掉 @ 之前的部分",
            },
            BaseUrlError::QueryOrFragment => Words {
                en: "the base URL holds a ? or a #: end it before; the access token is given apart",
                zh: "地址中有 ? 或 #：请在此之前结束；access_token 另行提供",
            },
        }
    }
}

/// English; see [`BaseUrlError::words`].
impl fmt::Display for BaseUrlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.words().en)
    }
}

impl std::error::Error for BaseUrlError {}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn the_vendors_is_what_parsing_it_gives() {
        let parsed = BaseUrl::parse(BaseUrl::VENDOR, &[]).expect("a good base URL");
        assert_eq!(format!("{parsed:?}"), format!("{:?}", BaseUrl::vendor()));
    }

    #[test]
    fn parts_of_an_address() {
        let url = BaseUrl::parse("https://[2001:db8::1]:8443/gate/", &[]).expect("a good base URL");
        assert_eq!((url.host(), url.port(), url.path()), ("[2001:db8::1]", 8443, "/gate"));
        assert_eq!(url.authority(), "[2001:db8::1]:8443");
        let hosts = ["gateway.internal".to_owned()];
        assert!(BaseUrl::parse("http://gateway.internal:8080", &hosts).is_ok());
        assert!(BaseUrl::parse("http://other.internal:8080", &hosts).is_err());
    }
}
