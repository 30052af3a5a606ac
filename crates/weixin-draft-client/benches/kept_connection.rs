//! What an update costs on a kept connection of loopback, as a multiple of the
//! same bytes over a bare socket: `cargo bench -p weixin-draft-client`.

use std::hint::black_box;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use weixin_draft_client::{AccessToken, Client};

const ANSWER: &[u8] =
    b"HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{\"errcode\":0,\"errmsg\":\"ok\"}";
const ROUNDS: usize = 40;
const CALLS: usize = 250;

fn main() {
    let port = serve();
    let client = Client::builder(AccessToken::new("TOKEN"))
        .base_url(format!("http://127.0.0.1:{port}"))
        .build()
        .expect("a good base URL");
    let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("it listens");
    socket.set_nodelay(true).expect("a socket");
    for (name, body) in [("small", body(5)), ("typical", body(15_000))] {
        let (mut bare, mut ours) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            bare.push(time(|| exchange(&mut socket, &body)));
            ours.push(time(|| {
                black_box(client.update_json(&body).expect("a good request"));
            }));
        }
        let (bare, ours) = (median(bare), median(ours));
        println!(
            "{name:8} {:6} bytes: bare {bare:6.1} us, update {ours:6.1} us, {:.2} times",
            body.len(),
            ours / bare
        );
    }
}

/// Microseconds a call.
fn time(mut call: impl FnMut()) -> f64 {
    let begin = Instant::now();
    (0..CALLS).for_each(|_| call());
    let calls = u32::try_from(CALLS).expect("a small number");
    Duration::as_secs_f64(&(begin.elapsed() / calls)) * 1e6
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// A request with this number of Chinese characters in its content.
fn body(characters: usize) -> Vec<u8> {
    let content = "春".repeat(characters);
    format!(
        r#"{{"media_id":"M","index":0,"articles":{{"title":"Menu","content":"<p>{content}</p>","thumb_media_id":"C"}}}}"#
    )
    .into_bytes()
}

fn exchange(socket: &mut TcpStream, body: &[u8]) {
    let mut request = format!(
        "POST /cgi-bin/draft/update?access_token=TOKEN HTTP/1.1\r\nHost: 127.0.0.1\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend_from_slice(body);
    socket.write_all(&request).expect("it is sent");
    socket.read_exact(&mut [0; ANSWER.len()]).expect("it is answered");
}

/// A server that answers every request in the same way.
fn serve() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    port
}

fn answer(mut stream: TcpStream) {
    stream.set_nodelay(true).expect("a socket");
    let mut reader = BufReader::new(stream.try_clone().expect("a socket"));
    let mut body = Vec::new();
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if !matches!(reader.read_line(&mut line), Ok(1..)) {
                return;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            if line == "\r\n" {
                break;
            }
        }
        body.resize(length, 0);
        if reader.read_exact(&mut body).is_err() || stream.write_all(ANSWER).is_err() {
            return;
        }
    }
}
