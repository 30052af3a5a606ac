//! The access token, and how it ends.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::answer::{Refusal, refuse};
use crate::fields::Fields;

/// The access token that is good at the start.
pub const TOKEN: &str = "SANDBOX_TOKEN";

/// The `appid` that is given tokens.
pub const APPID: &str = "SANDBOX_APPID";

/// The `secret` that goes with [`APPID`].
pub const SECRET: &str = "SANDBOX_SECRET";

/// How many tokens may be forced a day.
const FORCED_A_DAY: u32 = 20;
/// How far apart they have to be.
const BETWEEN_FORCED: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub(crate) struct Tokens {
    /// The number of the token that is given now.
    number: u32,
    /// Whether it is refused although it is given.
    is_void: bool,
    forced: u32,
    last_forced: Option<Instant>,
}

impl Tokens {
    pub(crate) fn new() -> Self {
        Tokens { number: 1, is_void: false, forced: 0, last_forced: None }
    }

    /// The token ends; the next that is asked for is another.
    pub(crate) fn expire(&mut self) {
        self.number += 1;
        self.is_void = false;
    }

    /// The token is refused from now on, but goes on being given, until another
    /// is forced.
    pub(crate) fn void(&mut self) {
        self.is_void = true;
    }

    /// Refuses a token that is not good.
    pub(crate) fn check(&self, token: &str) -> Result<(), Refusal> {
        if token.is_empty() {
            return refuse(41001, "access_token is missing or empty");
        }
        if token == name(self.number) {
            return if self.is_void {
                refuse(40001, "the token was made void; force another")
            } else {
                Ok(())
            };
        }
        if (1..self.number).any(|number| token == name(number)) {
            return refuse(42001, "the token has ended");
        }
        refuse(40001, "the sandbox's token is SANDBOX_TOKEN, or that of stable_token")
    }

    /// The answer of stable_token.
    pub(crate) fn give(&mut self, asked: Fields<'_>) -> Result<Value, Refusal> {
        if asked.text("grant_type")? != "client_credential" {
            return refuse(40002, "grant_type is not client_credential");
        }
        if asked.text("appid")? != APPID {
            return refuse(40013, "the appid is not SANDBOX_APPID");
        }
        if asked.text("secret")? != SECRET {
            return refuse(40125, "the secret is not SANDBOX_SECRET");
        }
        if asked.boolean("force_refresh")? {
            self.force()?;
        }
        Ok(json!({"access_token": name(self.number), "expires_in": 7200}))
    }

    fn force(&mut self) -> Result<(), Refusal> {
        if self.last_forced.is_some_and(|last| last.elapsed() < BETWEEN_FORCED) {
            return refuse(45011, "forced tokens are 30 seconds apart");
        }
        if self.forced == FORCED_A_DAY {
            return refuse(45009, "20 tokens were forced today");
        }
        self.forced += 1;
        self.last_forced = Some(Instant::now());
        self.expire();
        Ok(())
    }
}

fn name(number: u32) -> String {
    if number == 1 { TOKEN.to_owned() } else { format!("{TOKEN}_{number}") }
}
