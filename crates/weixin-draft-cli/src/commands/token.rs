//! `weixin-draft token`.

use clap::Args;
use serde_json::json;
use weixin_draft::Checker;

use super::account::{AccountOptions, Told, fail, tell};
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Fetch an access token and say for how long it is good; it is never shown
#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(flatten)]
    account: AccountOptions,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let format = options.account.format;
    let account = options.account.account(Checker::new(), session)?;
    let left = match account.client.fetch_token() {
        Ok(left) => left,
        Err(error) => return fail(&error, format, session),
    };
    let Some(left) = left else {
        // A fixed token: whether it is good is only known by using it.
        return match account.client.list(1) {
            Ok(_) => {
                let text = say!(session.language, "the access token is good", "access_token 有效");
                tell(
                    &Told { text, data: json!({"expires_in": null}), found: None, stored: None },
                    format,
                    session,
                )
            }
            Err(error) => fail(&error, format, session),
        };
    };
    // A moment has passed since; nobody wants to read 7199.
    let seconds = (left + std::time::Duration::from_millis(500)).as_secs();
    let text = say!(
        session.language,
        "fetched an access token, good for {seconds} s",
        "已获取 access_token，有效期 {seconds} 秒"
    );
    tell(
        &Told { text, data: json!({"expires_in": seconds}), found: None, stored: None },
        format,
        session,
    )
}
