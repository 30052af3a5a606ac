//! The commands, one module each.

mod account;
pub(crate) mod add;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod convert;
#[cfg(feature = "pictures")]
pub(crate) mod cover;
pub(crate) mod crop;
pub(crate) mod edit;
#[cfg(feature = "pictures")]
mod enrich;
pub(crate) mod errcode;
pub(crate) mod list;
mod losses;
pub(crate) mod man;
pub(crate) mod network;
#[cfg(feature = "pictures")]
mod picture_message;
#[cfg(feature = "pictures")]
pub(crate) mod pictures;
#[cfg(feature = "preview")]
pub(crate) mod preview;
pub(crate) mod pull;
pub(crate) mod push;
#[cfg(feature = "pictures")]
mod ready;
pub(crate) mod rules;
#[cfg(feature = "sandbox")]
pub(crate) mod sandbox;
pub(crate) mod schema;
#[cfg(feature = "pictures")]
mod taking;
pub(crate) mod token;
#[cfg(feature = "sandbox")]
mod trial;
pub(crate) mod update;
