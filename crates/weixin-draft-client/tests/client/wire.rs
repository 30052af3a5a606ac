//! The bytes that leave.

use weixin_draft::{Article, Checker, DraftUpdate, Level};
use weixin_draft_sandbox::NEWS;

use crate::support::{OK, Raw, answer, client_for, draft, sandbox};

fn request_line(head: &str) -> &str {
    head.lines().next().unwrap_or_default()
}

#[test]
fn a_request_is_what_the_page_wants() {
    let raw = Raw::start(answer("200 OK", OK));
    let client = client_for(raw.base_url(), "a+b/c=%");
    client.update(&draft("春 “quoted” 🌱")).expect("a good request");
    let (head, body) = raw.requests().remove(0);
    assert_eq!(
        request_line(&head),
        "POST /cgi-bin/draft/update?access_token=a%2Bb%2Fc%3D%25 HTTP/1.1"
    );
    let head = head.to_ascii_lowercase();
    assert!(head.contains("\r\ncontent-type: application/json; charset=utf-8\r\n"), "{head}");
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", body.len())), "{head}");
    assert!(head.contains(&format!("\r\nhost: 127.0.0.1:{}\r\n", raw.port())), "{head}");
    let body = String::from_utf8(body).expect("UTF-8");
    assert!(body.contains("春 “quoted” 🌱") && body.contains("周一起"), "{body}");
    assert!(!body.contains("\\u"), "{body}");
}

#[test]
fn tokens_of_any_length_and_kind() {
    let raw = Raw::start(answer("200 OK", OK));
    let long = "x".repeat(8_000);
    let tokens = ["***", "x", "令牌", "a&b=c#d", long.as_str()];
    let sent = ["%2A%2A%2A", "x", "%E4%BB%A4%E7%89%8C", "a%26b%3Dc%23d", &long];
    for (token, sent) in tokens.into_iter().zip(sent) {
        client_for(raw.base_url(), token).update(&draft("Menu")).expect("a good request");
        let (head, _) = raw.requests().pop().expect("a request");
        let expected = format!("POST /cgi-bin/draft/update?access_token={sent} HTTP/1.1");
        assert_eq!(request_line(&head), expected);
    }
}

#[test]
fn a_gateway_may_have_a_path() {
    for path in ["", "/", "/gate", "/gate/weixin/"] {
        let raw = Raw::start(answer("200 OK", OK));
        let client = client_for(format!("{}{path}", raw.base_url()), "t");
        client.update(&draft("Menu")).expect("a good request");
        let expected = format!(
            "POST {}/cgi-bin/draft/update?access_token=t HTTP/1.1",
            path.trim_end_matches('/')
        );
        assert_eq!(request_line(&raw.requests()[0].0), expected);
    }
}

#[test]
fn the_sandbox_sees_the_same() {
    let (sandbox, client) = sandbox();
    let draft = draft("春");
    client.update(&draft).expect("a good request");
    let seen = &sandbox.requests()[0];
    assert_eq!(seen.method, "POST");
    assert_eq!(seen.path, "/cgi-bin/draft/update?access_token=***");
    assert_eq!(seen.content_type.as_deref(), Some("application/json; charset=utf-8"));
    assert_eq!(seen.body.as_bytes(), draft.to_json());
}

#[test]
fn a_large_article_full_of_request_lines_is_left_alone() {
    let raw = Raw::start(answer("200 OK", OK));
    let client = client_for(raw.base_url(), "SECRET");
    let checker = Checker::new().level("content_too_long", Level::Off).expect("a movable rule");
    let content = "POST /cgi-bin/draft/update?access_token=SECRET HTTP/1.1\r\n".repeat(15_000);
    let update = DraftUpdate::new(NEWS, 0, Article::news("Menu", content));
    let prepared = checker.prepare(&update.to_json()).expect("a good request");
    client.update_prepared(prepared.clone()).expect("a good request");
    let (head, body) = raw.requests().remove(0);
    assert!(head.contains("SECRET"));
    assert!(body == prepared.body().as_bytes(), "the body was changed on its way");
}
