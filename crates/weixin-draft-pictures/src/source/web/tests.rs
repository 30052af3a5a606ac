//! Against servers on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::*;

/// A server that answers each request for a path with what `answer` makes of the
/// path; gives back its port.
fn serve(answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines =
                BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let request = lines.next().unwrap_or_default();
            let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let has = |name: &str| headers.iter().any(|line| line.to_lowercase().starts_with(name));
            assert!(!has("cookie") && !has("authorization"), "{headers:?}");
            let path = request.split(' ').nth(1).unwrap_or_default();
            // The other side may have gone.
            let _is_read = stream.write_all(&answer(path));
        }
    });
    port
}

fn ok(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn redirect(location: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    )
    .into_bytes()
}

fn web() -> Web {
    let downloader = Downloader::direct();
    Web { allow_loopback: true, downloader, timeout: Duration::from_secs(5) }
}

fn read(web: &Web, port: u16, path: &str) -> Result<Vec<u8>, Problem> {
    web.read(Url::parse(&format!("http://127.0.0.1:{port}{path}")).unwrap())
}

#[test]
fn redirects_are_followed_five_times() {
    let port = serve(|path| match path[1..].parse::<u32>() {
        Ok(0) => ok(b"picture"),
        Ok(left) => redirect(&format!("/{}", left - 1)),
        Err(_) => b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec(),
    });
    assert_eq!(read(&web(), port, "/0").unwrap(), b"picture");
    assert_eq!(read(&web(), port, "/5").unwrap(), b"picture");
    assert_eq!(read(&web(), port, "/6"), Err(Problem::TooManyRedirects));
    assert_eq!(read(&web(), port, "/none"), Err(Problem::Status(404)));
}

#[test]
fn a_redirect_is_guarded_like_the_first_address() {
    let port = serve(|path| match path {
        "/metadata" => redirect("http://169.254.169.254/latest/meta-data/"),
        "/private" => redirect("http://[::ffff:10.0.0.1]/"),
        "/credentials" => redirect("http://a:b@example.com/"),
        "/scheme" => redirect("file:///etc/passwd"),
        _ => redirect("http://"),
    });
    for (path, problem) in [
        ("/metadata", Problem::NotPublic),
        ("/private", Problem::NotPublic),
        ("/credentials", Problem::Credentials),
        ("/scheme", Problem::Scheme),
        ("/nowhere", Problem::Status(302)),
    ] {
        assert_eq!(read(&web(), port, path), Err(problem), "{path}");
    }
}

static LOOKUPS: AtomicUsize = AtomicUsize::new(0);

/// Answers of a name server that changes its mind: the first time it names an address
/// that nothing answers at and that is not public, then this machine.
fn changing(_host: &str) -> Vec<IpAddr> {
    let is_first = LOOKUPS.fetch_add(1, Ordering::Relaxed) == 0;
    let address = if is_first { Ipv4Addr::new(240, 0, 0, 1) } else { Ipv4Addr::LOCALHOST };
    vec![address.into()]
}

#[test]
fn a_host_is_looked_up_once_and_the_answer_is_what_is_connected_to() {
    let asked = Arc::new(AtomicBool::new(false));
    let port = serve({
        let asked = asked.clone();
        move |_| {
            asked.store(true, Ordering::Relaxed);
            ok(b"secret")
        }
    });
    let downloader = Downloader::direct().look_up_with(changing);
    let web = Web { allow_loopback: false, downloader, ..web() };
    let url = Url::parse(&format!("http://changing.example.com:{port}/")).unwrap();
    for _ in 0..2 {
        assert_eq!(web.read(url.clone()), Err(Problem::NotPublic));
    }
    assert_eq!(LOOKUPS.load(Ordering::Relaxed), 2, "once for each read");
    assert!(!asked.load(Ordering::Relaxed));
}

#[test]
fn bytes_and_time_have_an_end() {
    let port = serve(|path| match path {
        "/declared" => b"HTTP/1.1 200 OK\r\nContent-Length: 20000001\r\n\r\n".to_vec(),
        "/endless" => {
            let mut answer = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
            answer.resize(20_000_100, b'x');
            answer
        }
        "/cut" => b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".to_vec(),
        _ => {
            thread::sleep(Duration::from_millis(900));
            ok(b"late")
        }
    });
    let too_large = Problem::TooLarge { limit: MAX_BYTES };
    assert_eq!(read(&web(), port, "/declared"), Err(too_large.clone()));
    assert_eq!(read(&web(), port, "/endless"), Err(too_large));
    assert_eq!(read(&web(), port, "/cut"), Err(Problem::Unreachable));
    let impatient = Web { timeout: Duration::from_millis(300), ..web() };
    assert_eq!(read(&impatient, port, "/late"), Err(Problem::Timeout));
}

#[test]
fn nothing_on_this_machine_is_asked_by_default() {
    let web = Web { allow_loopback: false, ..web() };
    let port = serve(|_| panic!("asked"));
    assert_eq!(read(&web, port, "/"), Err(Problem::NotPublic));
    let url = Url::parse(&format!("http://localhost:{port}/")).unwrap();
    assert_eq!(web.read(url), Err(Problem::NotPublic));
}
