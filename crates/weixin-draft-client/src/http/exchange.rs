//! A request on a connection, and its answer.

use std::borrow::Cow;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, HOST, USER_AGENT};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use tokio::time::timeout_at;

use super::Route;
use super::deadline::Deadline;
use super::failure::{self, Failure};
use super::lane::{Connection, Open};
use super::watch::Watch;
use crate::error::Reason;

/// The header `User-Agent`.
pub(super) const OURSELVES: &str = concat!("weixin-draft-client/", env!("CARGO_PKG_VERSION"));

/// What is sent.
#[derive(Clone)]
pub(crate) struct RequestBody {
    pub(crate) content_type: Cow<'static, str>,
    pub(crate) bytes: Bytes,
}

impl RequestBody {
    pub(crate) fn json(bytes: impl Into<Bytes>) -> Self {
        RequestBody { content_type: "application/json; charset=utf-8".into(), bytes: bytes.into() }
    }
}

/// What is asked: where, with which body, and until when.
pub(crate) struct Exchange {
    /// Path and query, the token among them.
    pub(crate) target: String,
    pub(crate) body: RequestBody,
    pub(crate) deadline: Deadline,
    /// No more bytes of an answer are read.
    pub(crate) largest_answer: usize,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Bytes,
}

impl Exchange {
    /// Posts the request on the lane's connection, or on a new one.
    pub(crate) async fn run(
        self,
        connection: &mut Connection,
        route: &Route,
    ) -> Result<Answer, Failure> {
        let mut request = self.request(route)?;
        if let Some(open) = still_open(connection.take()).await {
            match self.on(open, request, connection).await {
                Err(Lost { unsent: Some(unsent), .. }) => request = *unsent,
                result => return result.map_err(|lost| lost.failure),
            }
        }
        let open = connect(route, self.deadline).await?;
        self.on(open, request, connection).await.map_err(|lost| lost.failure)
    }

    fn request(&self, route: &Route) -> Result<Request<Full<Bytes>>, Failure> {
        Request::builder()
            .method(Method::POST)
            .uri(&self.target)
            .header(HOST, route.base_url.authority())
            .header(CONTENT_TYPE, &*self.body.content_type)
            .header(USER_AGENT, OURSELVES)
            .body(Full::new(self.body.bytes.clone()))
            .map_err(|error| Failure::before(Reason::AddressTooLong).caused_by(error))
    }

    async fn on(
        &self,
        open: Open,
        request: Request<Full<Bytes>>,
        connection: &mut Connection,
    ) -> Result<Answer, Lost> {
        let Open { mut sender, mut driver, watch, .. } = open;
        let mut status = None;
        let talk = async {
            let sent = sender.try_send_request(request).await;
            let response = sent.map_err(|mut error| {
                let unsent = error.take_message().map(Box::new);
                let mut failure = failure::exchanging(error.into_error(), None);
                failure.sent = unsent.is_none();
                Lost { failure, unsent }
            })?;
            status = Some(response.status().as_u16());
            let limited = Limited::new(response.into_body(), self.largest_answer);
            let body = limited.collect().await.map_err(|error| {
                let failure = failure::reading(error, status, self.largest_answer);
                Lost { failure, unsent: None }
            })?;
            Ok((status.unwrap_or_default(), body.to_bytes()))
        };
        let (result, is_open) = match timeout_at(self.deadline.at, drive(&mut driver, talk)).await {
            Ok(done) => done,
            Err(_elapsed) => {
                let reason = Reason::Timeout(self.deadline.timeout);
                let failure = Failure { reason, sent: true, status, source: None };
                return Err(Lost { failure, unsent: None });
            }
        };
        let (status, body) = result?;
        if is_open {
            connection.keep(Open::new(sender, driver, watch));
        }
        Ok(Answer { status, body })
    }
}

/// An exchange without an answer; the request, if nothing of it was sent.
struct Lost {
    failure: Failure,
    unsent: Option<Box<Request<Full<Bytes>>>>,
}

/// The connection, if the server has not closed it meanwhile.
async fn still_open(open: Option<Open>) -> Option<Open> {
    let mut open = open?;
    if !open.watch.is_quiet() {
        // Gives the runtime a turn, in which it hears what happened on the socket.
        tokio::task::yield_now().await;
    }
    let (is_ready, is_open) = drive(&mut open.driver, open.sender.ready()).await;
    (is_ready.is_ok() && is_open).then_some(open)
}

async fn connect(route: &Route, deadline: Deadline) -> Result<Open, Failure> {
    let stream = route.dial(deadline).await?;
    let watch = Watch::of(stream.socket());
    let (sender, driver) = http1::handshake(TokioIo::new(stream)).await.map_err(|error| {
        let mut failure = failure::exchanging(error, None);
        failure.sent = false;
        failure
    })?;
    Ok(Open::new(sender, driver, watch))
}

/// Does work that needs the connection to be driven; whether that is open still.
pub(super) async fn drive<D, W>(driver: &mut D, work: W) -> (W::Output, bool)
where
    D: Future + Unpin,
    W: Future,
{
    let mut work = pin!(work);
    let mut is_open = true;
    poll_fn(|context| {
        // Once more after the work, so that what that has to send is sent now: it would
        // wake the runtime, which looks at the sockets before it goes on.
        for _ in 0..2 {
            is_open = is_open && Pin::new(&mut *driver).poll(context).is_pending();
            if let Poll::Ready(output) = work.as_mut().poll(context) {
                return Poll::Ready((output, is_open));
            }
        }
        Poll::Pending
    })
    .await
}
