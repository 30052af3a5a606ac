//! `weixin-draft update`.

mod json;
mod text;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::Value;
use weixin_draft::{Checker, Language, Prepared, Report};
use weixin_draft_client::{AccessToken, ApiError, Client, Error, TransportError};

use crate::commands::network::NetworkOptions;
#[cfg(feature = "sandbox")]
use crate::commands::trial;
use crate::input::Input;
use crate::interrupt::Interrupt;
use crate::options::{CheckOptions, Format};
use crate::outcome::{Failure, Outcome};
use crate::report::Subject;
use crate::session::Session;

/// Check a request and, if it has no errors, send it
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// A file with one request; - is standard input
    #[arg(default_value = "-")]
    file: PathBuf,
    /// Send to a sandbox inside this process: no account, no network
    #[cfg(feature = "sandbox")]
    #[arg(long, conflicts_with_all = ["base_url", "token_env", "dry_run"])]
    sandbox: bool,
    /// Print what would be sent, and send nothing; not with --sandbox, --base-url,
    /// --token-env or --format
    #[arg(long, conflicts_with_all = ["base_url", "token_env", "format"])]
    dry_run: bool,
    /// Send there instead of to api.weixin.qq.com
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The environment variable that holds the access token
    #[arg(long, value_name = "VAR", default_value = "WEIXIN_ACCESS_TOKEN")]
    token_env: String,
    #[command(flatten)]
    network: NetworkOptions,
    /// How to print the outcome
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    check: CheckOptions,
}

/// What became of a request.
enum Result {
    /// It has errors, and was not sent.
    Invalid,
    /// The server took it.
    Updated { now_holds: Option<Holding> },
    /// The server refused it.
    Refused(ApiError),
    /// No answer, or none that can be understood.
    Unanswered(TransportError),
    /// Nothing was sent, since there is no usable token.
    Stopped(Error),
}

/// What the sandbox holds after an update.
struct Holding {
    media_id: String,
    index: u64,
    title: String,
    content_length: usize,
}

pub(crate) fn run(
    options: Options,
    session: &mut Session,
) -> std::result::Result<Outcome, Failure> {
    session.take_language_of(&options.file);
    let checker = session.checker_for(&options.check, &options.file)?;
    if options.dry_run {
        return dry_run(&checker, options.file, session);
    }
    let server = Server::of(&options, session)?;
    let client = options.network.client(
        AccessToken::new(server.token.clone()),
        server.base_url.as_deref(),
        server.is_sandbox(),
        checker,
        session,
    )?;
    let input = Input::of_argument(options.file);
    let body = match session.read(&input) {
        Ok(body) => body,
        Err(unreadable) => return Ok(unreadable),
    };
    let (report, result) =
        send(&client, client.checker().prepare(&body), &server, session.language);
    match options.format {
        Format::Text => {
            text::write(Subject::of_file(&input.name(), &body), &report, &result, session)?;
        }
        Format::Json => json::write(&input.name(), &report, &result, session)?,
    }
    Ok(match result {
        Result::Invalid => Outcome::Invalid,
        Result::Updated { .. } => Outcome::Fine,
        Result::Refused(_) => Outcome::Refused,
        Result::Unanswered(_) => Outcome::Unreachable,
        Result::Stopped(_) => Outcome::Usage,
    })
}

/// The body that would be sent, as data; what there is to say of it beside that.
fn dry_run(
    checker: &Checker,
    file: PathBuf,
    session: &mut Session,
) -> std::result::Result<Outcome, Failure> {
    let input = Input::of_argument(file);
    let body = match session.read(&input) {
        Ok(body) => body,
        Err(unreadable) => return Ok(unreadable),
    };
    let (report, outcome) = match checker.prepare(&body) {
        Ok(prepared) => {
            writeln!(session.output, "{}", prepared.body().trim_ascii_end())?;
            (prepared.into_parts().1, Outcome::Fine)
        }
        Err(report) => (report, Outcome::Invalid),
    };
    let name = input.name();
    session.error_text().write(Subject::of_file(&name, &body), &report, &mut anstream::stderr())?;
    Ok(outcome)
}

