//! The vendor's endpoints.

use std::time::Duration;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Query, Request, State as Given};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::any;
use serde_json::Value;

use crate::answer::{Refusal, now, ok, refuse, respond, send};
use crate::fault::Fault;
use crate::fields::as_object;
use crate::pictures::{Pictures, Upload};
use crate::received::{Received, mask_body, mask_path, shortened};
use crate::state::{Shared, State};
use crate::{control, guard, misbehave, page};

/// More than the largest content takes up, however it was escaped.
const MAX_BODY: usize = 16 * 1024 * 1024;

/// What an endpoint does with a body.
type Work = fn(&mut State, &Value) -> Result<Value, Refusal>;

/// What an endpoint does with a picture.
type Take = fn(&mut Pictures, &Upload<'_>) -> Result<Value, Refusal>;

/// What an endpoint takes and gives.
enum Endpoint {
    Json(Work),
    /// It takes a picture.
    Picture(Take),
    /// It gives a picture.
    Material,
}

/// What is answered when nothing goes wrong.
enum Reply {
    Json(Value),
    /// A file and its type.
    File(&'static str, Bytes),
}

/// All endpoints, with the state they work on.
pub(crate) fn router(shared: Shared, port: u16) -> Router {
    Router::new()
        .route("/cgi-bin/draft/update", any(update))
        .route("/cgi-bin/draft/get", any(get))
        .route("/cgi-bin/draft/add", any(add))
        .route("/cgi-bin/draft/batchget", any(batchget))
        .route("/cgi-bin/stable_token", any(stable_token))
        .route("/cgi-bin/media/uploadimg", any(upload_image))
        .route("/cgi-bin/material/add_material", any(add_material))
        .route("/cgi-bin/material/get_material", any(get_material))
        .nest("/sandbox", control::router())
        .fallback(unknown)
        .layer(from_fn_with_state(port, guard::own_host_only))
        .with_state(shared)
}

async fn update(Given(shared): Given<Shared>, request: Request) -> Response {
    let work: Work = |state, body| state.update(body).map(|()| ok());
    serve(&shared, request, "draft/update", work).await
}

async fn get(Given(shared): Given<Shared>, request: Request) -> Response {
    let work: Work = |state, body| state.draft(page::media_id(body)?);
    serve(&shared, request, "draft/get", work).await
}

async fn add(Given(shared): Given<Shared>, request: Request) -> Response {
    serve(&shared, request, "draft/add", State::add).await
}

async fn batchget(Given(shared): Given<Shared>, request: Request) -> Response {
    let work: Work = |state, body| state.list(body);
    serve(&shared, request, "draft/batchget", work).await
}

async fn stable_token(Given(shared): Given<Shared>, request: Request) -> Response {
    let work: Work = |state, body| state.tokens.give(as_object(body)?);
    serve(&shared, request, "stable_token", work).await
}

async fn upload_image(Given(shared): Given<Shared>, request: Request) -> Response {
    answer(&shared, request, "media/uploadimg", Endpoint::Picture(Pictures::upload_image)).await
}

async fn add_material(Given(shared): Given<Shared>, request: Request) -> Response {
    answer(&shared, request, "material/add_material", Endpoint::Picture(Pictures::add_material))
        .await
}

async fn get_material(Given(shared): Given<Shared>, request: Request) -> Response {
    answer(&shared, request, "material/get_material", Endpoint::Material).await
}

async fn unknown(Given(shared): Given<Shared>, request: Request) -> Response {
    let mut call = Call::take(&shared, request).await;
    call.answered(404, None);
    respond(
        StatusCode::NOT_FOUND,
        "text/plain; charset=utf-8",
        "The sandbox has /cgi-bin/draft/update, get, add and batchget, /cgi-bin/stable_token, \
         /cgi-bin/media/uploadimg, /cgi-bin/material/add_material and get_material and, to look inside, \
         /sandbox/fault, /sandbox/requests, /sandbox/drafts, /sandbox/pictures, /sandbox/edit, \
         /sandbox/delete, /sandbox/token, /sandbox/reset.\n",
    )
}

/// A request with its body read.
struct Call {
    method: Method,
    token: String,
    /// The `type` of material.
    material_type: String,
    content_type: String,
    has_length: bool,
    body: Result<Bytes, Refusal>,
    serial: u64,
    shared: Shared,
    is_answered: bool,
}

/// Who goes away before the answer has a line on record all the same.
impl Drop for Call {
    fn drop(&mut self) {
        self.answered(Received::GIVEN_UP, None);
    }
}

impl Call {
    /// Puts the answer on record, of several the first.
    fn answered(&mut self, status: u16, errcode: Option<i64>) {
        if !std::mem::replace(&mut self.is_answered, true) {
            self.shared.lock().answered(self.serial, status, errcode);
        }
    }

    /// Reads a request to its end and puts it on record.
    async fn take(shared: &Shared, request: Request) -> Call {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, MAX_BODY)
            .await
            .map_err(|_| Refusal { errcode: 45002, reason: "the body is too large to be read" });
        let content_type = head.headers.get(CONTENT_TYPE);
        let as_text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let content_type = content_type.map(as_text);
        let is_form = content_type.as_ref().is_some_and(|it| it.starts_with("multipart/"));
        let length = body.as_deref().map_or(0, <[u8]>::len);
        let serial = shared.lock().remember(Received {
            method: shortened(head.method.to_string()),
            path: shortened(mask_path(head.uri.path(), head.uri.query())),
            content_type: content_type.clone().map(shortened),
            // Pictures are kept where they can be looked at.
            body: if is_form {
                format!("({length} bytes)")
            } else {
                mask_body(body.as_deref().unwrap_or_default())
            },
            time: now(),
            errcode: None,
            status: 0,
            serial: 0,
        });
        let Query(pairs) =
            Query::<Vec<(String, String)>>::try_from_uri(&head.uri).unwrap_or_default();
        let value = |wanted: &str| {
            let pair = pairs.iter().find(|(name, _)| name == wanted);
            pair.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Call {
            method: head.method,
            token: value("access_token"),
            material_type: value("type"),
            content_type: content_type.unwrap_or_default(),
            has_length: head.headers.contains_key(CONTENT_LENGTH),
            body,
            serial,
            shared: shared.clone(),
            is_answered: false,
        }
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

    /// Does the endpoint's work, if method, token and body are good.
    fn carry_out(&self, state: &mut State, name: &str, endpoint: &Endpoint) -> Reply {
        let result = self.posted().and_then(|body| {
            if name != "stable_token" {
                state.tokens.check(&self.token)?;
            }
            match endpoint {
                Endpoint::Json(work) => work(state, &page::parse(body)?).map(Reply::Json),
                Endpoint::Material => {
                    let body = page::parse(body)?;
                    let picture = state.pictures.material(page::media_id(&body)?)?;
                    Ok(Reply::File(picture.content_type, picture.bytes.clone()))
                }
                Endpoint::Picture(take) => {
                    let (content_type, material_type) = (&self.content_type, &self.material_type);
                    take(&mut state.pictures, &Upload { content_type, material_type, body })
                        .map(Reply::Json)
                }
            }
        });
        // What is sent for a result, good or bad.
        result.unwrap_or_else(|refusal| Reply::Json(refusal.to_json(self.serial)))
    }
}

/// One call of an endpoint that takes JSON.
async fn serve(shared: &Shared, request: Request, name: &'static str, work: Work) -> Response {
    answer(shared, request, name, Endpoint::Json(work)).await
}

/// One call of an endpoint, with whatever is to go wrong.
async fn answer(
    shared: &Shared,
    request: Request,
    name: &'static str,
    endpoint: Endpoint,
) -> Response {
    let mut call = Call::take(shared, request).await;
    if matches!(endpoint, Endpoint::Picture(_)) && !call.has_length {
        call.answered(412, None);
        return respond(
            StatusCode::PRECONDITION_FAILED,
            "text/html",
            "<html><body>412 Precondition Failed</body></html>",
        );
    }
    let fault = shared.lock().take_fault(name);
    if let Some(fault) = &fault
        && let Some(response) = misbehave::answer(fault, call.serial)
    {
        let errcode =
            if let Fault::Errcode { errcode, .. } = fault { Some(*errcode) } else { None };
        let status = if *fault == Fault::Cut { 0 } else { response.status().as_u16() };
        call.answered(status, errcode);
        return response;
    }
    if let Some(Fault::Late { milliseconds }) = fault {
        call.answered(0, None);
        let shared = shared.clone();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
            call.carry_out(&mut shared.lock(), name, &endpoint);
        });
        return misbehave::cut();
    }
    let reply = call.carry_out(&mut shared.lock(), name, &endpoint);
    if let Some(Fault::Slow { milliseconds }) = fault {
        // The caller may leave meanwhile; the call has taken place all the same.
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
    if fault == Some(Fault::CutAfter) {
        call.answered(0, None);
        return misbehave::cut();
    }
    let mut value = match reply {
        Reply::Json(value) => value,
        Reply::File(content_type, bytes) => {
            call.answered(200, Some(0));
            return respond(StatusCode::OK, content_type, bytes);
        }
    };
    let errcode = value.get("errcode").map_or(Some(0), Value::as_i64);
    call.answered(200, errcode);
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
