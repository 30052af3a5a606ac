//! Calls that a web page makes.

use weixin_draft_sandbox::NEWS;

use crate::{agent, start};

#[test]
fn only_the_sandboxes_own_host_and_origin() {
    let sandbox = start();
    let port = sandbox.port();
    let own = format!("http://127.0.0.1:{port}");
    let status = |host: &str, origin: Option<&str>, path: &str| {
        let mut request = agent().post(format!("{own}{path}")).header("Host", host);
        if let Some(origin) = origin {
            request = request.header("Origin", origin);
        }
        request.send("{}").expect("the sandbox answers").status().as_u16()
    };
    for path in ["/sandbox/reset", "/cgi-bin/draft/update?access_token=SANDBOX_TOKEN"] {
        assert_eq!(status(&format!("127.0.0.1:{port}"), None, path), 200);
        assert_eq!(status(&format!("localhost:{port}"), None, path), 200);
        assert_eq!(status(&format!("127.0.0.1:{port}"), Some(&own), path), 200);
        for host in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1"] {
            assert_eq!(status(host, None, path), 403, "{host}");
        }
        for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1"] {
            assert_eq!(status(&format!("127.0.0.1:{port}"), Some(origin), path), 403, "{origin}");
        }
    }
    assert!(sandbox.draft(NEWS).is_some());
}

#[test]
fn what_is_remembered_of_a_request_is_bounded() {
    let sandbox = start();
    let url = format!("{}/cgi-bin/draft/get?{}", sandbox.base_url(), "x".repeat(8_000));
    let label = "y".repeat(8_000);
    agent().post(&url).header("Content-Type", &label).send("{}").expect("the sandbox answers");
    let seen = &sandbox.requests()[0];
    assert_eq!(seen.path.len(), 2_048);
    assert_eq!(seen.content_type.as_deref().map(str::len), Some(2_048));
}
