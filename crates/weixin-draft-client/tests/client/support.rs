//! Clients, drafts, and a server that says whatever a test wants said.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::{Map, Value};
use weixin_draft::{Article, DraftUpdate};
use weixin_draft_client::{
    AccessToken, Client, Clock, Conflict, Edited, Error, Overlay, TransportError,
};
use weixin_draft_sandbox::{NEWS, Sandbox, TOKEN};

/// The body of a good answer.
pub(crate) const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

/// A client that gives up soon, so that a broken test does not hang.
pub(crate) fn client_for(base_url: impl Into<String>, token: &str) -> Client {
    Client::builder(AccessToken::new(token))
        .base_url(base_url)
        .timeout(Duration::from_secs(10))
        .clock(Clock::manual())
        .retries(false)
        .build()
        .expect("a good base URL")
}

pub(crate) fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().expect("a free port");
    let client = client_for(sandbox.base_url(), TOKEN);
    (sandbox, client)
}

/// A sandbox, and a client that repeats calls, by a clock that does not wait.
pub(crate) fn patient() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().expect("a free port");
    let builder = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url());
    let client = builder.clock(Clock::manual()).build().expect("a good base URL");
    (sandbox, client)
}

pub(crate) fn draft(title: &str) -> DraftUpdate {
    let mut article = Article::news(title, "<p>周一起: 春卷</p>");
    article.thumb_media_id = Some("COVER_ID".into());
    DraftUpdate::new(NEWS, 0, article)
}

/// The failure of an update that is to fail below the endpoint.
pub(crate) fn failure(client: &Client) -> TransportError {
    match client.update(&draft("Menu")) {
        Err(Error::Transport(failure)) => failure,
        other => panic!("a transport error was to come, not {other:?}"),
    }
}

pub(crate) fn item(sandbox: &Sandbox, media_id: &str, index: usize) -> Value {
    sandbox.draft(media_id).expect("the draft")["news_item"][index].clone()
}

pub(crate) fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        other => panic!("not an object: {other}"),
    }
}

/// The paths of the requests that came in, without the token.
pub(crate) fn calls(sandbox: &Sandbox) -> Vec<String> {
    let name =
        |path: &str| path.split('?').next().unwrap_or_default().replace("/cgi-bin/draft/", "");
    sandbox.requests().iter().map(|request| name(&request.path)).collect()
}

pub(crate) fn retitle(title: &str) -> Overlay {
    Overlay::default().set("title", title)
}

pub(crate) fn conflict(result: Result<Edited, Error>) -> Conflict {
    match result {
        Err(Error::Conflict(conflict)) => *conflict,
        other => panic!("a conflict was to come, not {other:?}"),
    }
}

/// An answer with this status line and body.
pub(crate) fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// Gives the same bytes for an answer to every request, and keeps what it got.
#[derive(Clone)]
pub(crate) struct Raw {
    port: u16,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    connections: usize,
    requests: Vec<(String, Vec<u8>)>,
}

impl Raw {
    /// A server whose thread ends with the test program.
    pub(crate) fn start(answer: impl Into<Vec<u8>>) -> Raw {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let raw = Raw { port, seen: Arc::default() };
        let (server, answer) = (raw.clone(), answer.into());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (server, answer) = (server.clone(), answer.clone());
                server.seen.lock().expect("no panic").connections += 1;
                thread::spawn(move || server.serve(&stream, &answer));
            }
        });
        raw
    }

    pub(crate) fn base_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn connections(&self) -> usize {
        self.seen.lock().expect("no panic").connections
    }

    /// Heads and bodies, in the order in which they came.
    pub(crate) fn requests(&self) -> Vec<(String, Vec<u8>)> {
        self.seen.lock().expect("no panic").requests.clone()
    }

    /// Answers request after request, until the other side hangs up.
    fn serve(&self, mut stream: &TcpStream, answer: &[u8]) {
        let mut reader = BufReader::new(stream);
        loop {
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                if !matches!(reader.read_line(&mut head), Ok(1..)) {
                    return;
                }
            }
            let mut lines = head.lines().map(str::to_ascii_lowercase);
            let length = lines.find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
            let mut body = vec![0; length.unwrap_or(0)];
            if reader.read_exact(&mut body).is_err() {
                return;
            }
            self.seen.lock().expect("no panic").requests.push((head, body));
            if stream.write_all(answer).is_err() {
                return;
            }
        }
    }
}
