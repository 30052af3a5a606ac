//! The client, over real sockets.

mod base_url;
mod proxy;
mod refusals;
mod secrecy;
mod shared;
mod support;
mod transport;
mod update;
mod wire;
