//! Pictures that are fetched through a proxy.
//!
//! The environment is the process's, so pictures are read in a child: this test
//! program again, told to run one test only.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::{env, thread};

use weixin_draft_client::Reason;
use weixin_draft_pictures::{Format, Pictures, Problem};

const IN_CHILD: &str = "WEIXIN_DRAFT_TEST_PROXY";
const GIF: &[u8] = b"GIF89a\x02\0\x02\0\0\0\0;";

/// A proxy that answers every connection in the same way.
struct Proxy {
    address: String,
    /// What each connection began with: a line of text, or bytes of SOCKS.
    asked: Receiver<Vec<u8>>,
}

impl Proxy {
    fn start(answer: &'static [u8]) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (tell, asked) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                tell.send(serve(stream, answer)).unwrap();
            }
        });
        Proxy { address, asked }
    }

    fn requests(&self) -> Vec<String> {
        self.asked.try_iter().map(|it| String::from_utf8_lossy(&it).into_owned()).collect()
    }
}

fn serve(mut stream: TcpStream, answer: &[u8]) -> Vec<u8> {
    let mut first = [0];
    stream.read_exact(&mut first).unwrap();
    if first[0] == 5 {
        return first.to_vec();
    }
    let mut head = first.to_vec();
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    while !head.ends_with(b"\r\n\r\n") && lines.read_until(b'\n', &mut head).unwrap() > 0 {}
    stream.write_all(answer).unwrap();
    head
}

/// Runs a test in a child in whose environment these variables are set.
fn run_child(test: &str, variables: &[(&str, &str)]) {
    let mut child = Command::new(env::current_exe().unwrap());
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        child.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    child.args(["--exact", test, "--nocapture"]).env(IN_CHILD, "1");
    let output = child.envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn is_child() -> bool {
    env::var_os(IN_CHILD).is_some()
}

fn problem(address: &str) -> Problem {
    Pictures::new(".").inspect(address).fitted.unwrap_err()
}

#[test]
fn the_proxy_is_asked_for_the_picture_and_looks_the_host_up() {
    if is_child() {
        let pictures = Pictures::new(".");
        assert!(pictures.uses_proxy());
        let found = pictures.inspect("http://pictures.invalid:81/a.gif?b=c#d");
        assert_eq!(found.format, Some(Format::Gif), "{found:?}");
        return;
    }
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\nGIF89a\x02\0\x02\0\0\0\0;";
    assert!(answer.ends_with(GIF));
    let proxy = Proxy::start(answer);
    let with_password = format!("http://user:pass@{}", proxy.address);
    let test = "proxy::the_proxy_is_asked_for_the_picture_and_looks_the_host_up";
    run_child(test, &[("HTTP_PROXY", &with_password)]);
    let requests = proxy.requests();
    assert_eq!(requests.len(), 1);
    let head = &requests[0];
    let line = "GET http://pictures.invalid:81/a.gif?b=c HTTP/1.1\r\n";
    assert!(head.starts_with(line), "{head}");
    let head = head.to_lowercase();
    assert!(head.contains("\r\nhost: pictures.invalid:81\r\n"), "{head}");
    assert!(head.contains("\r\nproxy-authorization: basic dxnlcjpwyxnz\r\n"), "{head}");
}

#[test]
fn a_tunnel_is_made_for_https_and_its_refusal_told() {
    if is_child() {
        let problem = problem("https://pictures.invalid/a.gif");
        assert!(matches!(problem, Problem::Proxy(Reason::Proxy { .. })), "{problem:?}");
        assert!(problem.to_string().contains("127.0.0.1"), "{problem}");
        return;
    }
    let proxy = Proxy::start(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    let url = format!("http://{}", proxy.address);
    run_child("proxy::a_tunnel_is_made_for_https_and_its_refusal_told", &[("https_proxy", &url)]);
    let requests = proxy.requests();
    assert!(requests[0].starts_with("CONNECT pictures.invalid:443 HTTP/1.1\r\n"), "{requests:?}");
}

#[test]
fn a_socks_proxy_is_used_without_tls_too() {
    if is_child() {
        let problem = problem("http://pictures.invalid/a.gif");
        assert!(matches!(problem, Problem::Proxy(_)), "{problem:?}");
        return;
    }
    let proxy = Proxy::start(b"");
    let url = format!("socks5h://{}", proxy.address);
    run_child("proxy::a_socks_proxy_is_used_without_tls_too", &[("ALL_PROXY", &url)]);
    assert_eq!(proxy.requests(), ["\u{5}"]);
}

#[test]
fn what_is_plainly_local_is_not_asked_of_a_proxy() {
    if is_child() {
        for address in ["http://169.254.169.254/a", "http://localhost/a", "https://10.0.0.1/a"] {
            assert_eq!(problem(address), Problem::NotPublic, "{address}");
        }
        // The proxy's answer leads to this machine.
        assert_eq!(problem("http://pictures.invalid/"), Problem::NotPublic);
        return;
    }
    let proxy = Proxy::start(
        b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n",
    );
    let url = format!("http://{}", proxy.address);
    run_child("proxy::what_is_plainly_local_is_not_asked_of_a_proxy", &[("ALL_PROXY", &url)]);
    let requests = proxy.requests();
    assert_eq!(requests.len(), 1, "{requests:?}");
}

#[test]
fn nothing_goes_around_a_proxy_that_was_meant() {
    if is_child() {
        let problem = problem("http://pictures.invalid/a.gif");
        assert_eq!(problem, Problem::Proxy(Reason::ProxyMalformed("HTTPS_PROXY")));
        return;
    }
    let test = "proxy::nothing_goes_around_a_proxy_that_was_meant";
    run_child(test, &[("HTTPS_PROXY", "htp:/proxy")]);
}
