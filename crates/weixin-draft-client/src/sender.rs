//! One request out, one answer in. Neither is looked into here.

use std::process;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{StatusCode, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::{Connector, DefaultConnector};
use ureq::{Agent, Proxy};

use crate::base_url::BaseUrl;
use crate::resolver::RememberingResolver;
use crate::token_line::TokenConnector;
use crate::{AccessToken, Client, TransportError, TransportKind, failure};

const CONTENT_TYPE: &str = "application/json; charset=utf-8";
const USER_AGENT: &str = concat!("weixin-draft-client/", env!("CARGO_PKG_VERSION"));

/// All calls of a client go to one host, so it may keep all connections.
const IDLE_CONNECTIONS: usize = 10;

/// How connections are made.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) connect_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) proxy_from_env: bool,
}

/// The endpoint and the connections to it.
pub(crate) struct Sender {
    connections: Mutex<Connections>,
    config: Config,
    connector: TokenConnector,
    endpoint: Uri,
}

/// The connections of one process. A fork shares them with its parent, and if both
/// used one, either could get the other's answer.
struct Connections {
    process: u32,
    agent: Agent,
}

impl Sender {
    pub(crate) fn new(base_url: &BaseUrl, token: &AccessToken, settings: &Settings) -> Self {
        // A proxy has a loopback of its own, and must not see what was meant
        // to stay on this machine, least of all in the clear.
        let wants_proxy = settings.proxy_from_env && !base_url.is_loopback();
        // The bundled roots of Mozilla, not those of the system: they are there
        // in the barest container, they are the same on every system, and no
        // dependencies come with them. A company's own authority is not among
        // them, so a proxy that opens TLS, and writes addresses with tokens
        // into its log, is refused.
        let tls = TlsConfig::builder().root_certs(RootCerts::WebPki).build();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .https_only(!base_url.is_loopback())
            .timeout_global(Some(settings.timeout))
            .timeout_resolve(Some(settings.connect_timeout))
            .timeout_connect(Some(settings.connect_timeout))
            .proxy(if wants_proxy { Proxy::try_from_env() } else { None })
            .tls_config(tls)
            .user_agent(USER_AGENT)
            .max_idle_connections(IDLE_CONNECTIONS)
            .max_idle_connections_per_host(IDLE_CONNECTIONS)
            .build();
        let endpoint = base_url.endpoint().clone();
        let connector = TokenConnector::new(&endpoint, token);
        let agent = agent(&config, &connector);
        let connections = Mutex::new(Connections { process: process::id(), agent });
        Sender { connections, config, connector, endpoint }
    }

    /// The agent of this process.
    fn agent(&self) -> Agent {
        let mut connections = self.connections.lock().unwrap_or_else(PoisonError::into_inner);
        if connections.process != process::id() {
            let ours =
                Connections { process: process::id(), agent: agent(&self.config, &self.connector) };
            // Dropped, they would be shut down under the hands of the parent.
            std::mem::forget(std::mem::replace(&mut *connections, ours));
        }
        connections.agent.clone()
    }

    /// Posts a body and returns that of the answer, if its status is 200.
    pub(crate) fn send(&self, body: &[u8]) -> Result<Vec<u8>, TransportError> {
        let mut response = self
            .agent()
            .post(self.endpoint.clone())
            .content_type(CONTENT_TYPE)
            .send(body)
            .map_err(|error| TransportError {
                kind: failure::before_answer(&error),
                status: None,
            })?;
        let status = response.status();
        let failed = |kind| TransportError { kind, status: Some(status.as_u16()) };
        // Whatever such an answer holds, it is not from the endpoint.
        if status != StatusCode::OK {
            return Err(failed(TransportKind::Status));
        }
        response
            .body_mut()
            .with_config()
            .limit(Client::LONGEST_ANSWER)
            .read_to_vec()
            .map_err(|error| failed(failure::within_answer(&error)))
    }
}

fn agent(config: &Config, connector: &TokenConnector) -> Agent {
    let connector = DefaultConnector::new().chain(connector.clone());
    Agent::with_parts(config.clone(), connector, RememberingResolver::default())
}
