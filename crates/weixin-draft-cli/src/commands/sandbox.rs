//! `weixin-draft sandbox`.

use std::io::Write;

use clap::Args;
use weixin_draft_sandbox::{NEWS, NEWSPIC, Sandbox, TOKEN};

use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Run a local stand-in for the endpoint, until Ctrl-C
#[derive(Args, Debug)]
#[command(after_help = FAULTS)]
pub(crate) struct Options {
    /// The port to listen on [default: any free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
}

const FAULTS: &str = "\
Faults are asked for with a POST to /sandbox/fault, each for the next update, or for
as many as \"times\" says:
  {\"fault\": \"errcode\", \"errcode\": 45009, \"errmsg\": \"...\", \"times\": 3}
  {\"fault\": \"slow\", \"milliseconds\": 500}
  {\"fault\": \"redirect\", \"location\": \"https://example.com/\"}
  {\"fault\": \"oversized\", \"bytes\": 16777216}
  {\"fault\": \"cut\"}, and likewise truncated, bad_gateway, not_json, invalid_utf8,
  string_errcode, text_plain
GET /sandbox/requests and /sandbox/drafts show what came in and what is stored;
POST /sandbox/reset goes back to the start.";

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let (language, port) = (session.language, options.port);
    let sandbox = Sandbox::start_on(port).map_err(|error| {
        Failure(say!(
            language,
            "cannot listen on port {port} of 127.0.0.1: {error}",
            "无法监听 127.0.0.1 的 {port} 端口：{error}"
        ))
    })?;
    let url = sandbox.base_url();
    let text = say!(
        language,
        "\
Base URL: {url}
Token:    {TOKEN}
Drafts:   {NEWS} (two news articles), {NEWSPIC} (one picture message)

Send a request:
  WEIXIN_ACCESS_TOKEN={TOKEN} weixin-draft update FILE --base-url {url}
Read a draft:
  curl -d '{{\"media_id\":\"{NEWS}\"}}' '{url}/cgi-bin/draft/get?access_token={TOKEN}'
Let the next update fail (errcode, slow, cut, bad_gateway and others, see --help):
  curl -d '{{\"fault\":\"errcode\",\"errcode\":45009}}' {url}/sandbox/fault
",
        "\
地址：{url}
access_token：{TOKEN}
草稿：{NEWS}（两篇图文消息）、{NEWSPIC}（一篇图片消息）

发送请求：
  WEIXIN_ACCESS_TOKEN={TOKEN} weixin-draft update FILE --base-url {url}
读取草稿：
  curl -d '{{\"media_id\":\"{NEWS}\"}}' '{url}/cgi-bin/draft/get?access_token={TOKEN}'
让下一次更新失败（errcode、slow、cut、bad_gateway 等，见 --help）：
  curl -d '{{\"fault\":\"errcode\",\"errcode\":45009}}' {url}/sandbox/fault
"
    );
    session.output.write_all(text.as_bytes())?;
    session.output.flush()?;
    session.note(&say!(language, "Ctrl-C ends the sandbox.", "按 Ctrl-C 结束沙箱。"));
    sandbox.wait();
    Ok(Outcome::Fine)
}
