//! `weixin-draft preview`.

use std::future::pending;
use std::io::Write;
use std::path::PathBuf;

use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use clap::Args;
use serde_json::json;
use weixin_draft::Settings;
use weixin_draft_client::Client;

use crate::escape::Visible;
use crate::input::Input;
use crate::options::CheckOptions;
use crate::outcome::{Failure, Outcome};
use crate::page::{Server, Text, files, judgements};
use crate::session::Session;

/// Show a request as a reader will get it, in the browser, until Ctrl-C
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A request, the HTML of an article, or an answer of draft/get; watched while it is shown
    file: PathBuf,
    /// Show the pictures and covers that this sandbox holds, such as <http://127.0.0.1:8080>
    #[cfg(feature = "sandbox")]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    #[command(flatten)]
    window: Window,
    #[command(flatten)]
    check: CheckOptions,
}

/// Where the page is.
#[derive(Args, Debug)]
pub(crate) struct Window {
    /// The port to listen on [default: any free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// Print the address, and open no browser
    #[arg(long)]
    no_open: bool,
}

/// What is shown.
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) text: Text,
    pub(crate) settings: Settings,
    /// The account whose covers are shown; of a sandbox, also pictures.
    pub(crate) account: Option<Client>,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    session.take_language_of(&options.file);
    let input = Input::File(options.file.clone());
    if let Err(unreadable) = session.read(&input) {
        return Ok(unreadable);
    }
    let checker = session.checker_for(&options.check, &options.file)?;
    let account = account(options, &checker, session)?;
    let checker = account.as_ref().map_or(&checker, Client::checker);
    let (name, settings) = (input.name(), checker.settings().clone());
    let text = Text::File(options.file.clone());
    show(Shown { name, text, settings, account }, &options.window, session)
}

/// The sandbox whose pictures are shown.
#[cfg(feature = "sandbox")]
fn account(
    options: &Options,
    checker: &weixin_draft::Checker,
    session: &Session,
) -> Result<Option<Client>, Failure> {
    use weixin_draft_client::{Secret, StableToken};
    use weixin_draft_sandbox::{APPID, SECRET};

    let Some(base_url) = &options.base_url else { return Ok(None) };
    let account = StableToken::new(APPID, Secret::new(SECRET));
    let client = Client::builder(account).checker(checker.clone()).base_url(base_url).build();
    let client = client.ok().filter(|client| client.sandbox_origin().is_some());
    client.map(Some).ok_or_else(|| {
        Failure(say!(
            session.language,
            "--base-url: give the address of a sandbox on this machine, such as http://127.0.0.1:8080; pictures of the vendor are loaded after a click on the page",
            "--base-url：请填写本机沙箱的地址，如 http://127.0.0.1:8080；微信服务器上的图片可在页面上点击加载"
        ))
    })
}

#[cfg(not(feature = "sandbox"))]
#[expect(clippy::unnecessary_wraps, reason = "as with a sandbox")]
fn account(
    _options: &Options,
    _checker: &weixin_draft::Checker,
    _session: &Session,
) -> Result<Option<Client>, Failure> {
    Ok(None)
}

/// Shows a text in the browser, until Ctrl-C.
pub(crate) fn show(
    shown: Shown,
    window: &Window,
    session: &mut Session,
) -> Result<Outcome, Failure> {
    let (language, port) = (session.language, window.port);
    let server = Server::bind(port).map_err(|error| {
        Failure(say!(
            language,
            "cannot listen on port {port} of 127.0.0.1: {error}",
            "无法监听 127.0.0.1 的 {port} 端口：{error}"
        ))
    })?;
    let address = server.address();
    writeln!(session.output, "{address}")?;
    session.output.flush()?;
    session.note(&say!(language, "Ctrl-C ends the preview.", "按 Ctrl-C 结束预览。"));
    if !window.no_open {
        // Where there is no browser, the address is there to be opened elsewhere.
        drop(open::that_detached(&address));
    }
    let Shown { name, text, settings, account } = shown;
    let origin = account.as_ref().and_then(Client::sandbox_origin);
    let pictures = origin.map(|origin| format!("{origin}/sandbox/picture/"));
    let asked_for = session.language_is_asked_for.then(|| language.as_str());
    let config = json!({
        "name": Visible(&name).to_string(), "settings": settings, "language": asked_for,
        "pictures": pictures, "has_material": account.is_some(),
    });
    let routes = files(pictures.as_deref())
        .merge(judgements())
        .merge(account.map_or_else(Router::new, material))
        .route("/config", get(async move || Json(config)))
        .route("/file", get(async move |headers: HeaderMap| text.answer(&headers)));
    server.serve(routes, pending()).map_err(|error| {
        Failure(say!(language, "the preview ended: {error}", "预览已结束：{error}"))
    })
}

/// The pictures of the account's material, such as covers, by their media ids.
fn material(account: Client) -> Router {
    let picture = async move |Path(media_id): Path<String>| -> Response {
        match account.get_material(&media_id) {
            Ok(bytes) => ([(CONTENT_TYPE, content_type(&bytes))], bytes).into_response(),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        }
    };
    Router::new().route("/material/{media_id}", get(picture))
}

/// By the first bytes; a browser looks itself at those of others.
fn content_type(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [b'G', b'I', b'F', ..] => "image/gif",
        [b'B', b'M', ..] => "image/bmp",
        _ => "image/jpeg",
    }
}
