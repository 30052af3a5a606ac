//! The endpoints a test sets the sandbox up with, and looks inside.
//!
//! These speak plain HTTP: a status that means what it says, and JSON.

use axum::body::Bytes;
use axum::extract::State as Given;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::Error as _;
use serde_json::{Map, Value, json};

use crate::answer::respond;
use crate::fault::Fault;
use crate::state::Shared;

/// The endpoints below `/sandbox`.
pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/fault", post(fault))
        .route("/requests", get(requests))
        .route("/drafts", get(drafts))
        .route("/reset", post(reset))
}

/// Takes the body whatever its content type, so that a bare `curl -d` will do.
async fn fault(Given(shared): Given<Shared>, body: Bytes) -> Response {
    match read_fault(&body) {
        Ok((fault, times)) => {
            shared.lock().add_fault(fault, times);
            json_response(StatusCode::OK, &json!({"ok": true}))
        }
        Err(error) => json_response(
            StatusCode::BAD_REQUEST,
            &json!({"ok": false, "error": error.to_string()}),
        ),
    }
}

/// A fault and for how many updates it is to hold.
fn read_fault(body: &[u8]) -> serde_json::Result<(Fault, u32)> {
    let mut fields: Map<String, Value> = serde_json::from_slice(body)?;
    let times = match fields.remove("times") {
        Some(times) => u32::deserialize(times)?,
        None => 1,
    };
    if times == 0 {
        return Err(serde_json::Error::custom("times is 0: leave the fault out, or give a number"));
    }
    Ok((Fault::from_fields(fields)?, times))
}

async fn requests(Given(shared): Given<Shared>) -> Response {
    let requests = shared.lock().requests();
    axum::response::IntoResponse::into_response(Json(requests))
}

async fn drafts(Given(shared): Given<Shared>) -> Response {
    let drafts: Map<String, Value> = shared.lock().drafts().into_iter().collect();
    json_response(StatusCode::OK, &Value::Object(drafts))
}

async fn reset(Given(shared): Given<Shared>) -> Response {
    shared.lock().reset();
    json_response(StatusCode::OK, &json!({"ok": true}))
}

fn json_response(status: StatusCode, value: &Value) -> Response {
    respond(status, "application/json", value.to_string())
}
