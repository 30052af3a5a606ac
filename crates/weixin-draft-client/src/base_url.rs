//! Where requests go.

use std::fmt;

use ureq::http::Uri;
use url::{Host, Url};
use weixin_draft::Words;

/// The endpoint below the base URL. The asterisks hold the place of the token.
const ENDPOINT: &str = "/cgi-bin/draft/update?access_token=***";

/// A base URL that may be given an access token.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    /// Without a slash at its end.
    text: String,
    endpoint: Uri,
    is_loopback: bool,
}

impl BaseUrl {
    pub(crate) const VENDOR: &'static str = "https://api.weixin.qq.com";

    /// The vendor's.
    pub(crate) fn vendor() -> Self {
        // The same as VENDOR and ENDPOINT, in the form that cannot fail.
        let endpoint =
            Uri::from_static("https://api.weixin.qq.com/cgi-bin/draft/update?access_token=***");
        BaseUrl { text: BaseUrl::VENDOR.to_owned(), endpoint, is_loopback: false }
    }

    pub(crate) fn parse(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text).map_err(|_error| BaseUrlError::NotAUrl)?;
        let is_loopback = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => return Err(BaseUrlError::NotAUrl),
        };
        match url.scheme() {
            "https" => {}
            "http" if is_loopback => {}
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
        // There are URLs that a browser takes and HTTP does not, such as those
        // over 64 KiB.
        let endpoint =
            format!("{text}{ENDPOINT}").parse().map_err(|_error| BaseUrlError::NotAUrl)?;
        Ok(BaseUrl { text, endpoint, is_loopback })
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole address of the endpoint, with asterisks for the token.
    pub(crate) fn endpoint(&self) -> &Uri {
        &self.endpoint
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
                     use https, or a server on this machine",
                zh: "地址以 http 开头，会明文发送 access_token：请使用 https，或本机上的服务器",
            },
            BaseUrlError::UserInfo => Words {
                en: "the base URL holds a user name or a password: leave out what stands before the @",
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
    use super::{BaseUrl, ENDPOINT};

    #[test]
    fn the_vendors_is_what_parsing_it_gives() {
        let (vendor, parsed) = (BaseUrl::vendor(), BaseUrl::parse(BaseUrl::VENDOR));
        let parsed = parsed.expect("a good base URL");
        assert_eq!(vendor.as_str(), parsed.as_str());
        assert_eq!(vendor.endpoint(), parsed.endpoint());
        assert_eq!(vendor.is_loopback(), parsed.is_loopback());
        assert_eq!(vendor.endpoint().to_string(), format!("{}{ENDPOINT}", BaseUrl::VENDOR));
    }
}
