//! Answers for the faults that replace the true one.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use http_body::{Body as HttpBody, Frame};

use crate::answer::{VENDOR_JSON, ok, requested, respond, send};
use crate::fault::Fault;

/// No fault may eat the memory of the machine it runs on.
const MAX_PADDING: usize = 64 * 1024 * 1024;

/// The answer of a fault, or `None` for those that only bend the true one.
pub(crate) fn answer(fault: &Fault, serial: u64) -> Option<Response> {
    Some(match fault {
        Fault::Errcode { errcode, errmsg } => send(&requested(*errcode, errmsg.clone(), serial)),
        Fault::Cut => cut(),
        Fault::Truncated => {
            let whole = ok().to_string();
            let length = HeaderValue::from(whole.len());
            let half = Bytes::from(whole).slice(..10);
            let mut response = respond(StatusCode::OK, VENDOR_JSON, Body::new(Broken::after(half)));
            response.headers_mut().insert(CONTENT_LENGTH, length);
            response
        }
        Fault::Firewall => respond(
            StatusCode::NOT_IMPLEMENTED,
            "text/html",
            "<html><head><title>501</title></head><body>Your request was blocked.</body></html>",
        ),
        Fault::Status { status } => respond(
            StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            "text/html",
            format!("<html><body><h1>{status}</h1></body></html>"),
        ),
        Fault::BadGateway => respond(
            StatusCode::BAD_GATEWAY,
            "text/html",
            "<html><head><title>502 Bad Gateway</title></head>\
             <body><h1>502 Bad Gateway</h1></body></html>",
        ),
        Fault::Redirect { location } => {
            let mut response = respond(StatusCode::FOUND, "text/html", "");
            if let Ok(location) = HeaderValue::from_str(location) {
                response.headers_mut().insert(LOCATION, location);
            }
            response
        }
        Fault::Oversized { bytes } => {
            let mut value = ok();
            value["padding"] = "x".repeat((*bytes).min(MAX_PADDING)).into();
            send(&value)
        }
        Fault::NotJson => respond(StatusCode::OK, VENDOR_JSON, "busy, please come back later"),
        Fault::InvalidUtf8 => {
            respond(StatusCode::OK, VENDOR_JSON, b"{\"errcode\":0,\"errmsg\":\"o\xff\"}".as_slice())
        }
        Fault::Slow { .. }
        | Fault::Late { .. }
        | Fault::CutAfter
        | Fault::Edit { .. }
        | Fault::Gone { .. }
        | Fault::StringErrcode
        | Fault::TextPlain => return None,
    })
}

/// The connection is closed without a byte.
pub(crate) fn cut() -> Response {
    respond(StatusCode::OK, VENDOR_JSON, Body::new(Broken::at_once()))
}

/// A body that fails, so that the server has no choice but to hang up.
///
/// When it fails at once, the head of the answer has not left the server's
/// buffer, and the client sees no answer at all. For a cut in the middle, the
/// body waits one turn after its first piece, so that the piece is sent.
struct Broken {
    first: Option<Bytes>,
    wait: bool,
}

impl Broken {
    fn at_once() -> Broken {
        Broken { first: None, wait: false }
    }

    fn after(first: Bytes) -> Broken {
        Broken { first: Some(first), wait: true }
    }
}

impl HttpBody for Broken {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(piece) = self.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        if std::mem::take(&mut self.wait) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}
