//! Proxies of the environment.
//!
//! The environment is the process's, so the client runs in a child: this test
//! program again, told to run one test only.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, thread};

use weixin_draft::Language;
use weixin_draft_client::{AccessToken, Client, Reason, TransportKind};

use crate::support::{Raw, answer, draft, failure, sandbox};

const IN_CHILD: &str = "WEIXIN_DRAFT_TEST_PROXY";

/// An address that leads nowhere (RFC 5737).
const NOWHERE: &str = "https://192.0.2.1";

fn run_child(test: &str, variable: &str, proxy: &str) {
    let mut child = Command::new(env::current_exe().expect("a path"));
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        child.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    child.args(["--exact", test, "--nocapture"]).env(IN_CHILD, "1").env(variable, proxy);
    let output = child.output().expect("the test program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn client(base_url: &str, proxy_from_env: bool) -> Client {
    Client::builder(AccessToken::new("QQQQQQQQ"))
        .base_url(base_url)
        .proxy_from_env(proxy_from_env)
        .connect_timeout(Duration::from_millis(500))
        .build()
        .expect("a good base URL")
}

#[test]
fn a_proxy_is_asked_for_a_tunnel_and_told_nothing_else() {
    if env::var_os(IN_CHILD).is_some() {
        assert_eq!(failure(&client(NOWHERE, true)).kind, TransportKind::Connect);
        return;
    }
    let proxy = Raw::start(answer("403 Forbidden", ""));
    let test = "proxy::a_proxy_is_asked_for_a_tunnel_and_told_nothing_else";
    run_child(test, "https_proxy", &proxy.base_url());
    let requests = proxy.requests();
    assert_eq!(requests.len(), 1);
    assert!(requests[0].0.starts_with("CONNECT 192.0.2.1:443 HTTP/1.1\r\n"), "{}", requests[0].0);
    assert!(!requests[0].0.contains("QQQ"));
}

#[test]
fn a_proxy_can_be_done_without() {
    if env::var_os(IN_CHILD).is_some() {
        failure(&client(NOWHERE, false));
        return;
    }
    let proxy = Raw::start(answer("403 Forbidden", ""));
    run_child("proxy::a_proxy_can_be_done_without", "ALL_PROXY", &proxy.base_url());
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn this_machine_is_called_directly() {
    if env::var_os(IN_CHILD).is_some() {
        let (_sandbox, client) = sandbox();
        client.update(&draft("Menu")).expect("a good request");
        return;
    }
    let proxy = Raw::start(answer("403 Forbidden", ""));
    run_child("proxy::this_machine_is_called_directly", "ALL_PROXY", &proxy.base_url());
    assert_eq!(proxy.connections(), 0);
}

#[test]
fn a_proxy_that_answers_a_byte_at_a_time_is_left_in_time() {
    if env::var_os(IN_CHILD).is_some() {
        let begin = Instant::now();
        assert_eq!(failure(&client(NOWHERE, true)).kind, TransportKind::Timeout);
        assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        let (mut stream, _) = listener.accept()?;
        stream.write_all(b"HTTP/1.1 200 OK\r\nX: ")?;
        loop {
            stream.write_all(b"a")?;
            thread::sleep(Duration::from_millis(50));
        }
        #[expect(unreachable_code, reason = "the type of the errors above")]
        Ok::<(), std::io::Error>(())
    });
    let test = "proxy::a_proxy_that_answers_a_byte_at_a_time_is_left_in_time";
    run_child(test, "HTTPS_PROXY", &url);
}

#[test]
fn a_socks_proxy_is_used() {
    if env::var_os(IN_CHILD).is_some() {
        failure(&client(NOWHERE, true));
        return;
    }
    let proxy = Raw::start("");
    let url = format!("socks5h://127.0.0.1:{}", proxy.port());
    run_child("proxy::a_socks_proxy_is_used", "ALL_PROXY", &url);
    assert_eq!(proxy.connections(), 1);
}

/// Runs a test in a child in whose environment these variables are set.
fn run_child_with(test: &str, variables: &[(&str, &str)]) {
    let mut child = Command::new(env::current_exe().expect("a path"));
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        child.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    child.args(["--exact", test, "--nocapture"]).env(IN_CHILD, "1");
    let output = child.envs(variables.iter().copied()).output().expect("the test program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn what_is_no_proxys_address_is_not_passed_over() {
    if env::var_os(IN_CHILD).is_some() {
        let failure = failure(&client(NOWHERE, true));
        assert_eq!(failure.reason, Reason::ProxyMalformed("HTTPS_PROXY"));
        assert!(failure.to_string().contains("HTTPS_PROXY"), "{failure}");
        assert!(!format!("{failure} {failure:?}").contains("QQQ"));
        return;
    }
    let test = "proxy::what_is_no_proxys_address_is_not_passed_over";
    for address in ["ftp://QQQ:QQQ@proxy.example", "http://", "::QQQ::"] {
        run_child_with(test, &[("HTTPS_PROXY", address)]);
    }
}

#[test]
fn a_proxy_is_named_without_its_password() {
    if env::var_os(IN_CHILD).is_some() {
        let failure = failure(&client(NOWHERE, true));
        assert_eq!(failure.reason.as_str(), "proxy_refused");
        let text = format!("{failure} {failure:?}");
        assert!(failure.to_string().contains("http://127.0.0.1:1 refused"), "{failure}");
        assert!(!text.contains("PASSWORD") && !text.contains("USER"), "{text}");
        return;
    }
    let test = "proxy::a_proxy_is_named_without_its_password";
    run_child_with(test, &[("ALL_PROXY", "http://USER:PASSWORD@127.0.0.1:1")]);
}

#[test]
fn a_cgi_programs_callers_choose_no_proxy() {
    if env::var_os(IN_CHILD).is_some() {
        let reason = failure(&client(NOWHERE, true)).reason;
        assert!(!matches!(reason, Reason::Proxy { .. }), "{reason:?}");
        return;
    }
    let test = "proxy::a_cgi_programs_callers_choose_no_proxy";
    run_child_with(test, &[("HTTP_PROXY", "http://127.0.0.1:1"), ("REQUEST_METHOD", "POST")]);
}

#[test]
fn exceptions_are_called_directly() {
    if env::var_os(IN_CHILD).is_some() {
        let reason = failure(&client(NOWHERE, true)).reason;
        assert!(!matches!(reason, Reason::Proxy { .. }), "{reason:?}");
        return;
    }
    let test = "proxy::exceptions_are_called_directly";
    run_child_with(test, &[("HTTPS_PROXY", "http://127.0.0.1:1"), ("NO_PROXY", "192.0.2.0/24")]);
}

/// What the environment's proxy does not do, by the name of the reason and in both languages.
fn assert_fault(reason: &str, english: &str, chinese: &str) {
    let failure = failure(&client(NOWHERE, true));
    assert_eq!(failure.reason.as_str(), reason);
    assert!(failure.to_string().contains(english), "{failure}");
    let message = failure.message(Language::Chinese);
    assert!(message.contains(chinese), "{message}");
    assert!(!format!("{failure} {failure:?} {message}").contains("PASSWORD"), "{failure:?}");
    assert!(!failure.may_have_arrived());
}

#[test]
fn an_unknown_proxy() {
    if env::var_os(IN_CHILD).is_some() {
        assert_fault(
            "proxy_unknown_host",
            "proxy http://proxy.invalid:3128 is unknown",
            "找不到代理",
        );
        return;
    }
    let proxy = "http://USER:PASSWORD@proxy.invalid:3128";
    run_child("proxy::an_unknown_proxy", "HTTPS_PROXY", proxy);
}

#[test]
fn a_proxy_that_wants_a_password() {
    if env::var_os(IN_CHILD).is_some() {
        assert_fault("proxy_login", "wants a user and a password", "需要用户名和密码");
        return;
    }
    let test = "proxy::a_proxy_that_wants_a_password";
    let proxy = Raw::start(answer("407 Proxy Authentication Required", ""));
    run_child(test, "ALL_PROXY", &format!("http://USER:PASSWORD@127.0.0.1:{}", proxy.port()));
    // A SOCKS proxy that takes none of the ways to log in that it is offered.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        let (mut stream, _) = listener.accept()?;
        stream.read_exact(&mut [0; 3])?;
        stream.write_all(b"\x05\xFF")
    });
    run_child(test, "ALL_PROXY", &format!("socks5h://{address}"));
}

#[test]
fn a_proxy_that_lets_nothing_through() {
    if env::var_os(IN_CHILD).is_some() {
        assert_fault("proxy", "makes no connection to the server", "未能连接服务器");
        return;
    }
    let proxy = Raw::start(answer("403 Forbidden", ""));
    run_child("proxy::a_proxy_that_lets_nothing_through", "ALL_PROXY", &proxy.base_url());
}
