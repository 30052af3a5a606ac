//! Where an address leads, as a browser would resolve it on a page loaded by https.
//!
//! This is the part of the WHATWG URL standard that answers this one question. It agrees
//! with the `url` crate on every ASCII address whose host is ASCII once percent-decoded; a
//! property test shows it. That crate is not used because most of its tree converts hosts in
//! other scripts to ASCII, and no rule needs that: a host with a character above U+007F is
//! kept and compared as it is spelled.

#[cfg(test)]
mod agreement;
mod host;
mod ip;
mod local;
mod plain_host;
mod resolve;

pub(crate) use host::{host_name, shown_host};
pub(crate) use local::{is_local_host, is_local_name};
pub(crate) use plain_host::{plain_host, plain_host_bytes};
pub(crate) use resolve::Address;
