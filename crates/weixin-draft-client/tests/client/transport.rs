//! What goes wrong below the endpoint.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use weixin_draft_client::{AccessToken, Client, TransportKind};
use weixin_draft_sandbox::{Fault, NEWS, Sandbox, TOKEN};

use crate::support::{OK, Raw, answer, client_for, failure, sandbox};

#[track_caller]
fn assert_failure(client: &Client, kind: TransportKind, status: Option<u16>) {
    let failure = failure(client);
    assert_eq!((failure.kind, failure.status), (kind, status));
    if kind == TransportKind::Status {
        let status = status.expect("this kind has one").to_string();
        assert!(failure.to_string().contains(&status), "{failure}");
    }
}

fn hasty_client(base_url: String) -> Client {
    Client::builder(AccessToken::new(TOKEN))
        .base_url(base_url)
        .timeout(Duration::from_millis(300))
        .build()
        .expect("a good base URL")
}

#[test]
fn a_late_answer_is_not_waited_for() {
    let sandbox = Sandbox::start().expect("a free port");
    sandbox.fail_next(Fault::Slow { milliseconds: 20_000 });
    let begin = Instant::now();
    assert_failure(&hasty_client(sandbox.base_url()), TransportKind::Timeout, None);
    assert!(begin.elapsed() < Duration::from_secs(5));
}

#[test]
fn an_answer_that_stops_is_not_waited_for() {
    let raw = Raw::start("HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{\"errcode\"");
    assert_failure(&hasty_client(raw.base_url()), TransportKind::Timeout, Some(200));
}

#[test]
fn any_duration_will_do() {
    let sandbox = Sandbox::start().expect("a free port");
    let builder = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
    let patient = builder.clone().timeout(Duration::MAX).connect_timeout(Duration::MAX);
    patient.build().expect("a good base URL").update(&crate::support::draft("Menu")).expect("ok");
    let impatient = builder.timeout(Duration::ZERO).build().expect("a good base URL");
    assert_failure(&impatient, TransportKind::Timeout, None);
}

#[test]
fn a_connection_may_be_cut_or_refused() {
    let (sandbox, client) = sandbox();
    sandbox.fail_next(Fault::Cut);
    assert_failure(&client, TransportKind::Connect, None);

    let base_url = sandbox.base_url();
    drop(sandbox);
    assert_failure(&client_for(base_url, TOKEN), TransportKind::Connect, None);
}

#[test]
fn answers_that_are_not_the_endpoints() {
    let (sandbox, client) = sandbox();
    let faults = [
        Fault::Truncated,
        Fault::NotJson,
        Fault::InvalidUtf8,
        Fault::Oversized { bytes: 8 * 1024 * 1024 },
    ];
    for fault in faults {
        sandbox.fail_next(fault);
        assert_failure(&client, TransportKind::BadAnswer, Some(200));
    }
    // The next call is none the worse for it.
    client.update(&crate::support::draft("Menu")).expect("a good request");
}

#[test]
fn the_largest_answer_is_read_and_no_more() {
    let limit = weixin_draft::endpoint::DRAFT_UPDATE.largest_answer;
    let padded =
        |length: usize| answer("200 OK", &format!("{OK}{}", " ".repeat(length - OK.len())));
    let raw = Raw::start(padded(limit));
    client_for(raw.base_url(), TOKEN).update(&crate::support::draft("Menu")).expect("just so");
    let raw = Raw::start(padded(limit + 1));
    assert_failure(&client_for(raw.base_url(), TOKEN), TransportKind::BadAnswer, Some(200));
}

#[test]
fn what_is_not_http_is_a_bad_answer() {
    for bytes in ["SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"] {
        let raw = Raw::start(bytes);
        assert_failure(&client_for(raw.base_url(), TOKEN), TransportKind::BadAnswer, None);
    }
    for body in ["", "[]", "{}", "null", r#"{"errcode":"+0"}"#, r#"{"errcode":null,"errmsg":"ok"}"#]
    {
        let raw = Raw::start(answer("200 OK", body));
        assert_failure(&client_for(raw.base_url(), TOKEN), TransportKind::BadAnswer, Some(200));
    }
}

#[test]
fn a_gateways_status_is_never_an_answer() {
    let (sandbox, client) = sandbox();
    sandbox.fail_next(Fault::BadGateway);
    assert_failure(&client, TransportKind::Status, Some(502));

    // Not even when JSON follows it.
    for status in ["201 Created", "400 Bad Request", "403 Forbidden", "503 Busy"] {
        for body in [OK, r#"{"errcode":40001,"errmsg":"invalid credential"}"#] {
            let raw = Raw::start(answer(status, body));
            let number = status[..3].parse().expect("a number");
            let client = client_for(raw.base_url(), TOKEN);
            assert_failure(&client, TransportKind::Status, Some(number));
        }
    }
}

#[test]
fn redirects_are_not_followed() {
    let (sandbox, client) = sandbox();
    let target = Sandbox::start().expect("a free port");
    let location = format!("{}/cgi-bin/draft/update?access_token={TOKEN}", target.base_url());
    sandbox.fail_next(Fault::Redirect { location });
    assert_failure(&client, TransportKind::Status, Some(302));
    for status in ["301 Moved", "303 See Other", "307 Temporary", "308 Permanent"] {
        let raw = Raw::start(format!(
            "HTTP/1.1 {status}\r\nLocation: {}/\r\nContent-Length: 0\r\n\r\n",
            target.base_url()
        ));
        let number = status[..3].parse().expect("a number");
        assert_failure(&client_for(raw.base_url(), TOKEN), TransportKind::Status, Some(number));
        assert_eq!(raw.requests().len(), 1);
    }
    assert!(target.requests().is_empty());
    assert_eq!(sandbox.draft(NEWS).expect("the draft")["news_item"][0]["title"], "Spring menu");
}

#[test]
fn tls_with_a_server_that_does_not_speak_it() {
    let sandbox = Sandbox::start().expect("a free port");
    let base_url = format!("https://127.0.0.1:{}", sandbox.port());
    assert_failure(&client_for(base_url, TOKEN), TransportKind::Tls, None);
    assert!(sandbox.requests().is_empty());
}

#[test]
fn tls_with_a_server_that_declines() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            // A fatal alert: handshake_failure.
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(&[21, 3, 3, 0, 2, 2, 40]);
        }
    });
    let base_url = format!("https://localhost:{port}");
    assert_failure(&client_for(base_url, TOKEN), TransportKind::Tls, None);
}

#[test]
fn kinds_have_names_that_stay() {
    let names = [
        (TransportKind::Timeout, "timeout"),
        (TransportKind::Connect, "connect"),
        (TransportKind::Tls, "tls"),
        (TransportKind::Status, "status"),
        (TransportKind::Blocked, "blocked"),
        (TransportKind::BadAnswer, "bad_answer"),
    ];
    for (kind, name) in names {
        assert_eq!((kind.as_str(), kind.to_string().as_str()), (name, name));
    }
}
