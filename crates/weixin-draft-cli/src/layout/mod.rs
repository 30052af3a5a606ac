//! `check --layout`: what only a browser can measure.

mod browser;

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Json;
use axum::routing::{get, post};
use serde_json::{Value, json};
use tokio::sync::oneshot;
use weixin_draft::{Language, LayoutFinding, Settings};

use crate::page::{Server, measuring_files};
use browser::Browser;

/// Why nothing was measured.
#[derive(Debug)]
pub(crate) enum LayoutError {
    /// No browser that could be started.
    NoBrowser,
    /// The browser did not come back with findings.
    NoAnswer,
    Io(io::Error),
}

impl LayoutError {
    /// What is wrong, and what to do.
    pub(crate) fn message(&self, language: Language) -> String {
        match self {
            LayoutError::NoBrowser => say!(
                language,
                "--layout needs Chromium or Chrome, and none was found: install one, or name its program in the environment variable CHROMIUM",
                "--layout 需要 Chromium 或 Chrome，但没有找到：请安装，或在环境变量 CHROMIUM 中指定其程序"
            ),
            LayoutError::NoAnswer => say!(
                language,
                "the browser did not measure the layout in time: try again, or name another browser in the environment variable CHROMIUM",
                "浏览器没有及时完成测量：请重试，或在环境变量 CHROMIUM 中指定其他浏览器"
            ),
            LayoutError::Io(error) => {
                say!(language, "cannot measure the layout: {error}", "无法测量排版：{error}")
            }
        }
    }
}

impl From<io::Error> for LayoutError {
    fn from(error: io::Error) -> Self {
        LayoutError::Io(error)
    }
}

/// A browser that does not answer for so long is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Has a browser lay out the content of a request, and returns what does not fit.
pub(crate) fn measure(body: &[u8], settings: &Settings) -> Result<Vec<LayoutFinding>, LayoutError> {
    let Some((html, text)) = content_of(body) else { return Ok(Vec::new()) };
    let subject = json!({
        "html": html,
        "text": text,
        "path": "/articles/content",
        "imageHosts": settings.image_hosts,
    });
    let work = json!({"subjects": [subject], "lang": settings.language});
    let (sender, receiver) = oneshot::channel::<Vec<Vec<LayoutFinding>>>();
    let sender = Arc::new(Mutex::new(Some(sender)));
    let routes = measuring_files().route("/work", get(async move || Json(work))).route(
        "/findings",
        post(async move |Json(findings): Json<Vec<Vec<LayoutFinding>>>| {
            if let Ok(mut sender) = sender.lock()
                && let Some(sender) = sender.take()
            {
                drop(sender.send(findings));
            }
        }),
    );
    let server = Server::bind(0)?;
    let _browser = Browser::open(&server.address()).ok_or(LayoutError::NoBrowser)?;
    // Made within the server's runtime, which the clock needs.
    let findings = async { tokio::time::timeout(PATIENCE, receiver).await };
    let answer = server.serve(routes, findings)?;
    let Ok(Ok(findings)) = answer else { return Err(LayoutError::NoAnswer) };
    Ok(findings.into_iter().flatten().collect())
}

/// The content of a request for a news article, and the request as text.
fn content_of(body: &[u8]) -> Option<(String, &str)> {
    let text = std::str::from_utf8(body).ok()?;
    let request: HashMap<String, Value> = serde_json::from_str(text).ok()?;
    let article = request.get("articles")?;
    let is_newspic = article["article_type"] == "newspic";
    let content = article["content"].as_str().filter(|_| !is_newspic)?;
    Some((content.to_owned(), text))
}