fn send(
    client: &Client,
    prepared: std::result::Result<Prepared, Report>,
    server: &Server,
    language: Language,
) -> (Report, Result) {
    let interrupt = Interrupt::begin(language);
    let prepared = match prepared {
        Ok(prepared) => prepared,
        Err(report) => return (report, Result::Invalid),
    };
    server.provide_draft(prepared.body().as_bytes());
    interrupt.say(&say!(
        language,
        "interrupted: the update was sent and may have arrived. Look with weixin-draft pull",
        "已中断：更新已发出，可能已经生效。请用 weixin-draft pull 查看"
    ));
    let result = match client.update_prepared(prepared.clone()) {
        Ok(_updated) => Result::Updated { now_holds: server.now_holds(prepared.body().as_bytes()) },
        Err(Error::Api(refusal)) => Result::Refused(refusal),
        Err(Error::Transport(failure)) => Result::Unanswered(failure),
        Err(Error::Invalid(report)) => return (report, Result::Invalid),
        Err(error) => Result::Stopped(error),
    };
    (prepared.into_parts().1, result)
}

/// Who is to be called.
struct Server {
    base_url: Option<String>,
    token: String,
    #[cfg(feature = "sandbox")]
    sandbox: Option<weixin_draft_sandbox::Sandbox>,
}

impl Server {
    fn of(options: &Options, session: &Session) -> std::result::Result<Self, Failure> {
        #[cfg(feature = "sandbox")]
        if options.sandbox {
            let sandbox = trial::start(session)?;
            return Ok(Server {
                base_url: Some(sandbox.base_url()),
                token: weixin_draft_sandbox::TOKEN.to_owned(),
                sandbox: Some(sandbox),
            });
        }
        Ok(Server {
            base_url: options.base_url.clone(),
            token: token(&options.token_env, session)?,
            #[cfg(feature = "sandbox")]
            sandbox: None,
        })
    }

    #[cfg_attr(not(feature = "sandbox"), expect(clippy::unused_self, reason = "as with a sandbox"))]
    fn is_sandbox(&self) -> bool {
        #[cfg(feature = "sandbox")]
        return self.sandbox.is_some();
        #[cfg(not(feature = "sandbox"))]
        return false;
    }

    /// What the sandbox holds where the request went.
    fn now_holds(&self, body: &[u8]) -> Option<Holding> {
        let request: Value = serde_json::from_slice(body).ok()?;
        let media_id = request["media_id"].as_str()?.to_owned();
        let index = request["index"].as_u64()?;
        let draft = self.draft(&media_id)?;
        let item = draft["news_item"].get(usize::try_from(index).ok()?)?;
        let title = item["title"].as_str()?.to_owned();
        let content_length = item["content"].as_str()?.chars().count();
        Some(Holding { media_id, index, title, content_length })
    }

    /// Puts the draft of a request into the sandbox, if there is one, and it has none of
    /// this id.
    #[cfg(feature = "sandbox")]
    fn provide_draft(&self, body: &[u8]) {
        let Some(sandbox) = &self.sandbox else { return };
        let request: Value = serde_json::from_slice(body).unwrap_or_default();
        if let (Some(media_id), Some(index)) =
            (request["media_id"].as_str(), request["index"].as_u64())
        {
            trial::provide_draft(sandbox, media_id, index);
        }
    }

    #[cfg(not(feature = "sandbox"))]
    #[expect(clippy::unused_self, reason = "as with a sandbox")]
    fn provide_draft(&self, _body: &[u8]) {}

    #[cfg(feature = "sandbox")]
    fn draft(&self, media_id: &str) -> Option<Value> {
        self.sandbox.as_ref()?.draft(media_id)
    }

    #[cfg(not(feature = "sandbox"))]
    #[expect(clippy::unused_self, reason = "as with a sandbox")]
    fn draft(&self, _media_id: &str) -> Option<Value> {
        None
    }
}

/// The access token. An argument would be seen by everybody on the machine.
pub(crate) fn token(variable: &str, session: &Session) -> std::result::Result<String, Failure> {
    // Somebody may have written the token itself here, which must not be repeated.
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    const MAX_VARIABLE: usize = 64;
    // As an account's secret is.
    let is_secret = variable.len() == 32 && variable.bytes().all(|it| it.is_ascii_hexdigit());
    let is_long = variable.len() > MAX_VARIABLE;
    if variable.is_empty() || is_long || is_secret || !variable.bytes().all(is_name) {
        return Err(Failure(say!(
            session.language,
            "--token-env takes the name of an environment variable, such as WEIXIN_ACCESS_TOKEN, not the token itself",
            "--token-env 需要环境变量的名称，如 WEIXIN_ACCESS_TOKEN，而不是 access_token 本身"
        )));
    }
    let token = std::env::var(variable).unwrap_or_default();
    match token.trim() {
        "" => Err(Failure(say!(
            session.language,
            "no access token: put one into the environment variable {variable}, or try --sandbox, which needs none",
            "没有 access_token：请放入环境变量 {variable}；也可以用 --sandbox 试运行，无需 access_token"
        ))),
        token => Ok(token.to_owned()),
    }
}
