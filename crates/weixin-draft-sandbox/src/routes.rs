//! The vendor's endpoints.

use std::time::Duration;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Query, Request, State as Given};
use axum::http::header::{CONTENT_TYPE, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::any;
use serde_json::{Value, json};

use crate::answer::{Refusal, ok, refuse, respond, send};
use crate::fault::Fault;
use crate::fields::as_object;
use crate::received::{Received, mask_body, mask_path};
use crate::state::{APPID, SECRET, Shared, TOKEN};
use crate::{control, misbehave, page};

/// More than the largest content takes up, however it was escaped.
const LARGEST_BODY: usize = 16 * 1024 * 1024;

/// All endpoints, with the state they work on.
pub(crate) fn router(shared: Shared) -> Router {
    Router::new()
        .route("/cgi-bin/draft/update", any(update))
        .route("/cgi-bin/draft/get", any(get))
        .route("/cgi-bin/stable_token", any(stable_token))
        .nest("/sandbox", control::router())
        .fallback(unknown)
        .with_state(shared)
}

/// A request with its body read.
struct Call {
    method: Method,
    token: String,
    body: Result<Bytes, Refusal>,
}

impl Call {
    /// Reads a request to its end and puts it on record.
    async fn take(shared: &Shared, request: Request) -> Call {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, LARGEST_BODY)
            .await
            .map_err(|_| Refusal { errcode: 45002, reason: "the body is too large to be read" });
        let content_type = head.headers.get(CONTENT_TYPE);
        shared.lock().remember(Received {
            method: head.method.to_string(),
            path: mask_path(head.uri.path(), head.uri.query()),
            content_type: content_type.map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned()),
            body: mask_body(body.as_deref().unwrap_or_default()),
        });
        let Query(pairs) =
            Query::<Vec<(String, String)>>::try_from_uri(&head.uri).unwrap_or_default();
        let token = pairs.into_iter().find(|(name, _)| name == "access_token");
        Call { method: head.method, token: token.map(|(_, token)| token).unwrap_or_default(), body }
    }

    /// The body of a POST.
    fn posted(&self) -> Result<&[u8], Refusal> {
        if self.method != Method::POST {
            return refuse(43002, "this endpoint wants POST");
        }
        match &self.body {
            Ok(body) => Ok(body),
            Err(refusal) => Err(*refusal),
        }
    }

    /// The body of a POST that came with a good token.
    fn authorized(&self) -> Result<&[u8], Refusal> {
        let body = self.posted()?;
        match self.token.as_str() {
            TOKEN => Ok(body),
            "" => refuse(41001, "access_token is missing or empty"),
            _ => refuse(40001, "the sandbox's token is SANDBOX_TOKEN"),
        }
    }
}

async fn update(Given(shared): Given<Shared>, request: Request) -> Response {
    let call = Call::take(&shared, request).await;
    let fault = shared.lock().take_fault();
    if let Some(fault) = &fault {
        let serial = shared.lock().serial();
        if let Some(response) = misbehave::answer(fault, serial) {
            return response;
        }
    }
    if let Some(Fault::Slow { milliseconds }) = fault {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
    let result = call.authorized().and_then(|body| shared.lock().update(body).map(|()| ok()));
    let mut value = settle(&shared, result);
    if fault == Some(Fault::StringErrcode) {
        value["errcode"] = value["errcode"].to_string().into();
    }
    let mut response = send(&value);
    if fault == Some(Fault::TextPlain) {
        let label = HeaderValue::from_static("text/plain");
        response.headers_mut().insert(CONTENT_TYPE, label);
    }
    response
}

async fn get(Given(shared): Given<Shared>, request: Request) -> Response {
    let call = Call::take(&shared, request).await;
    let result = call.authorized().and_then(|body| {
        let body = page::parse(body)?;
        shared.lock().draft(page::media_id(&body)?)
    });
    send(&settle(&shared, result))
}

async fn stable_token(Given(shared): Given<Shared>, request: Request) -> Response {
    let call = Call::take(&shared, request).await;
    let result = call.posted().and_then(|body| {
        let body = page::parse(body)?;
        let fields = as_object(&body)?;
        let asked = (fields.text("grant_type")?, fields.text("appid")?, fields.text("secret")?);
        if asked == ("client_credential", APPID, SECRET) {
            Ok(json!({"access_token": TOKEN, "expires_in": 7200}))
        } else {
            refuse(40001, "grant_type, appid or secret is not the sandbox's")
        }
    });
    send(&settle(&shared, result))
}

async fn unknown(Given(shared): Given<Shared>, request: Request) -> Response {
    Call::take(&shared, request).await;
    respond(
        StatusCode::NOT_FOUND,
        "text/plain; charset=utf-8",
        "The sandbox has /cgi-bin/draft/update, /cgi-bin/draft/get, /cgi-bin/stable_token \
         and, to look inside, /sandbox/fault, /sandbox/requests, /sandbox/drafts, \
         /sandbox/reset.\n",
    )
}

/// What is sent for a result, good or bad.
fn settle(shared: &Shared, result: Result<Value, Refusal>) -> Value {
    result.unwrap_or_else(|refusal| refusal.to_json(shared.lock().serial()))
}
