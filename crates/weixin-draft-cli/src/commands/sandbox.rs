//! `weixin-draft sandbox`.

use std::io::Write;

use clap::Args;
use weixin_draft_sandbox::{NEWS, NEWSPIC, Sandbox, TOKEN};

use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Run a local stand-in for the endpoint, until Ctrl-C
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// The port to listen on [default: any free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
}

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
",
        "\
地址：{url}
令牌：{TOKEN}
草稿：{NEWS}（两篇图文消息）、{NEWSPIC}（一篇图片消息）

发送请求：
  WEIXIN_ACCESS_TOKEN={TOKEN} weixin-draft update FILE --base-url {url}
读取草稿：
  curl -d '{{\"media_id\":\"{NEWS}\"}}' '{url}/cgi-bin/draft/get?access_token={TOKEN}'
"
    );
    session.output.write_all(text.as_bytes())?;
    session.output.flush()?;
    session.note(&say!(language, "Ctrl-C ends the sandbox.", "按 Ctrl-C 结束沙箱。"));
    sandbox.wait();
    Ok(Outcome::Fine)
}
