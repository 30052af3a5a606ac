//! Which account is called, and by which token.

use std::env;

use clap::Args;
use weixin_draft::Checker;
use weixin_draft_client::{AccessToken, Client, StableToken, TokenSource};

use crate::commands::network::NetworkOptions;
use crate::commands::update::token;
use crate::options::Format;
use crate::outcome::Failure;
use crate::session::Session;

/// Options of every command that calls an account.
#[derive(Args, Debug)]
pub(crate) struct AccountOptions {
    /// Call a sandbox inside this process: no account, no network
    #[cfg(feature = "sandbox")]
    #[arg(long, conflicts_with_all = ["base_url", "token_env"])]
    sandbox: bool,
    /// Call this address instead of api.weixin.qq.com
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The environment variable that holds the access token [default: WEIXIN_ACCESS_TOKEN; without
    /// it one is fetched for WEIXIN_APPID and WEIXIN_SECRET]
    #[arg(long, value_name = "VAR")]
    token_env: Option<String>,
    #[command(flatten)]
    network: NetworkOptions,
    /// How to print the outcome
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
}

/// An account that can be called. Its sandbox, if it has one, lives as long.
pub(crate) struct Account {
    pub(crate) client: Client,
    #[cfg(feature = "sandbox")]
    _sandbox: Option<weixin_draft_sandbox::Sandbox>,
}

impl AccountOptions {
    /// Whether a sandbox is called, which forgets everything in the end.
    pub(crate) fn is_sandbox(&self) -> bool {
        #[cfg(feature = "sandbox")]
        return self.sandbox;
        #[cfg(not(feature = "sandbox"))]
        return false;
    }

    /// Whether a server on this machine is called, such as a sandbox.
    #[cfg(feature = "pictures")]
    pub(crate) fn is_on_this_machine(&self) -> bool {
        let is_loopback = |url: &String| {
            url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost")
        };
        self.is_sandbox() || self.base_url.as_ref().is_some_and(is_loopback)
    }

    /// The account that the options name.
    pub(crate) fn account(&self, checker: Checker, session: &Session) -> Result<Account, Failure> {
        #[cfg(feature = "sandbox")]
        if self.sandbox {
            let sandbox = weixin_draft_sandbox::Sandbox::start().map_err(|error| {
                Failure(say!(
                    session.language,
                    "cannot start the sandbox: {error}",
                    "无法启动沙箱：{error}"
                ))
            })?;
            let token = AccessToken::new(weixin_draft_sandbox::TOKEN);
            let url = sandbox.base_url();
            let client = self.network.client(token, Some(&url), true, checker, session)?;
            return Ok(Account { client, _sandbox: Some(sandbox) });
        }
        let source = self.source(session)?;
        let base_url = self.base_url.as_deref();
        let client = self.network.client(source, base_url, false, checker, session)?;
        Ok(Account {
            client,
            #[cfg(feature = "sandbox")]
            _sandbox: None,
        })
    }

    /// A token of the environment, or the credentials to fetch one.
    fn source(&self, session: &Session) -> Result<TokenSource, Failure> {
        const TOKEN: &str = "WEIXIN_ACCESS_TOKEN";
        if let Some(variable) = &self.token_env {
            return Ok(AccessToken::new(token(variable, session)?).into());
        }
        if env::var(TOKEN).is_ok_and(|token| !token.trim().is_empty()) {
            return Ok(AccessToken::new(token(TOKEN, session)?).into());
        }
        match StableToken::from_env() {
            Ok(account) => Ok(account.into()),
            Err(error) => {
                let credentials = error.words().get(session.language);
                Err(Failure(say!(
                    session.language,
                    "no access token in WEIXIN_ACCESS_TOKEN, and {credentials}; or try --sandbox, which needs neither",
                    "WEIXIN_ACCESS_TOKEN 中没有 access_token，且{credentials}；也可以用 --sandbox 试运行，两者都不需要"
                )))
            }
        }
    }
}
