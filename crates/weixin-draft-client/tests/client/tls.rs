//! Certificates that are not trusted, told apart.
//!
//! Their authority is made here and is the only one that the system trusts, by an
//! environment variable; so the client runs in a child.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;
use std::sync::Arc;
use std::{env, fs, thread};

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd,
};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use weixin_draft_client::{AccessToken, Client};

use crate::support::{OK, answer, draft};

const IN_CHILD: &str = "WEIXIN_DRAFT_TEST_TLS";

type Authority = CertifiedIssuer<'static, KeyPair>;

/// An authority, whose certificate is for these names too.
fn authority(names: &[&str]) -> Authority {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).expect("names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key"))
        .expect("a certificate")
}

/// A server with a certificate for this name, good until this year: its address.
fn server(authority: &Authority, name: &str, year: i32) -> String {
    let mut params = CertificateParams::new(vec![name.to_owned()]).expect("a name");
    params.not_after = date_time_ymd(year, 1, 1);
    let key = KeyPair::generate().expect("a key");
    serve(&params.signed_by(&key, authority).expect("a certificate"), &key)
}

/// A server whose certificate signed itself, as `openssl req -x509` makes them.
fn self_signed_server() -> String {
    let authority = authority(&["localhost"]);
    serve(authority.as_ref(), authority.key())
}

fn serve(certificate: &Certificate, key: &KeyPair) -> String {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("ring's versions")
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        )
        .expect("a certificate");
    let config = Arc::new(config);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
            let mut stream = StreamOwned::new(connection, stream);
            let mut request = [0; 16 * 1024];
            if stream.read(&mut request).is_ok() {
                let _ = stream.write_all(answer("200 OK", OK).as_bytes());
            }
        }
    });
    format!("https://localhost:{port}")
}

#[test]
fn certificates_are_told_apart() {
    if let Some(servers) = env::var_os(IN_CHILD) {
        let servers = servers.into_string().expect("addresses");
        for line in servers.lines() {
            let (address, expected) = line.split_once(' ').expect("an address and a reason");
            let builder = Client::builder(AccessToken::new("TOKEN")).base_url(address);
            let client = builder.system_roots(expected != "unknown_authority").build();
            let result = client.expect("a good base URL").update(&draft("Menu"));
            let reason = match &result {
                Ok(_) => "none",
                Err(weixin_draft_client::Error::Transport(failure)) => failure.reason.as_str(),
                Err(other) => panic!("{other:?}"),
            };
            assert_eq!(reason, expected, "{result:?}");
        }
        return;
    }
    let authority = authority(&[]);
    let good = server(&authority, "localhost", 2100);
    let servers = [
        format!("{good} none"),
        format!("{good} unknown_authority"),
        format!("{} unknown_authority", self_signed_server()),
        format!("{} certificate_expired", server(&authority, "localhost", 2020)),
        format!("{} wrong_name", server(&authority, "other.example", 2100)),
    ];
    let file = env::temp_dir().join(format!("weixin-draft-roots-{}.pem", std::process::id()));
    fs::write(&file, authority.pem()).expect("a temporary file");
    let mut child = Command::new(env::current_exe().expect("a path"));
    child.args(["--exact", "tls::certificates_are_told_apart", "--nocapture"]);
    child.env(IN_CHILD, servers.join("\n")).env("SSL_CERT_FILE", &file).env_remove("SSL_CERT_DIR");
    let output = child.output().expect("the test program runs");
    drop(fs::remove_file(&file));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
