//! `weixin-draft preview`: who gets the page, and how it ends. What the page shows is
//! tested in a browser, in `page/test`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::{examples, interruptible};

struct Preview {
    child: Child,
    /// The port and the secret path of the printed address.
    port: u16,
    path: String,
}

impl Preview {
    /// Previews a file of the examples.
    fn start(name: &str) -> Self {
        let mut child = interruptible()
            .args(["--no-config", "preview", "--no-open"])
            .arg(examples().join(name))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
        let rest = address.trim().strip_prefix("http://127.0.0.1:").unwrap();
        let (port, path) = rest.split_once('/').unwrap();
        Preview { child, port: port.parse().unwrap(), path: format!("/{path}") }
    }

    /// The answer to a request with these header lines: its status, and all of it.
    fn ask(&self, request: &str, headers: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "{request} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        (status.unwrap(), answer)
    }

    fn get(&self, path: &str, headers: &str) -> (u16, String) {
        let host = format!("Host: 127.0.0.1:{}\r\n{headers}", self.port);
        self.ask(&format!("GET {path}"), &host)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn the_page_and_the_file_are_served() {
    let preview = Preview::start("mistakes.json");
    let page = preview.get(&preview.path, "");
    assert!(page.0 == 200 && page.1.contains("<script type=\"module\" src=\"page.js\">"));
    for name in ["page.js", "page.css", "config"] {
        assert_eq!(preview.get(&format!("{}{name}", preview.path), "").0, 200, "{name}");
    }
    let (status, file) = preview.get(&format!("{}file", preview.path), "");
    assert!(status == 200 && file.contains("\"titel\""));
    let version = file.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let seen = format!("If-None-Match: {version}\r\n");
    assert_eq!(preview.get(&format!("{}file", preview.path), &seen).0, 304);
}

#[test]
fn the_check_answers_in_the_form_of_the_module() {
    let preview = Preview::start("news.json");
    let ask = |name: &str, options: &str, body: &str| {
        let headers =
            format!("Host: 127.0.0.1:{}\r\nContent-Length: {}\r\n", preview.port, body.len());
        let request = format!("POST {}{name}?options={options}", preview.path);
        preview.ask(&request, &format!("{headers}Connection: close\r\n\r\n{body}")).1
    };
    let settings = "%7B%22settings%22%3A%7B%22lang%22%3A%22zh%22%7D%7D";
    let checked = ask("check", settings, "{}");
    assert!(checked.contains("{\"value\":{\"ok\":false,") && checked.contains("必填"), "{checked}");
    let checked = ask("check_content", settings, "<a href='#1'>x</a>");
    assert!(checked.contains("\"/content\"") && checked.contains("anchor_link"), "{checked}");
    let converted = ask(
        "convert_news_item",
        "%7B%22lang%22%3A%22en%22%7D",
        "{\"title\":\"T\",\"content\":\"x\",\"url\":\"u\"}",
    );
    assert!(converted.contains("\"dropped\":[\"/url\"]"), "{converted}");
    let wrong = "%7B%22settings%22%3A%7B%22levels%22%3A%7B%22nonsense%22%3A%22off%22%7D%7D%7D";
    assert!(ask("check", wrong, "{}").contains("{\"error\":{\"message\":"));
}

#[test]
fn strangers_are_refused() {
    let preview = Preview::start("news.json");
    let (path, port) = (&preview.path, preview.port);
    assert_eq!(preview.ask(&format!("GET {path}"), "Host: evil.example\r\n").0, 403);
    assert_eq!(
        preview.ask(&format!("GET {path}"), &format!("Host: evil.example:{port}\r\n")).0,
        403
    );
    assert_eq!(preview.get(path, "Origin: https://evil.example\r\n").0, 403);
    assert_eq!(preview.get(path, "Origin: null\r\n").0, 403);
    assert_eq!(preview.get(path, &format!("Origin: http://127.0.0.1:{port}\r\n")).0, 200);
    assert_eq!(preview.get("/", "").0, 404);
    assert_eq!(preview.get("/config", "").0, 404);
    assert_eq!(preview.get("/0123456789abcdef0123456789abcdef/file", "").0, 404);
}

#[test]
fn a_file_that_cannot_be_read_is_told_at_once() {
    let output = Command::new(env!("CARGO_BIN_EXE_weixin-draft"))
        .args(["--lang", "en", "preview", "--no-open", "no-such-file.json"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot read no-such-file.json"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it() {
    use std::os::unix::process::ExitStatusExt;

    let mut preview = Preview::start("news.json");
    let pid = preview.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let status = preview.child.wait().unwrap();
    assert_eq!(status.signal(), Some(2));
}

#[test]
fn a_layout_without_a_browser_is_no_check() {
    let output = Command::new(env!("CARGO_BIN_EXE_weixin-draft"))
        .args(["--no-config", "--lang", "en", "check", "--layout"])
        .arg(examples().join("news.json"))
        .env("CHROMIUM", "no-such-browser")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("environment variable CHROMIUM"));
}
