//! Pictures on the web.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use ureq::http::header::LOCATION;
use ureq::http::{HeaderValue, Response, StatusCode, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Proxy};
use url::Url;

use super::MAX_BYTES;
use super::guard::{GuardedResolver, look_at};
use crate::Problem;

const MAX_REDIRECTS: usize = 5;

/// For one picture, redirects and all.
const TIMEOUT: Duration = Duration::from_secs(30);

const USER_AGENT: &str = concat!("weixin-draft-pictures/", env!("CARGO_PKG_VERSION"));

/// Asks public servers for pictures.
#[derive(Debug)]
pub(crate) struct Web {
    /// For tests, whose servers are on this machine.
    pub(crate) allow_loopback: bool,
    pub(crate) proxy: Option<Proxy>,
    timeout: Duration,
    resolver: fn() -> Box<dyn Resolver>,
}

impl Web {
    /// With the proxy that the environment names, if it names one.
    pub(crate) fn from_env() -> Self {
        Web {
            allow_loopback: false,
            proxy: Proxy::try_from_env(),
            timeout: TIMEOUT,
            resolver: || Box::new(DefaultResolver::default()),
        }
    }

    pub(crate) fn read(&self, mut url: Url) -> Result<Vec<u8>, Problem> {
        let deadline = Instant::now() + self.timeout;
        for _ in 0..=MAX_REDIRECTS {
            look_at(&url, self.allow_loopback)?;
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Problem::Timeout);
            }
            let mut response = self.get(&url, left)?;
            let status = response.status();
            if !status.is_redirection() {
                return body(&mut response);
            }
            let location = response.headers().get(LOCATION).map(HeaderValue::as_bytes);
            let location = location.and_then(|location| str::from_utf8(location).ok());
            let next = location.and_then(|location| url.join(location).ok());
            url = next.ok_or(Problem::Status(status.as_u16()))?;
        }
        Err(Problem::TooManyRedirects)
    }

    /// One request, on a connection of its own.
    fn get(&self, url: &Url, timeout: Duration) -> Result<Response<Body>, Problem> {
        let uri: Uri = url.as_str().parse().map_err(|_| Problem::BadAddress)?;
        let proxy = self.proxy.clone().filter(|proxy| {
            let is_here = look_at(url, false).is_err();
            !proxy.is_no_proxy(&uri) && !is_here
        });
        let refused = Arc::new(AtomicBool::new(false));
        let resolver = GuardedResolver {
            resolver: (self.resolver)(),
            allow_loopback: self.allow_loopback,
            proxy: proxy.as_ref().map(|proxy| proxy.uri().clone()),
            refused: refused.clone(),
        };
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(timeout))
            .proxy(proxy)
            .tls_config(TlsConfig::builder().root_certs(RootCerts::WebPki).build())
            .user_agent(USER_AGENT)
            .accept("image/*")
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::new(), resolver);
        agent.get(uri).call().map_err(|error| {
            if refused.load(Ordering::Relaxed) { Problem::NotPublic } else { of_error(&error) }
        })
    }
}

fn body(response: &mut Response<Body>) -> Result<Vec<u8>, Problem> {
    if response.status() != StatusCode::OK {
        return Err(Problem::Status(response.status().as_u16()));
    }
    let too_large = Problem::TooLarge { limit: MAX_BYTES };
    if response.body().content_length().is_some_and(|length| length > MAX_BYTES) {
        return Err(too_large);
    }
    let mut bytes = Vec::new();
    let reader = response.body_mut().as_reader();
    reader
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| of_error(&ureq::Error::from(error)))?;
    if bytes.len() as u64 > MAX_BYTES { Err(too_large) } else { Ok(bytes) }
}

fn of_error(error: &ureq::Error) -> Problem {
    match error {
        ureq::Error::Timeout(_) => Problem::Timeout,
        _ => Problem::Unreachable,
    }
}

#[cfg(test)]
mod tests;
