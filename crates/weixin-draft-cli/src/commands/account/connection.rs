//! Which account is called, and by which token.

use std::env;

use clap::Args;
use weixin_draft::Checker;
use weixin_draft_client::{AccessToken, Client, StableToken, TokenSource};

use crate::commands::network::NetworkOptions;
#[cfg(feature = "sandbox")]
use crate::commands::trial;
use crate::commands::update::token;
use crate::escape::Visible;
use crate::interrupt::Interrupt;
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
    /// What Ctrl-C says of its calls.
    pub(crate) interrupt: Interrupt,
    #[cfg(feature = "sandbox")]
    sandbox: Option<weixin_draft_sandbox::Sandbox>,
}

impl Account {
    /// Puts the draft into the sandbox, if there is one, and it has none of this id.
    #[cfg_attr(
        not(feature = "sandbox"),
        expect(unused_variables, clippy::unused_self, reason = "as with a sandbox")
    )]
    pub(crate) fn provide_draft(&self, media_id: &str, index: u32) {
        #[cfg(feature = "sandbox")]
        if let Some(sandbox) = &self.sandbox {
            trial::provide_draft(sandbox, media_id, index.into());
        }
    }
}

impl AccountOptions {
    /// Whether a sandbox is called, which forgets everything in the end.
    #[cfg_attr(not(feature = "sandbox"), expect(clippy::unused_self, reason = "as with a sandbox"))]
    pub(crate) fn is_sandbox(&self) -> bool {
        #[cfg(feature = "sandbox")]
        return self.sandbox;
        #[cfg(not(feature = "sandbox"))]
        return false;
    }

    /// The server that is called, where it is not the vendor's.
    #[cfg(feature = "pictures")]
    pub(crate) fn base_url(&self) -> Option<&str> {
        self.base_url.as_deref()
    }

    /// The account that the options name.
    pub(crate) fn account(&self, checker: Checker, session: &Session) -> Result<Account, Failure> {
        let interrupt = Interrupt::begin(session.language);
        #[cfg(feature = "sandbox")]
        if self.sandbox {
            let sandbox = trial::start(session)?;
            let token = AccessToken::new(weixin_draft_sandbox::TOKEN);
            let url = sandbox.base_url();
            let client = self.network.client(token, Some(&url), true, checker, session)?;
            return Ok(Account { client, interrupt, sandbox: Some(sandbox) });
        }
        let source = self.source(session)?;
        let base_url = self.base_url.as_deref();
        let client = self.network.client(source, base_url, false, checker, session)?;
        Ok(Account {
            client,
            interrupt,
            #[cfg(feature = "sandbox")]
            sandbox: None,
        })
    }

    /// A token of the environment, or the credentials to fetch one.
    fn source(&self, session: &Session) -> Result<TokenSource, Failure> {
        const TOKEN: &str = "WEIXIN_ACCESS_TOKEN";
        let is_set = || env::var(TOKEN).is_ok_and(|token| !token.trim().is_empty());
        let variable = self.token_env.as_deref().or_else(|| is_set().then_some(TOKEN));
        if let Some(variable) = variable {
            let token = token(variable, session)?;
            tell_of_token(variable, session);
            return Ok(AccessToken::new(token).into());
        }
        match StableToken::from_env() {
            Ok(account) => {
                tell_of_token(StableToken::APPID, session);
                Ok(account.into())
            }
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

/// With --verbose: where the token comes from.
fn tell_of_token(variable: &str, session: &Session) {
    if session.verbose {
        let variable = Visible(variable);
        session.note(&match variable.0 {
            StableToken::APPID => say!(
                session.language,
                "access token: fetched for the account in {variable}",
                "access_token：为 {variable} 中的账号获取"
            ),
            _ => say!(
                session.language,
                "access token: from the environment variable {variable}",
                "access_token：来自环境变量 {variable}"
            ),
        });
    }
}
