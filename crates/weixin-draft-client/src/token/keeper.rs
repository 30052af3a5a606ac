//! Keeps the token of a client, and has it renewed by one call for all.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::Mutex;
use weixin_draft::endpoint::{TokenAnswer, TokenRequest};

use super::source::Source;
use super::{AccessToken, StableToken, TokenSource};
use crate::Clock;
use crate::error::{Error, TokenError};

/// A token is renewed so long before it ends. From then on the server gives a
/// new one, and takes both.
const EARLY: Duration = Duration::from_secs(5 * 60);

/// How long after a renewal that failed the next one is tried, while the token is still
/// good.
const PATIENCE: Duration = Duration::from_secs(30);

/// The token of a client.
pub(crate) struct Keeper {
    source: Source,
    /// Locked while a token is fetched, so that all others wait for it.
    kept: Mutex<Option<Kept>>,
    /// How many fetches have failed, and why the last did: whoever waited for
    /// that one is told so, and does not try again.
    failures: AtomicU64,
    last_failure: std::sync::Mutex<Option<Error>>,
}

struct Kept {
    token: AccessToken,
    renew_at: Instant,
    ends_at: Instant,
}

impl Keeper {
    pub(crate) fn new(source: TokenSource) -> Self {
        Keeper {
            source: source.0,
            kept: Mutex::new(None),
            failures: AtomicU64::new(0),
            last_failure: std::sync::Mutex::new(None),
        }
    }

    /// The token to send.
    pub(crate) async fn token(
        &self,
        clock: &Clock,
        fetch: &mut impl AsyncFnMut(TokenRequest<'_>) -> Result<TokenAnswer, Error>,
    ) -> Result<AccessToken, Error> {
        let token = match &self.source {
            Source::Fixed(token) => token.clone(),
            Source::Function(function) => {
                function().map_err(|error| TokenError::Function(error.into()))?
            }
            Source::Stable(stable) => return self.stable(stable, None, clock, fetch).await,
        };
        token.check()?;
        Ok(token)
    }

    /// Another token than the one that the server refused; `None` when there is
    /// no other.
    pub(crate) async fn renewed(
        &self,
        refused: &AccessToken,
        clock: &Clock,
        fetch: &mut impl AsyncFnMut(TokenRequest<'_>) -> Result<TokenAnswer, Error>,
    ) -> Result<Option<AccessToken>, Error> {
        let token = match &self.source {
            Source::Fixed(_) => return Ok(None),
            Source::Function(_) => self.token(clock, fetch).await?,
            Source::Stable(stable) => self.stable(stable, Some(refused), clock, fetch).await?,
        };
        Ok((token != *refused).then_some(token))
    }

    /// The secret of the account, where tokens are fetched with it.
    pub(crate) fn secret(&self) -> Option<&str> {
        match &self.source {
            Source::Stable(stable) => Some(stable.secret.reveal()),
            Source::Fixed(_) | Source::Function(_) => None,
        }
    }

    /// For how long the kept token is good.
    pub(crate) async fn time_left(&self, clock: &Clock) -> Option<Duration> {
        let kept = self.kept.lock().await;
        kept.as_ref().map(|kept| kept.ends_at.saturating_duration_since(clock.now()))
    }

    async fn stable(
        &self,
        stable: &StableToken,
        refused: Option<&AccessToken>,
        clock: &Clock,
        fetch: &mut impl AsyncFnMut(TokenRequest<'_>) -> Result<TokenAnswer, Error>,
    ) -> Result<AccessToken, Error> {
        let failures = self.failures.load(Ordering::SeqCst);
        let mut kept = self.kept.lock().await;
        if let Some(kept) = &*kept
            && Some(&kept.token) != refused
            && clock.now() < kept.renew_at
        {
            return Ok(kept.token.clone());
        }
        if self.failures.load(Ordering::SeqCst) != failures
            && let Some(error) = self.failure().clone()
        {
            return Err(error);
        }
        match fetch_other(stable, refused, fetch).await {
            Ok(answer) => {
                let token = AccessToken::new(answer.access_token);
                token.check()?;
                *kept = Some(Kept::new(token.clone(), answer.expires_in, clock.now()));
                Ok(token)
            }
            Err(error) => {
                if let Some(kept) = &mut *kept
                    && Some(&kept.token) != refused
                    && clock.now() < kept.ends_at
                {
                    kept.renew_at = clock.now() + PATIENCE;
                    return Ok(kept.token.clone());
                }
                // A call that was given up says nothing about the server.
                if error != Error::Cancelled {
                    *self.failure() = Some(error.clone());
                    self.failures.fetch_add(1, Ordering::SeqCst);
                }
                Err(error)
            }
        }
    }

    fn failure(&self) -> std::sync::MutexGuard<'_, Option<Error>> {
        self.last_failure.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Fetches a token other than the refused one, by force only if need be.
async fn fetch_other(
    stable: &StableToken,
    refused: Option<&AccessToken>,
    fetch: &mut impl AsyncFnMut(TokenRequest<'_>) -> Result<TokenAnswer, Error>,
) -> Result<TokenAnswer, Error> {
    let request = |force| TokenRequest::new(&stable.appid, stable.secret.reveal(), force);
    let answer = fetch(request(false)).await?;
    match refused {
        Some(refused) if *refused == AccessToken::new(&*answer.access_token) => {
            fetch(request(true)).await
        }
        _ => Ok(answer),
    }
}

impl Kept {
    fn new(token: AccessToken, expires_in: u64, now: Instant) -> Self {
        // A day is more than any token lasts, and less than a clock can count.
        let lasts = Duration::from_secs(expires_in.min(24 * 60 * 60));
        let kept = lasts.saturating_sub(EARLY).max(lasts / 2);
        Kept { token, renew_at: now + kept, ends_at: now + lasts }
    }
}
