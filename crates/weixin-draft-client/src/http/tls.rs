//! Secure connections.

use std::io;
use std::sync::{Arc, OnceLock};

use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::dial::Io;

/// Whom to trust. Mozilla's authorities are built in: they are there in the
/// barest container, and the same on every system. A company's own authority is
/// not among them, so a proxy that opens TLS, and writes addresses with tokens
/// into its log, is refused, unless the system's authorities are asked for.
pub(crate) struct Tls {
    system_roots: bool,
    authorities: Vec<CertificateDer<'static>>,
    connector: OnceLock<TlsConnector>,
}

impl Tls {
    /// With these authorities too.
    pub(crate) fn new(system_roots: bool, authorities: Vec<CertificateDer<'static>>) -> Self {
        Tls { system_roots, authorities, connector: OnceLock::new() }
    }

    /// A secure connection over another one.
    pub(super) async fn over(&self, stream: Io, host: &str) -> io::Result<TlsStream<Io>> {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let name = ServerName::try_from(host.to_owned())
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let connector =
            self.connector.get_or_init(|| connector(self.system_roots, &self.authorities));
        connector.connect(name, stream).await
    }
}

fn connector(system_roots: bool, authorities: &[CertificateDer<'static>]) -> TlsConnector {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if system_roots {
        // Certificates of the system's that cannot be read are no reason to give up.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    roots.add_parsable_certificates(authorities.iter().cloned());
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let mut config = builder
        .with_safe_default_protocol_versions()
        .expect("ring speaks the default versions of TLS")
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    TlsConnector::from(Arc::new(config))
}
