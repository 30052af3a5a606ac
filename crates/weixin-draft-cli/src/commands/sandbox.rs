//! `weixin-draft sandbox`.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value};
use weixin_draft::Language;
use weixin_draft_sandbox::{APPID, NEWS, NEWSPIC, Received, SECRET, Sandbox, TOKEN};

use crate::escape::Visible;
use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Run a local stand-in for the endpoint, until Ctrl-C
#[derive(Args, Debug)]
#[command(after_help = FAULTS)]
pub(crate) struct Options {
    /// The port to listen on [default: any free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// A draft to put in: an answer of draft/get, or a body of draft/add. Its id is
    /// the file's name without .json
    #[arg(long, value_name = "FILE")]
    draft: Vec<PathBuf>,
}

pub(crate) const FAULTS: &str = "\
Faults are asked for with a POST to /sandbox/fault, each for the next update. \"endpoint\"
names another call, \"times\" says for how many calls, and \"after\" how many go well first:
  {\"fault\": \"errcode\", \"errcode\": 45009, \"errmsg\": \"...\", \"times\": 3}
  {\"fault\": \"slow\", \"milliseconds\": 500}
  {\"fault\": \"late\", \"milliseconds\": 500}
  {\"fault\": \"redirect\", \"location\": \"https://example.com/\"}
  {\"fault\": \"oversized\", \"bytes\": 16777216}
  {\"fault\": \"status\", \"status\": 412}
  {\"fault\": \"edit\", \"media_id\": \"SANDBOX_NEWS\", \"index\": 0, \"fields\": {\"title\": \"Theirs\"},
   \"endpoint\": \"draft/get\", \"after\": 1}
  {\"fault\": \"gone\", \"media_id\": \"SANDBOX_NEWS\"}
  {\"fault\": \"cut\"}, and likewise cut_after, truncated, firewall, bad_gateway, not_json,
  invalid_utf8, string_errcode, text_plain
POST /sandbox/edit and /sandbox/delete do at once what somebody else does to a draft;
/sandbox/token with {\"state\": \"expired\"} or {\"state\": \"void\"} ends the token.
GET /sandbox/requests and /sandbox/drafts show what came in and what is stored;
POST /sandbox/reset goes back to the start.";

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let (language, port) = (session.language, options.port);
    let mut drafts = Vec::new();
    for path in &options.draft {
        match read_draft(path, session)? {
            Ok(draft) => drafts.push(draft),
            Err(unreadable) => return Ok(unreadable),
        }
    }
    let sandbox = Sandbox::start_on(port).map_err(|error| {
        Failure(say!(
            language,
            "cannot listen on port {port} of 127.0.0.1: {error}",
            "无法监听 127.0.0.1 的 {port} 端口：{error}"
        ))
    })?;
    for (media_id, articles) in &drafts {
        sandbox.put_draft(media_id, articles.clone());
    }
    let url = sandbox.base_url();
    let text = say!(
        language,
        "\
Base URL: {url}
Token:    {TOKEN}
Account:  WEIXIN_APPID={APPID} WEIXIN_SECRET={SECRET}
Drafts:   {NEWS} (two news articles), {NEWSPIC} (one picture message)

Send a request:
  WEIXIN_ACCESS_TOKEN={TOKEN} weixin-draft update FILE --base-url {url}
Fetch a token, as programs do that have an account:
  WEIXIN_APPID={APPID} WEIXIN_SECRET={SECRET} weixin-draft token --base-url {url}
Read a draft:
  curl -d '{{\"media_id\":\"{NEWS}\"}}' '{url}/cgi-bin/draft/get?access_token={TOKEN}'
Let the next update fail (errcode, slow, cut, bad_gateway and others, see --help):
  curl -d '{{\"fault\":\"errcode\",\"errcode\":45009}}' {url}/sandbox/fault
",
        "\
地址：{url}
access_token：{TOKEN}
账号：WEIXIN_APPID={APPID} WEIXIN_SECRET={SECRET}
草稿：{NEWS}（两篇图文消息）、{NEWSPIC}（一篇图片消息）

发送请求：
  WEIXIN_ACCESS_TOKEN={TOKEN} weixin-draft update FILE --base-url {url}
像有账号的程序那样获取 access_token：
  WEIXIN_APPID={APPID} WEIXIN_SECRET={SECRET} weixin-draft token --base-url {url}
读取草稿：
  curl -d '{{\"media_id\":\"{NEWS}\"}}' '{url}/cgi-bin/draft/get?access_token={TOKEN}'
让下一次更新失败（errcode、slow、cut、bad_gateway 等，见 --help）：
  curl -d '{{\"fault\":\"errcode\",\"errcode\":45009}}' {url}/sandbox/fault
"
    );
    session.output.write_all(text.as_bytes())?;
    for (media_id, articles) in &drafts {
        let (media_id, count) = (Visible(media_id), articles.len());
        let s = if count == 1 { "" } else { "s" };
        let line = say!(
            language,
            "Put in:   {media_id}, {count} article{s}",
            "已放入：{media_id}，{count} 篇"
        );
        writeln!(session.output, "{line}")?;
    }
    session.output.flush()?;
    sandbox.on_answer(move |request| anstream::eprintln!("{}", line_of(request, language)));
    session.note(&say!(language, "Ctrl-C ends the sandbox.", "按 Ctrl-C 结束沙箱。"));
    sandbox.wait();
    Ok(Outcome::Fine)
}

/// A line a request: time of day (UTC), path without the token, and how it was
/// answered. Neither tokens nor content are in it.
fn line_of(request: &Received, language: Language) -> String {
    const DAY: u64 = 24 * 60 * 60;
    let second = request.time % DAY;
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
    let path = request.path.split('?').next().unwrap_or_default();
    let answer = match (request.errcode, request.status) {
        (Some(errcode), _) => format!("errcode {errcode}"),
        (None, 0) => say!(language, "cut", "已中断"),
        (None, Received::GIVEN_UP) => {
            say!(language, "the caller did not wait for the answer", "调用方未等待应答")
        }
        (None, status) => format!("HTTP {status}"),
    };
    let method = Visible(&request.method);
    format!("{hours:02}:{minutes:02}:{seconds:02} {method} {} {answer}", Visible(path))
}

type Draft = (String, Vec<Map<String, Value>>);

/// A draft out of a file: its media id and its articles.
fn read_draft(path: &Path, session: &Session) -> Result<Result<Draft, Outcome>, Failure> {
    let input = Input::of_argument(path.to_owned());
    let body = match session.read(&input) {
        Ok(body) => body,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let value: Value = serde_json::from_slice(&body).unwrap_or_default();
    let list = value.get("news_item").or_else(|| value.get("articles")).and_then(Value::as_array);
    let articles: Option<Vec<_>> =
        list.map(|list| list.iter().filter_map(Value::as_object).cloned().collect());
    let Some(articles) = articles.filter(|articles| !articles.is_empty()) else {
        let name = input.name();
        let name = Visible(&name);
        return Err(Failure(say!(
            session.language,
            "{name} is no draft: give an answer of draft/get (news_item) or a body of draft/add (articles)",
            "{name} 不是草稿：请提供 draft/get 的应答（news_item）或 draft/add 的请求体（articles）"
        )));
    };
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let media_id = value.get("media_id").and_then(Value::as_str).map_or(stem, str::to_owned);
    Ok(Ok((media_id, articles)))
}
