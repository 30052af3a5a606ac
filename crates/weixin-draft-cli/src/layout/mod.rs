//! `check --layout`: what only a browser can measure.

mod browser;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use std::{io, thread};

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::{Value, json};
use tokio::sync::{Mutex, mpsc, oneshot};
use weixin_draft::{Checker, Language, LayoutFinding, Report};

use crate::page::{Server, measuring_files};
use crate::system_error;
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
                let error = system_error::in_words(error, language);
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

/// A browser that measures one content after the other. It is started for the first
/// one, and ends when this is dropped.
#[derive(Default)]
pub(crate) struct Measuring {
    running: Option<Running>,
}

struct Running {
    /// What the page is to measure next.
    subjects: mpsc::UnboundedSender<Value>,
    findings: Receiver<Vec<LayoutFinding>>,
    _browser: Browser,
    /// Dropped, it ends the server.
    _serves: oneshot::Sender<()>,
}

impl Measuring {
    /// The report on a request with what a browser finds.
    ///
    /// # Errors
    /// When nothing could be measured: a check that was to look at layouts and cannot is
    /// no check.
    pub(crate) fn of_request(
        &mut self,
        body: &[u8],
        report: Report,
        checker: &Checker,
    ) -> Result<Report, LayoutError> {
        match content_of(body) {
            Some((html, text)) => self.add(&html, text, "/articles/content", &report, checker),
            None => Ok(report),
        }
    }

    /// The same of the HTML of an article.
    ///
    /// # Errors
    /// See [`Measuring::of_request`].
    pub(crate) fn of_content(
        &mut self,
        html: &[u8],
        report: Report,
        checker: &Checker,
    ) -> Result<Report, LayoutError> {
        match std::str::from_utf8(html) {
            Ok(html) => self.add(html, html, "/content", &report, checker),
            Err(_) => Ok(report),
        }
    }

    fn add(
        &mut self,
        html: &str,
        text: &str,
        path: &str,
        report: &Report,
        checker: &Checker,
    ) -> Result<Report, LayoutError> {
        let hosts = &checker.settings().image_hosts;
        let subject = json!({"html": html, "text": text, "path": path, "imageHosts": hosts});
        let running = match self.running.take() {
            Some(running) => running,
            None => Running::start()?,
        };
        let Running { subjects, findings, .. } = self.running.insert(running);
        drop(subjects.send(subject));
        let findings = findings.recv_timeout(PATIENCE).map_err(|_error| LayoutError::NoAnswer)?;
        Ok(checker.with_layout(report, findings))
    }
}

impl Running {
    fn start() -> Result<Running, LayoutError> {
        let (subjects, work) = mpsc::unbounded_channel();
        let (found, findings) = channel();
        let (serves, ends) = oneshot::channel();
        let work = Arc::new(Mutex::new(work));
        let routes = measuring_files()
            .route("/work", get(async move || next(&mut *work.lock().await).await))
            .route(
                "/findings",
                post(async move |Json(findings): Json<Vec<LayoutFinding>>| {
                    drop(found.send(findings));
                }),
            );
        let server = Server::bind(0)?;
        let browser = Browser::open(&server.address())?;
        thread::Builder::new().spawn(move || server.serve(routes, ends))?;
        Ok(Running { subjects, findings, _browser: browser, _serves: serves })
    }
}

/// The next content, once there is one.
async fn next(work: &mut mpsc::UnboundedReceiver<Value>) -> Response {
    match work.recv().await {
        Some(subject) => Json(subject).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    }
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
