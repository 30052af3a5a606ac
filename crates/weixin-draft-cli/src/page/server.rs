//! A server on loopback, under a path that nobody can guess.

use std::future::Future;
use std::io;
use std::net::Ipv4Addr;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{Next, from_fn};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use super::guard::{refuse_strangers, secret};
use crate::input::MAX_INPUT;

/// A server that has its address, and serves nothing yet.
pub(crate) struct Server {
    runtime: Runtime,
    listener: TcpListener,
    port: u16,
    secret: String,
}

impl Server {
    /// Takes this port of 127.0.0.1; 0 is any free one.
    pub(crate) fn bind(port: u16) -> io::Result<Server> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))?;
        let port = listener.local_addr()?.port();
        Ok(Server { runtime, listener, port, secret: secret()? })
    }

    /// The address of the first page.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/{}/", self.port, self.secret)
    }

    /// Serves these routes until the future is done, and returns what it is.
    pub(crate) fn serve<T>(self, routes: Router, until: impl Future<Output = T>) -> io::Result<T> {
        let port = self.port;
        let app = Router::new()
            .nest(&format!("/{}/", self.secret), routes)
            .layer(DefaultBodyLimit::max(MAX_INPUT))
            .layer(from_fn(move |request: Request, next: Next| {
                refuse_strangers(port, request, next)
            }));
        self.runtime.block_on(async {
            tokio::select! {
                ended = axum::serve(self.listener, app).into_future() => {
                    Err(ended.err().unwrap_or_else(|| io::Error::other("the server ended")))
                }
                value = until => Ok(value),
            }
        })
    }
}
