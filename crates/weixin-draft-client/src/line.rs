//! One call of an endpoint: token, request, answer, and what follows from it.

use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;
use weixin_draft::ErrorCodeClass;
use weixin_draft::endpoint::{
    AnswerError, Endpoint, STABLE_TOKEN, TokenAnswer, TokenRequest, read_answer,
};

use crate::client::{BeforeUpdate, Inner};
use crate::error::{ApiError, Error, Reason, TransportError};
use crate::http::{Answer, Connection, Deadline, Exchange, Failure, RequestBody};
use crate::token::mask;
use crate::{AccessToken, retry};

/// There is no draft, or no material, of this id.
pub(crate) const INVALID_MEDIA_ID: i64 = 40007;

/// The way of one blocking call: several calls of endpoints may go along it.
pub(crate) struct Line<'a> {
    pub(crate) client: &'a Inner,
    pub(crate) connection: &'a mut Connection,
    /// What is asked before an update under a guard is sent.
    pub(crate) before_update: Option<&'a BeforeUpdate>,
}

impl Line<'_> {
    /// Calls an endpoint with a value.
    pub(crate) async fn call<T: DeserializeOwned>(
        &mut self,
        endpoint: &'static Endpoint,
        request: &impl Serialize,
    ) -> Result<T, Error> {
        // Serialising strings, integers and structs into memory cannot fail.
        let body = serde_json::to_vec(request).unwrap_or_default();
        self.send(endpoint, RequestBody::json(body)).await
    }

    /// Calls an endpoint with a body, renews the token once, and tries again
    /// where that can help.
    pub(crate) async fn send<T: DeserializeOwned>(
        &mut self,
        endpoint: &'static Endpoint,
        body: RequestBody,
    ) -> Result<T, Error> {
        self.send_for(endpoint, body, read_answer, retry::TRIES).await
    }

    /// The same for an answer that is read in its own way, and with at most this many
    /// tries.
    pub(crate) async fn send_for<T>(
        &mut self,
        endpoint: &'static Endpoint,
        body: RequestBody,
        read: fn(&[u8]) -> Result<T, AnswerError>,
        max_tries: u32,
    ) -> Result<T, Error> {
        let deadline = self.client.clock.now() + self.client.timeout;
        let mut token = self.token(deadline).await?;
        let (mut may_renew, mut tries) = (true, 1);
        loop {
            let error = match self.post(endpoint, Some(&token), body.clone(), deadline, read).await
            {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            if let Error::Api(refusal) = &error
                && refusal.class() == Some(ErrorCodeClass::Token)
                && may_renew
            {
                may_renew = false;
                match self.renewed(&token, deadline).await? {
                    Some(other) => token = other,
                    None => return Err(error),
                }
                continue;
            }
            if tries >= max_tries || !self.pause(&error, endpoint, tries, deadline).await {
                return Err(error);
            }
            tries += 1;
        }
    }

    /// Pauses before the next try; false if there is to be none.
    async fn pause(
        &self,
        error: &Error,
        endpoint: &Endpoint,
        tries: u32,
        deadline: Instant,
    ) -> bool {
        if !self.client.retries {
            return false;
        }
        let pause = retry::pause(error, endpoint.effect, self.client.may_overwrite, tries);
        let Some(pause) = pause.filter(|pause| self.client.clock.now() + *pause < deadline) else {
            return false;
        };
        self.client.clock.pause(pause).await;
        true
    }

    pub(crate) async fn token(&mut self, deadline: Instant) -> Result<AccessToken, Error> {
        let client = self.client;
        client
            .keeper
            .token(&client.clock, &mut async |request| self.fetch_token(request, deadline).await)
            .await
    }

    async fn renewed(
        &mut self,
        refused: &AccessToken,
        deadline: Instant,
    ) -> Result<Option<AccessToken>, Error> {
        let client = self.client;
        client
            .keeper
            .renewed(refused, &client.clock, &mut async |request| {
                self.fetch_token(request, deadline).await
            })
            .await
    }

    async fn fetch_token(
        &mut self,
        request: TokenRequest<'_>,
        deadline: Instant,
    ) -> Result<TokenAnswer, Error> {
        let body = RequestBody::json(serde_json::to_vec(&request).unwrap_or_default());
        let mut tries = 1;
        loop {
            match self.post(&STABLE_TOKEN, None, body.clone(), deadline, read_answer).await {
                Ok(answer) => return Ok(answer),
                Err(error) if self.pause(&error, &STABLE_TOKEN, tries, deadline).await => {
                    tries += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// One request, one answer.
    async fn post<T>(
        &mut self,
        endpoint: &'static Endpoint,
        token: Option<&AccessToken>,
        body: RequestBody,
        deadline: Instant,
        read: fn(&[u8]) -> Result<T, AnswerError>,
    ) -> Result<T, Error> {
        let client = self.client;
        let encoded = token.map(AccessToken::percent_encoded);
        let path = client.route.base_url.path();
        let target = format!("{path}{}", endpoint.target(encoded.as_deref()));
        let left = deadline.saturating_duration_since(client.clock.now());
        let exchange = Exchange {
            target,
            body,
            deadline: Deadline { at: tokio::time::Instant::now() + left, timeout: client.timeout },
            largest_answer: endpoint.largest_answer,
        };
        let answer = if left == Duration::ZERO {
            Err(Failure::before(Reason::Timeout(client.timeout)))
        } else {
            exchange.run(self.connection, &client.route).await
        };
        let failed = |failure| Error::Transport(TransportError::new(endpoint, failure));
        let answer = answer.map_err(failed)?;
        if let Some(reason) = unusual(&answer) {
            return Err(failed(answered(reason, answer.status)));
        }
        read_masked(&answer.body, token, read).map_err(|error| match error {
            AnswerError::Refused(mut response) => {
                let secrets = [token.map(AccessToken::reveal), client.keeper.secret()];
                for secret in secrets.into_iter().flatten() {
                    response.errmsg = mask(&response.errmsg, secret);
                }
                ApiError::new(endpoint, response).into()
            }
            AnswerError::Html => failed(answered(Reason::Html, answer.status)),
            AnswerError::Truncated => failed(answered(Reason::Truncated, answer.status)),
            AnswerError::NotUtf8 => failed(answered(Reason::NotUtf8, answer.status)),
            _ => failed(answered(Reason::NotTheEndpoints, answer.status)),
        })
    }
}

/// Reads an answer, in which some gateways quote the address they were asked
/// for.
fn read_masked<T>(
    body: &[u8],
    token: Option<&AccessToken>,
    read: fn(&[u8]) -> Result<T, AnswerError>,
) -> Result<T, AnswerError> {
    match (std::str::from_utf8(body), token) {
        (Ok(text), Some(token)) => read(token.mask(text).as_bytes()),
        _ => read(body),
    }
}

/// What a status other than 200 says. Whatever such an answer holds, it is not
/// from the endpoint.
fn unusual(answer: &Answer) -> Option<Reason> {
    let is_page = || answer.body.trim_ascii_start().starts_with(b"<");
    Some(match answer.status {
        200 => return None,
        403 | 501 if is_page() => Reason::Firewall,
        300..=399 => Reason::Redirect,
        412 => Reason::LengthRequired,
        500..=599 => Reason::Gateway,
        _ => Reason::Status,
    })
}

fn answered(reason: Reason, status: u16) -> Failure {
    Failure { reason, sent: true, status: Some(status), source: None }
}
