//! The client, over real sockets.

mod arrived;
mod base_url;
mod cancel;
mod edit;
mod keeping;
mod properties;
mod proxy;
mod reasons;
mod refusals;
mod retries;
mod secrecy;
mod shared;
mod support;
mod tls;
mod tokens;
mod transport;
mod update;
mod uploads;
mod wire;
