//! How a server is called, and what is said where it does not do as it is asked.

use std::time::Duration;

use clap::Args;
use weixin_draft::Checker;
use weixin_draft_client::{ApiError, Client, Error, TokenSource, TransportError};

use crate::called::Called;
use crate::escape::Visible;
use crate::outcome::Failure;
use crate::say::Said;
use crate::session::Session;

/// Options of every command that calls a server.
#[derive(Args, Debug)]
pub(crate) struct NetworkOptions {
    /// How long each call may take [default: 30]
    #[arg(long, value_name = "SECONDS", value_parser = parse_seconds, allow_negative_numbers = true)]
    timeout: Option<Duration>,
    /// How long a connection may take to come about [default: 5]
    #[arg(long, value_name = "SECONDS", value_parser = parse_seconds, allow_negative_numbers = true)]
    connect_timeout: Option<Duration>,
    /// Trust the system's certificate authorities too, such as a company's
    #[arg(long)]
    system_roots: bool,
    /// Let this host be called by http
    #[arg(long, value_name = "HOST")]
    allow_http: Vec<String>,
}

impl NetworkOptions {
    /// A client of the server at this address, which may be a sandbox.
    pub(crate) fn client(
        &self,
        source: impl Into<TokenSource>,
        base_url: Option<&str>,
        is_sandbox: bool,
        checker: Checker,
        session: &Session,
    ) -> Result<Client, Failure> {
        let base_url = base_url.unwrap_or(Client::BASE_URL);
        let timeout = self.timeout.unwrap_or(Client::TIMEOUT);
        let connect_timeout = self.connect_timeout.unwrap_or(Client::CONNECT_TIMEOUT);
        let mut builder = Client::builder(source)
            .checker(checker)
            .system_roots(self.system_roots)
            .timeout(timeout)
            .connect_timeout(connect_timeout);
        for host in &self.allow_http {
            builder = builder.allow_http(host);
        }
        let client = builder.base_url(base_url).build().map_err(|error| {
            // The library names its own setting.
            let words = error.words().get(session.language).replace("allow_http", "--allow-http");
            Failure(format!("--base-url: {words}"))
        })?;
        tell_of_server(base_url, session);
        let host = host_of(base_url);
        session.calls(Called { host, timeout, connect_timeout, is_sandbox });
        Ok(client)
    }
}

/// With --verbose: which host is called, and whether through a proxy. Its address may
/// hold a password, so its variable is named instead. The base URL holds none: it was
/// looked at before.
fn tell_of_server(base_url: &str, session: &Session) {
    if !session.verbose {
        return;
    }
    let host = Visible(base_url);
    session.note(&say!(session.language, "host: {host}", "服务器：{host}"));
    const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if let Some(variable) = VARIABLES.into_iter().find(is_set) {
        session.note(&say!(
            session.language,
            "proxy: from the environment variable {variable}",
            "代理：来自环境变量 {variable}"
        ));
    }
}

/// The host and the port of an address.
fn host_of(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_owned()
}

/// What happened to a call, and what to do, in the names that options have on the command
/// line.
pub(crate) fn error_in_words(error: &Error, session: &Session) -> String {
    match error {
        Error::Transport(failure) => unanswered(failure, session),
        // The support of the vendor knows nothing of what a sandbox does.
        Error::Api(refusal) if session.calls_sandbox() => {
            ApiError { rid: None, ..refusal.clone() }.message(session.language)
        }
        // It names an id that anybody may have written.
        Error::Gone(gone) => Visible(&gone.message(session.language)).to_string(),
        // Pictures were sent, and the draft was not changed.
        Error::Conflict(conflict)
            if !conflict.may_have_arrived && !session.uploads.names().is_empty() =>
        {
            say!(
                session.language,
                "the draft was not changed: somebody else changed the article since it was read; read it again and make the change once more",
                "草稿没有变化：读取之后该文章已被他人修改。请重新读取后再改一次"
            )
        }
        _ => error.message(session.language),
    }
}

/// Why no proper answer came: of which host, and which option would help.
pub(crate) fn unanswered(failure: &TransportError, session: &Session) -> String {
    let Some(called) = session.called() else { return failure.message(session.language) };
    let message = failure.message_naming(session.language, |option| match option {
        "timeout" => longer("--timeout", called.timeout),
        "connect_timeout" => longer("--connect-timeout", called.connect_timeout),
        _ => format!("--{}", option.replace('_', "-")),
    });
    let host = Visible(&called.host);
    say!(session.language, "{host}: {message}", "{host}：{message}")
}

/// An option with twice as much time as there was.
fn longer(option: &str, limit: Duration) -> String {
    format!("{option} {}", limit.as_secs_f64() * 2.0)
}

fn parse_seconds(text: &str) -> Result<Duration, Said> {
    let seconds = text.parse().ok().and_then(|number| Duration::try_from_secs_f64(number).ok());
    seconds.filter(|duration| !duration.is_zero()).ok_or_else(|| Said {
        english: "write a number of seconds above 0".to_owned(),
        chinese: "请填写大于 0 的秒数".to_owned(),
    })
}
