//! The endpoints a test sets the sandbox up with, and looks inside.
//!
//! These speak plain HTTP: a status that means what it says, and JSON.

use axum::body::Bytes;
use axum::extract::{Path, State as Given};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::answer::respond;
use crate::fault::Fault;
use crate::faults::Waiting;
use crate::state::Shared;

/// The endpoints whose calls can go wrong.
const ENDPOINTS: [&str; 8] = [
    "draft/update",
    "draft/get",
    "draft/add",
    "draft/batchget",
    "stable_token",
    "media/uploadimg",
    "material/add_material",
    "material/get_material",
];

/// The endpoints below `/sandbox`.
pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/fault", post(fault))
        .route("/requests", get(requests))
        .route("/drafts", get(drafts))
        .route("/pictures", get(pictures))
        .route("/picture/{name}", get(picture))
        .route("/edit", post(edit))
        .route("/delete", post(delete))
        .route("/token", post(token))
        .route("/reset", post(reset))
}

/// Takes the body whatever its content type, so that a bare `curl -d` will do.
async fn fault(Given(shared): Given<Shared>, body: Bytes) -> Response {
    match read_fault(&body) {
        Ok(waiting) => {
            if shared.lock().add_fault(waiting) {
                done()
            } else {
                bad("too many faults wait already: use some up, or reset")
            }
        }
        Err(words) => bad(&words),
    }
}

/// A fault, for whom, and when.
///
/// # Errors
/// What is wrong with it, and what to write.
fn read_fault(body: &[u8]) -> Result<Waiting, String> {
    let fields: Option<Map<String, Value>> = serde_json::from_slice(body).ok();
    let mut fields =
        fields.ok_or("this is no JSON object: write one such as {\"fault\": \"cut\"}")?;
    let mut number = |name: &str, otherwise: u32| match fields.remove(name) {
        Some(value) => value
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .ok_or_else(|| format!("{name} is a whole number up to {}, without quotes", u32::MAX)),
        None => Ok(otherwise),
    };
    let (times, after) = (number("times", 1)?, number("after", 0)?);
    if times == 0 {
        return Err("times is 0: leave the fault out, or give a number".to_owned());
    }
    let endpoint = fields.remove("endpoint").unwrap_or_else(|| "draft/update".into());
    let known = ENDPOINTS.into_iter().find(|known| endpoint == *known);
    let endpoint = known.ok_or_else(|| format!("endpoint is one of {}", ENDPOINTS.join(", ")))?;
    let fault = Fault::from_fields(fields).map_err(|error| error.to_string())?;
    Ok(Waiting { endpoint: endpoint.to_owned(), fault, after, times })
}

/// What somebody else changes in a draft.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    media_id: String,
    index: usize,
    fields: Map<String, Value>,
}

async fn edit(Given(shared): Given<Shared>, body: Bytes) -> Response {
    match serde_json::from_slice::<Edit>(&body) {
        Ok(edit) if shared.lock().edit(&edit.media_id, edit.index, &edit.fields) => done(),
        Ok(_) => bad("there is no such draft, or it has no article at this index"),
        Err(_) => bad(
            "write {\"media_id\": \"...\", \"index\": 0, \"fields\": {\"title\": \"...\"}}, and nothing else",
        ),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Delete {
    media_id: String,
}

async fn delete(Given(shared): Given<Shared>, body: Bytes) -> Response {
    match serde_json::from_slice::<Delete>(&body) {
        Ok(Delete { media_id }) if shared.lock().delete(&media_id) => done(),
        Ok(_) => bad("there is no such draft"),
        Err(_) => bad("write {\"media_id\": \"...\"}, and nothing else"),
    }
}

/// What becomes of the access token.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    state: TokenState,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum TokenState {
    /// It has ended; stable_token gives another.
    Expired,
    /// It is refused, but stable_token gives it until another is forced.
    Void,
}

async fn token(Given(shared): Given<Shared>, body: Bytes) -> Response {
    match serde_json::from_slice::<Token>(&body) {
        Ok(Token { state: TokenState::Expired }) => shared.lock().tokens.expire(),
        Ok(Token { state: TokenState::Void }) => shared.lock().tokens.void(),
        Err(_) => return bad("write {\"state\": \"expired\"} or {\"state\": \"void\"}"),
    }
    done()
}

fn done() -> Response {
    json_response(StatusCode::OK, &json!({"ok": true}))
}

fn bad(error: &str) -> Response {
    json_response(StatusCode::BAD_REQUEST, &json!({"ok": false, "error": error}))
}

async fn requests(Given(shared): Given<Shared>) -> Response {
    let requests = shared.lock().requests();
    axum::response::IntoResponse::into_response(Json(requests))
}

async fn drafts(Given(shared): Given<Shared>) -> Response {
    let drafts: Map<String, Value> = shared.lock().drafts().into_iter().collect();
    json_response(StatusCode::OK, &Value::Object(drafts))
}

async fn pictures(Given(shared): Given<Shared>) -> Response {
    let pictures = shared.lock().pictures.all();
    let pictures = pictures.iter().map(|picture| {
        json!({
            "endpoint": picture.endpoint,
            "address": picture.address,
            "media_id": picture.media_id,
            "content_type": picture.content_type,
            "bytes": picture.bytes.len(),
        })
    });
    json_response(StatusCode::OK, &pictures.collect())
}

/// The picture of this number, whatever ending comes after it.
async fn picture(Given(shared): Given<Shared>, Path(name): Path<String>) -> Response {
    let number = name.split('.').next().unwrap_or_default().parse();
    match number.ok().and_then(|number| shared.lock().pictures.get(number)) {
        Some((content_type, bytes)) => respond(StatusCode::OK, content_type, bytes),
        None => respond(StatusCode::NOT_FOUND, "text/plain", "there is no such picture\n"),
    }
}

async fn reset(Given(shared): Given<Shared>) -> Response {
    shared.lock().reset();
    done()
}

fn json_response(status: StatusCode, value: &Value) -> Response {
    respond(status, "application/json", value.to_string())
}
